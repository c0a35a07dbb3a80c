import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { freePort } from '../../journeys/process.ts';
import { channelUser } from './channel-user.ts';
import { drop, fakeConnector, status } from './fake-connector.ts';

/** The whole product, which can be stopped and started again on the same data. */
async function product(settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-bot-'));
  const config = readConfig({
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    TODAY: '2026-11-21',
    LOG_LEVEL: 'silent',
    DEFAULT_POLICY: 'fourteen-day-shop',
    ...settings,
  });
  let app = await createApp(config, createLog('silent'));
  await app.listen();
  onTestFinished(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    base: `http://127.0.0.1:${config.port}`,
    async restart() {
      await app.close();
      app = await createApp(config, createLog('silent'));
      await app.listen();
    },
  };
}

const patient = { timeout: 15_000, interval: 20 };

test('a first message that says hello is greeted and asked, in order, and each reply answers it', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  expect((await anna.says('hi')).status).toBe(200);
  await vi.waitFor(() => expect(connector.accepted).toHaveLength(2), patient);
  const [greeting, question] = connector.accepted;
  expect(greeting).toMatchObject({
    type: 'message',
    channelId: 'msteams',
    from: { id: '28:bot' },
    recipient: { id: '29:anna' },
    conversation: anna.conversation,
    replyToId: 'in-1',
    path: `/v3/conversations/${encodeURIComponent(anna.conversation.id)}/activities/in-1`,
  });
  expect(question?.channelData?.returns).toMatchObject({ kind: 'question', id: 'reason' });
  expect(question?.text).toContain('1. It does not work properly');
  expect(question).not.toHaveProperty('suggestedActions');
});

test('every reply arrives once and in order though the channel fails in every way first', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  connector.failures.push(status(503), drop, status(429, { 'retry-after': '2' }));
  const anna = channelUser(base, connector.serviceUrl);
  const started = Date.now();
  await anna.says('hello');
  await anna.says('1');
  expect(Date.now() - started).toBeLessThan(2_000);
  await vi.waitFor(() => expect(connector.accepted).toHaveLength(3), patient);
  const ids = connector.accepted.map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect([...ids].sort()).toEqual(ids);
  expect(connector.attempted.slice(0, 4).map(({ id }) => id)).toEqual(Array.from({ length: 4 }, () => ids[0]));
  expect(connector.accepted.map(({ replyToId }) => replyToId)).toEqual(['in-1', 'in-1', 'in-2']);
  expect(Date.now() - started).toBeGreaterThan(2_000);
}, 30_000);
