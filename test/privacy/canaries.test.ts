import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { eventually } from '../eventually.ts';
import { fixtureSettings } from '../fixtures/settings.ts';
import { customerLine } from '../journeys/line.ts';
import { freePort } from '../journeys/process.ts';
import { sendRaw } from '../raw-http.ts';

const canary = 'canary5d1e';
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const lineSchema = z.looseObject({
  msg: z.string(),
  turn: z.string().optional(),
  conversationId: z.string().optional(),
});

let logged = '';
const keep = (line: string): void => {
  logged += line;
};
const answers: string[] = [];
let shop: Awaited<ReturnType<typeof startShop>>;

/** A shop that logs all it can, whose order system and webhook do not answer. */
async function startShop() {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-canaries-'));
  const port = await freePort();
  const config = readConfig({
    ...fixtureSettings,
    PORT: String(port),
    DATA_DIR: dataDir,
    TODAY: '2026-11-21',
    ORDERS_URL: 'http://127.0.0.1:9',
    WEBHOOK_URL: `http://127.0.0.1:9/${canary}`,
    WEBHOOK_SECRET: `whsec_${Buffer.from(canary.repeat(4)).toString('base64')}`,
    DESK_TOKEN: `${canary}-desk-token`,
    MicrosoftAppId: undefined,
    LOG_LEVEL: 'trace',
  });
  const app = await createApp(config, createLog('trace', { write: keep }));
  await app.listen();
  return { base: `http://127.0.0.1:${port}`, port, stop: () => app.close(), dataDir };
}

/** Asks for something wrongly, and keeps what comes back. */
async function wrongly(path: string, init: RequestInit = {}): Promise<void> {
  const response = await fetch(`${shop.base}${path}`, { redirect: 'manual', ...init });
  expect(response.status).toBeGreaterThanOrEqual(400);
  answers.push(`${response.status} ${await response.text()} ${JSON.stringify([...response.headers])}`);
}

beforeAll(async () => {
  shop = await startShop();
});
afterAll(async () => {
  await shop?.stop();
  if (shop) rmSync(shop.dataDir, { recursive: true });
});

test('what customers write, their addresses, serials and tokens are in no log line, metric or error', async () => {
  const line = await customerLine(shop.base, 'fortnight-shop');
  await line.says({
    text: `It does not work properly ${canary}`,
    channelData: { clientActivityID: canary, [canary]: canary },
    from: { name: canary },
    value: { [canary]: canary },
  });
  await line.sends(`${canary}.png`, pixel);
  await line.says(`my order is ${canary.toUpperCase()}-1 and my e-mail ${canary}@example.com`);
  await line.says(`serial number ${canary.toUpperCase()}77`);
  await line.says(`talk to a human about ${canary}`);
  await line.says('human');
  await eventually(() => expect(logged).toContain('delivery put off'));

  const json = { 'content-type': 'application/json' };
  const bearer = { authorization: `Bearer ${line.token}`, ...json };
  await wrongly(`/${canary}?${canary}=1`);
  await wrongly(`/v3/directline/tokens/generate?policy=${canary}`, { method: 'POST' });
  await wrongly(`/v3/directline/conversations/${canary}/activities`, { headers: bearer });
  await wrongly('/v3/directline/conversations', { method: 'POST', headers: { authorization: `Bearer ${canary}` } });
  const activities = new URL(`${line.path}/activities`).pathname;
  for (const body of [`{"${canary}`, `["${canary}"]`, JSON.stringify({ type: canary, from: { id: canary } })])
    await wrongly(activities, { method: 'POST', headers: bearer, body });
  await wrongly(`/form?token=${canary}`);
  await wrongly('/desk/api/cases', { headers: { authorization: `Bearer ${canary}` } });
  await wrongly(`/desk/api/files/${canary}`, { headers: { authorization: `Bearer ${canary}-desk-token` } });
  await wrongly('/api/messages', {
    method: 'POST',
    headers: { authorization: `Bearer ${canary}`, ...json },
    body: '{}',
  });
  answers.push(await sendRaw(shop.port, `GET /${canary} HTTP/1.1\r\nHost: ${canary} b\r\nCookie: ${canary}\r\n\r\n`));
  answers.push(await sendRaw(shop.port, `${canary} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`));

  const metrics = await (await fetch(`${shop.base}/metrics`)).text();
  expect(metrics).toContain('returns_turn_seconds_count');
  for (const [place, text] of Object.entries({ logged, metrics, answers: answers.join('\n') })) {
    expect(text.length, place).toBeGreaterThan(200);
    expect(text.toLowerCase(), place).not.toContain(canary);
    expect(text, place).not.toContain(line.token);
  }
});

test('a turn and what it has delivered share one id in the log', async () => {
  const line = await customerLine(shop.base, 'fortnight-shop');
  await line.says('human');
  const linesOf = () =>
    logged
      .trim()
      .split('\n')
      .map((one) => lineSchema.parse(JSON.parse(one)));
  const effect = await eventually(() => {
    const turns = linesOf().filter(
      ({ msg, conversationId }) => msg === 'turn' && conversationId === line.conversationId,
    );
    const found = linesOf().find(({ msg, turn }) => msg === 'effect' && turns.some((one) => one.turn === turn));
    expect(found).toBeDefined();
    return found;
  });
  expect(effect?.turn).toMatch(/^[0-9a-f]{32}$/);
});
