import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createCore } from '../../../src/core.ts';
import { createLog } from '../../../src/log.ts';
import { StoreUnavailableError } from '../../../src/store/unavailable.ts';
import { fixtureSettings } from '../../fixtures/settings.ts';

let dataDir: string;
let core: Awaited<ReturnType<typeof createCore>>;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  const settings = { ...fixtureSettings, DATA_DIR: dataDir, TODAY: '2026-11-21' };
  core = await createCore(readConfig(settings), createLog('silent'));
  await core.conversations.open({ id: 'anna', channel: 'directline', policyId: 'tool-shop', userId: 'dl_anna' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await core.store.close();
  rmSync(dataDir, { recursive: true });
});

const says = (text: string) =>
  core.conversations.receive({ conversationId: 'anna', key: text, activity: { type: 'message', text } });

test('a message whose turn finds the database gone is not used up: sent again, it is answered', async () => {
  await says('It does not work properly');
  await says('EQ-1001');
  const before = await core.store.activities('anna', 0, 99);
  vi.spyOn(core.store, 'countUse').mockRejectedValueOnce(new StoreUnavailableError('store-unavailable', {}));
  await expect(says('anna@example.com')).rejects.toThrow(StoreUnavailableError);
  expect(await core.store.activities('anna', 0, 99)).toEqual(before);
  expect((await says('anna@example.com'))?.replies.length).toBeGreaterThan(0);
  expect(await core.store.events('anna')).not.toContainEqual(expect.objectContaining({ type: 'failed' }));
});
