import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diff } from '../../src/commands/diff/diff.ts';
import { UsageError } from '../../src/commands/input/options.ts';
import { replay } from '../../src/commands/replay.ts';
import { readConfig } from '../../src/config.ts';
import { createCore } from '../../src/core.ts';
import { createLog } from '../../src/log.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import type { StoredDecision } from '../../src/store/store.ts';
import { fixtureText } from '../fixtures/policies.ts';
import { withoutExamples, writePolicy } from '../policy/written.ts';
import { newDataDir, runCommand } from './command.ts';

const shipped = withoutExamples(fixtureText('fortnight-shop'));
const longer = shipped.replace("version: '2026-11-01'", "version: '2026-11-15'").replace('days: 14', 'days: 30');
const all = { since: undefined, isJson: false };

/** A shop whose policy file can be replaced, and what its command line needs. */
function shop() {
  const dataDir = newDataDir();
  const policiesDir = join(dataDir, 'policies');
  mkdirSync(policiesDir);
  const put = (text: string) => writePolicy(join(policiesDir, 'shop'), text);
  put(shipped);
  const settings = { POLICIES_DIR: policiesDir, DEFAULT_POLICY: 'fortnight-shop' };
  const start = async (clock?: Date) => {
    const config = readConfig({ ...settings, DATA_DIR: dataDir, ...(clock ? {} : { TODAY: '2026-11-21' }) });
    const core = await createCore(config, createLog('silent'), () => clock ?? new Date());
    let isOpen = true;
    const stop = async () => {
      if (isOpen) await core.store.close();
      isOpen = false;
    };
    onTestFinished(stop);
    return { ...core, stop };
  };
  return { dataDir, put, settings, start };
}

type Core = Awaited<ReturnType<ReturnType<typeof shop>['start']>>;

/** Chats to a decision: changed the mind, came on day 15. */
async function decided({ conversations, store }: Core, id: string): Promise<StoredDecision> {
  await conversations.open({ id, channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_anna' });
  for (const [key, text] of ['I changed my mind', "I don't know", 'received', '2026-11-06'].entries()) {
    const activity = { type: 'message', text };
    await conversations.receive({ conversationId: id, key: String(key), activity });
  }
  const found = (await store.decisions({ limit: 99 })).find(({ conversationId }) => conversationId === id);
  if (!found) throw new Error('nothing was decided');
  return found;
}

test('after a restart with a newer file in place an issued decision is replayed to the same', async () => {
  const { put, start } = shop();
  const first = await start();
  const issued = await decided(first, 'anna');
  expect(issued).toMatchObject({ decidedOn: '2026-11-21', decision: { resolution: 'not-eligible' } });
  await first.stop();

  put(longer);
  const core = await start();
  expect(await decided(core, 'boris')).toMatchObject({ decision: { resolution: 'return' } });
  expect(await replay(all, core)).toEqual({ text: '2 decisions replayed, 0 differences.', isSame: true });
  expect(await replay({ since: '2026-11-22', isJson: true }, core)).toEqual({
    text: '{"replayed":0,"differences":[]}',
    isSame: true,
  });
});

test('a decision by the clock is replayed for its instant, to the hour', async () => {
  const { put, start } = shop();
  const facts = ['  receivedOn:\n    type: date\n', '  receivedOn:\n    type: instant\n'] as const;
  put(shipped.replace(...facts).replace('length: { days: 14 }', 'length: { hours: 336 }'));
  const core = await start(new Date('2026-11-20T22:30:00.000Z'));
  const issued = await decided(core, 'anna');
  expect(issued.decidedOn).toBe('2026-11-20T22:30:00.000Z');
  expect(await replay(all, core)).toMatchObject({ isSame: true });
  expect(await replay({ since: '2026-11-21', isJson: true }, core)).toMatchObject({
    text: expect.stringContaining('"replayed":1'),
  });
});

test('a decision older than the column of its day is replayed on the day of its turn', async () => {
  const core = await shop().start();
  const { decidedOn: _, ...old } = await decided(core, 'anna');
  const policyDigest = core.policies.current('fortnight-shop')?.digest ?? '';
  await core.store.commit({
    conversationId: 'older',
    expectedRevision: 0,
    create: { channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_b' },
    record: null,
    events: [],
    replies: [],
    effects: [],
    cases: [],
    // Half past midnight in Kyiv on the 21st, still the 20th in UTC.
    decisions: [{ ...old, reference: 'OLD', conversationId: 'older', policyDigest }],
    at: '2026-11-20T22:30:00.000Z',
  });
  expect(await core.store.decision('OLD')).not.toHaveProperty('decidedOn');
  expect(await replay(all, core)).toMatchObject({ isSame: true });
});

test('a decision that would come out otherwise is named, and one whose policy is gone', async () => {
  const core = await shop().start();
  const issued = await decided(core, 'anna');
  const conversation = await core.store.conversation('anna');
  await core.store.commit({
    conversationId: 'anna',
    expectedRevision: conversation?.revision ?? 0,
    record: conversation?.record ?? null,
    events: [],
    replies: [],
    effects: [],
    cases: [],
    decisions: [
      { ...issued, reference: 'FORGED', decision: { resolution: 'return' } },
      { ...issued, reference: 'LOST', policyDigest: 'sha256:gone' },
    ],
    at: '2026-11-21T09:00:00.000Z',
  });
  const { text, isSame } = await replay(all, core);
  expect(isSame).toBe(false);
  expect(text).toContain('3 decisions replayed, 2 differences.');
  expect(text).toMatch(/FORGED: was .*return.*not-eligible/);
  expect(text).toContain('its policy is gone');
  await expect(replay({ since: 'yesterday', isJson: false }, core)).rejects.toThrow(UsageError);
});

test('diff with the store at hand names the stored decisions that would flip', async () => {
  const core = await shop().start();
  const { reference } = await decided(core, 'anna');
  const pair = { old: parsePolicy(shipped, 'old'), new: parsePolicy(longer, 'new') };
  const { text, isSame } = await diff(pair, { today: '2026-11-21', isJson: false }, core.store);
  expect(isSame).toBe(false);
  expect(text).toContain('1 of 1 stored decisions would come out otherwise.');
  expect(text).toContain(`${reference}, 2026-11-21: resolution: "not-eligible" → "return"`);
  const same = await diff({ old: pair.old, new: pair.old }, { today: '2026-11-21', isJson: true }, core.store);
  expect(same.isSame).toBe(true);
  expect(JSON.parse(same.text)).toMatchObject({ changes: [], stored: { replayed: 1, flips: [] } });
});

test('on the command line: 0 without a change, 1 with one, 2 when it is wrong', async () => {
  const { dataDir, settings, start } = shop();
  const core = await start();
  await decided(core, 'anna');
  await core.stop();
  const other = writePolicy(join(dataDir, 'longer'), longer);
  const ends = (args: string[]) => runCommand(args, dataDir, [], settings);

  expect(await ends(['replay'])).toMatchObject({ code: 0, output: expect.stringContaining('1 decisions replayed') });
  expect(await ends(['diff', 'fortnight-shop', 'fortnight-shop'])).toMatchObject({ code: 0 });
  const changed = await ends(['diff', 'fortnight-shop', other, '--stored']);
  expect(changed).toMatchObject({ code: 1, output: expect.stringContaining('not-eligible → return') });
  expect(changed.output).toContain('1 of 1 stored decisions');
  expect(await ends(['diff', 'fortnight-shop'])).toMatchObject({ code: 2, errors: expect.stringContaining('two') });
  const facts = '{"reason":"changed-mind","delivery":"received","receivedOn":"2026-11-06"}';
  const told = await ends(['explain', '--facts', facts]);
  expect(told).toMatchObject({ code: 0, output: expect.stringContaining('14 days to return') });
  expect(told.output).toContain('7 November 2026 or later');
  expect(await ends(['explain', '--facts', 'no', '--json'])).toMatchObject({ code: 1 });
});
