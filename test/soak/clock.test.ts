import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTokens } from '../../src/channels/directline/tokens.ts';
import { readConfig } from '../../src/config.ts';
import { createCore } from '../../src/core.ts';
import { createLog } from '../../src/log.ts';
import { fixtureSettings } from '../fixtures/settings.ts';

const hour = 60 * 60 * 1_000;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 21, 9);

let clock: number;
let dataDir: string;
let core: Awaited<ReturnType<typeof createCore>>;
const now = () => new Date(clock);

beforeEach(async () => {
  clock = start;
  dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  const settings = { DATA_DIR: dataDir, REMIND_AFTER_MINUTES: '30', CLOSE_AFTER_MINUTES: '2880' };
  core = await createCore(readConfig({ ...fixtureSettings, ...settings }), createLog('silent'), now);
  const anna = { id: 'anna', channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_anna' };
  await core.conversations.open(anna);
});
afterEach(async () => {
  await core.store.close();
  rmSync(dataDir, { recursive: true });
});

/** Sets the clock, and wakes whoever is due by it. */
async function at(ms: number): Promise<void> {
  clock = ms;
  for (const id of await core.store.due(now().toISOString(), 9)) await core.conversations.wake(id);
}
const timers = async () =>
  (await core.store.events('anna')).flatMap(({ type }) => (['remind', 'close'].includes(type) ? [type] : []));

test('a clock that jumps a day forward and back reminds a customer once, and closes the chat once', async () => {
  await at(start + day);
  expect(await timers()).toEqual(['remind']);
  await at(start + hour);
  await at(start + day + hour);
  expect(await timers()).toEqual(['remind']);
  await at(start + 3 * day);
  await at(start + hour);
  await at(start + 4 * day);
  expect(await timers()).toEqual(['remind', 'close']);
});

test('a clock that jumps back only makes a reminder late, and what is said meanwhile is kept in its order', async () => {
  await at(start - day);
  const says = (text: string) =>
    core.conversations.receive({ conversationId: 'anna', key: text, activity: { type: 'message', text } });
  await says('It does not work properly');
  await at(start + day);
  await says("I don't know");
  await at(start);
  await says('2026-10-01');
  const all = await core.store.activities('anna', 0, 99);
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  expect(await timers()).toEqual(['remind']);
});

test('a token is refused while its time is over by the clock, and taken again when the clock was wrong', async () => {
  const tokens = createTokens(Buffer.alloc(32, 1).toString('base64url'), now);
  const claims = { user: 'dl_anna', conv: 'anna', policy: 'fortnight-shop' };
  const token = await tokens.issue(claims);
  clock = start + day;
  await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'token-expired', statusCode: 401 });
  const ahead = await tokens.issue(claims);
  clock = start;
  expect(await tokens.verify(token)).toMatchObject(claims);
  expect(await tokens.verify(ahead)).toMatchObject(claims);
});
