import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectClient } from '../channels/directline/directlinejs.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { endProcess, freePort, startProcess } from './process.ts';

type Said = { kind?: string; id?: string; resolution?: string };

async function product() {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  const environment = { ...fixtureSettings, PORT: String(await freePort()), DATA_DIR: dataDir, TODAY: '2026-11-21' };
  let child = await startProcess(environment);
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) await endProcess(child, 'SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    base: `http://127.0.0.1:${environment.PORT}`,
    kill: () => endProcess(child, 'SIGKILL'),
    stop: () => endProcess(child, 'SIGTERM'),
    start: async () => {
      child = await startProcess(environment);
    },
  };
}

async function newToken(base: string): Promise<string> {
  const response = await fetch(`${base}/v3/directline/tokens/generate?policy=fortnight-shop`, { method: 'POST' });
  return ((await response.json()) as { token: string }).token;
}

test('a process killed in mid-chat loses nothing and asks nothing twice', async () => {
  const { base, kill, start } = await product();
  const { received, post, until, end } = connectClient(base, { token: await newToken(base), webSocket: true });
  onTestFinished(end);
  const saidSoFar = (): Said[] => received.map((one) => (one.channelData?.returns ?? {}) as Said);

  await until(2);
  await post('It does not work properly');
  await until(4);
  expect(saidSoFar().at(-1)).toMatchObject({ kind: 'question', id: 'orderNumber' });

  await kill();
  await start();
  // The very same client comes back by itself, with the same token, and goes on at its watermark.
  await post("I don't know");
  await until(6);
  expect(saidSoFar().at(-1)).toMatchObject({ kind: 'question', id: 'receivedOn' });
  await post('2026-10-01');
  await until(8);
  expect(saidSoFar().at(-1)).toMatchObject({ kind: 'question', id: 'condition' });
  await post('none');
  await until(10);
  await post('2 years');
  await until(12);

  expect(saidSoFar().at(-1)).toMatchObject({ kind: 'decision', resolution: 'warranty-repair' });
  const asked = saidSoFar().flatMap((one) => (one.kind === 'question' ? [one.id] : []));
  expect(asked).toEqual(['reason', 'orderNumber', 'receivedOn', 'condition', 'warrantyMonths']);
});

test('a message sent again after the kill is not taken twice', async () => {
  const { base, kill, start } = await product();
  const token = await newToken(base);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const opened = await fetch(`${base}/v3/directline/conversations`, { method: 'POST', headers });
  const { conversationId } = (await opened.json()) as { conversationId: string };
  const activities = `${base}/v3/directline/conversations/${conversationId}/activities`;
  const body = JSON.stringify({ type: 'message', text: '2', channelData: { clientActivityID: 'once' } });
  const send = async () =>
    (await (await fetch(activities, { method: 'POST', headers, body })).json()) as { id: string };

  const first = await send();
  await kill();
  await start();
  expect(await send()).toEqual(first);
  const all = (await (await fetch(activities, { headers })).json()) as { activities: unknown[] };
  expect(all.activities).toHaveLength(4);
});

test('SIGTERM lets the process end by itself', async () => {
  const { stop } = await product();
  expect(await stop()).toBe(0);
});
