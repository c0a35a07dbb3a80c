import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createCore } from '../../../src/core.ts';
import { createLog } from '../../../src/log.ts';
import { fixtureSettings } from '../../fixtures/settings.ts';

const words = 'Hello,\nI hereby WITHDRAW from the contract – order no. 77; it came on 2 November.';

let dataDir: string;
let core: Awaited<ReturnType<typeof createCore>>;
let told: string[];
let hour: number;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  told = [];
  hour = 12;
  core = await createCore(
    readConfig({ ...fixtureSettings, DATA_DIR: dataDir }),
    createLog('silent'),
    () => new Date(Date.UTC(2026, 10, 21, hour, 30)),
    undefined,
    ({ what }) => {
      told.push(what);
      return [];
    },
  );
  await core.conversations.open({ id: 'anna', channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_anna' });
});
afterEach(async () => {
  await core.store.close();
  rmSync(dataDir, { recursive: true });
});

async function says(text: string): Promise<string> {
  const exchange = await core.conversations.receive({
    conversationId: 'anna',
    key: `${text} ${hour}`,
    activity: { type: 'message', text },
  });
  return exchange?.replies.map(({ activity }) => String(activity.text)).join('\n') ?? '';
}

const caseOf = async (text: string) => {
  const reference = /\*\*(\w{4}-\w{4})\*\*/.exec(text)?.[1] ?? '';
  const view = await core.desk.view(reference);
  if (!view) throw new Error(`no case in: ${text}`);
  return view;
};

test('a declaration is answered with its day and time, and people have it as it was written', async () => {
  await says('I changed my mind');
  const reply = await says(words);
  expect(reply).toContain('Saturday 21 November 2026, 14:30');
  const view = await caseOf(reply);
  expect(view).toMatchObject({ state: 'waiting', because: 'declaration' });
  expect(view.history).toContainEqual({ at: '2026-11-21T12:30:00.000Z', what: 'declared', note: words });
  expect(view.facts).toContainEqual(
    expect.objectContaining({ fact: 'receivedOn', summary: 'Monday 2 November 2026', source: 'inferred' }),
  );
  expect(told).toEqual(['filed']);
});

test('while a person talks the bot is silent, and the declaration stands on the case all the same', async () => {
  const { reference } = await caseOf(await says('talk to a human'));
  await core.conversations.act({ reference, event: { type: 'claim', by: { id: 'ann', name: 'Ann' } }, key: '1' });
  expect(await says(words)).toBe('');
  expect((await core.desk.view(reference))?.history.at(-1)).toMatchObject({ what: 'declared', note: words });
  expect(told).toEqual(['filed', 'claimed', 'customer-message', 'declared']);
});

test('after a refusal it is filed, and once that was ruled on it comes back to people with its words', async () => {
  for (const text of ['changed-mind', "I don't know", 'received']) await says(text);
  expect(await says('2026-01-10')).toMatch(/not/);
  const { reference } = await caseOf(await says(words));
  const ruling = { ruling: 'uphold', resolution: 'not-eligible', isException: false, reason: 'No.' } as const;
  await core.conversations.act({
    reference,
    event: { type: 'rule', by: { id: 'ann', name: 'Ann' }, ruling },
    key: '1',
  });
  hour = 13;
  expect(await says(words)).toContain('15:30');
  expect(await core.desk.view(reference)).toMatchObject({ state: 'waiting', because: 'declaration' });
  expect(told.slice(-3)).toEqual(['customer-message', 'reopened', 'declared']);
});

test('once it is with people the same words, and a plain cancellation, are nothing new', async () => {
  const view = await caseOf(await says(words));
  hour = 14;
  expect(await says(words)).toContain('14:30');
  expect((await core.desk.view(view.reference))?.history).toEqual(view.history);
  expect(await says('cancel my request')).toContain(view.reference);
  expect(await core.desk.view(view.reference)).toMatchObject({ state: 'closed' });
});
