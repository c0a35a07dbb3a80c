import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { signatures } from '../../../src/desk/webhooks/signature.ts';
import { eventually } from '../../eventually.ts';
import { deskShop } from '../desk-shop.ts';
import { startReceiver, status } from './receiver.ts';

const key = Buffer.alloc(32, 5);
const secret = `whsec_${key.toString('base64')}`;

test('the receiver of the guide takes every event of a case, in order, and nothing else', async () => {
  const guide = await startGuide();
  const shop = await deskShop({ WEBHOOK_URL: guide.url, WEBHOOK_SECRET: secret });
  shop.clock.now = new Date();
  const customer = await shop.waiting();
  await shop.post(`cases/${customer.reference}/claim`);
  await shop.post(`cases/${customer.reference}/say`, { text: 'Hello, I am reading this.' });
  await customer.say('Good, I wait');
  await shop.post(`cases/${customer.reference}/rule`, {
    ruling: 'approve',
    resolution: 'return',
    reason: 'We know you.',
  });
  await shop.post(`cases/${customer.reference}/close`);
  const told = ['filed', 'claimed', 'agent_message', 'customer_message', 'ruled', 'closed'];
  const lines = told.map((what) => `case.${what} ${customer.reference}`);
  await eventually(() => expect(guide.lines).toEqual(lines));

  const body = JSON.stringify({ type: 'case.closed', data: { reference: 'FORGED' } });
  const now = Math.floor(Date.now() / 1_000);
  const send = async (seconds: number, signature = signatures({ id: 'evt_1', seconds, body }, [key])) => {
    const headers = { 'webhook-id': 'evt_1', 'webhook-timestamp': String(seconds), 'webhook-signature': signature };
    return (await fetch(guide.url, { method: 'POST', headers, body })).status;
  };
  const stranger = Buffer.alloc(32, 6);
  expect(await send(now, signatures({ id: 'evt_1', seconds: now, body }, [stranger]))).toBe(401);
  expect(await send(now, 'v1,')).toBe(401);
  expect(await send(now - 301)).toBe(401);
  expect(await send(Number.NaN)).toBe(401);
  expect(guide.lines).toEqual(lines);
  // The key is right, so a second time is told from the first by its id alone.
  expect([await send(now), await send(now)]).toEqual([204, 204]);
  await eventually(() => expect(guide.lines).toEqual([...lines, 'case.closed FORGED']));
});

test('a receiver that is down for an hour hears everything once, in order', async () => {
  let isDown = true;
  const answer = (response: ServerResponse): void => status(isDown ? 503 : 204)(response);
  const receiver = await startReceiver(...Array.from({ length: 40 }, () => answer));
  const shop = await deskShop({ WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret });
  const { reference } = await shop.waiting();
  await shop.post(`cases/${reference}/claim`);
  await shop.post(`cases/${reference}/close`);
  const attempts = () => receiver.received.length;
  for (const minutes of [1, 29, 30]) {
    await shop.passOnceFailed(attempts, minutes);
    const before = attempts();
    await eventually(() => expect(attempts()).toBeGreaterThan(before));
  }
  expect(new Set(receiver.received.map(({ event }) => event.type))).toEqual(new Set(['case.filed']));
  await shop.passOnceFailed(attempts, 10);
  isDown = false;
  const failed = attempts();
  const taken = () => receiver.received.slice(failed);
  await eventually(() => expect(taken()).toHaveLength(3));
  expect(taken().map(({ event }) => event.type)).toEqual(['case.filed', 'case.claimed', 'case.closed']);
  expect(taken().map(({ event }) => event.timestamp)).toEqual(Array(3).fill('2026-11-21T10:00:00.000Z'));
  const ids = new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
  expect(ids.size).toBe(3);
});

/** The program that stands in the guide, run as it stands there. */
async function startGuide() {
  const guide = readFileSync(new URL('../../../docs/guides/webhooks.md', import.meta.url), 'utf8');
  const program = /```js\n([\s\S]+?)```/.exec(guide)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'returns-receiver-'));
  writeFileSync(join(folder, 'receiver.mjs'), program);
  const running = spawn(process.execPath, [join(folder, 'receiver.mjs')], {
    env: { WEBHOOK_SECRET: secret, PORT: '0' },
  });
  onTestFinished(async () => {
    running.kill();
    await once(running, 'exit');
    rmSync(folder, { recursive: true });
  });
  const lines: string[] = [];
  const reader = createInterface(running.stdout);
  const [first] = (await once(reader, 'line')) as [string];
  reader.on('line', (line) => lines.push(line));
  return { url: `http://127.0.0.1:${first.replace('listening ', '')}/events`, lines };
}
