import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createCore } from '../../../src/core.ts';
import { startReminders } from '../../../src/dialogs/turns/reminders.ts';
import { createLog } from '../../../src/log.ts';
import { fixtureSettings } from '../../fixtures/settings.ts';
import { sentence, words } from '../../wording.ts';

const config = (dataDir: string) =>
  readConfig({
    ...fixtureSettings,
    DATA_DIR: dataDir,
    TODAY: '2026-11-21',
    REMIND_AFTER_MINUTES: '30',
    CLOSE_AFTER_MINUTES: '60',
  });

let dataDir: string;
let minutes: number;
let core: Awaited<ReturnType<typeof createCore>>;

const now = () => new Date(Date.UTC(2026, 10, 21, 9, minutes));
const open = async () => {
  core = await createCore(config(dataDir), createLog('silent'), now);
};

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'returns-'));
  minutes = 0;
  await open();
  await core.conversations.open({
    id: 'anna',
    channel: 'directline',
    policyId: 'fortnight-shop',
    userId: 'dl_anna',
  });
});
afterEach(async () => {
  await core.store.close();
  rmSync(dataDir, { recursive: true });
});

/** Lets time pass, and with it one round of reminders. */
async function after(passed: number): Promise<void> {
  minutes += passed;
  const { store, conversations } = core;
  await startReminders({
    store,
    conversations,
    now,
    everyMs: 1e6,
    onSetAside: expect.unreachable,
    onFailure: expect.unreachable,
  })();
}
const says = (text: string) =>
  core.conversations.receive({
    conversationId: 'anna',
    key: `${text} ${minutes}`,
    activity: { type: 'message', text },
  });
const said = async () => (await core.store.activities('anna', 0, 99)).map(({ activity }) => String(activity.text));

test('who leaves a question open is reminded of it once, and not before the time', async () => {
  await after(29);
  expect(await said()).toHaveLength(2);
  await after(1);
  expect(await said()).toHaveLength(3);
  expect((await said()).at(-1)).toMatch(new RegExp(`${sentence('silence.remind').source}.*What is the matter`, 's'));
  await after(1);
  expect(await said()).toHaveLength(3);
});

test('after another silence the chat is closed, with its reference and a way back, and nothing more is said', async () => {
  await after(30);
  await after(60);
  expect((await said()).at(-1)).toMatch(/\*\*[2-9A-Z]{4}-[2-9A-Z]{4}\*\*/);
  await after(10_000);
  expect(await said()).toHaveLength(4);
});

test('coming back resumes it where it was', async () => {
  await says('I changed my mind');
  await says('no order number');
  await after(30);
  await after(60);
  await says('received');
  expect((await said()).at(-1)).toMatch(
    new RegExp(`${sentence('silence.welcomeBack').source}.*Delivery: received.*When did you receive it`, 's'),
  );
});

test('an answer in time puts the reminder off', async () => {
  await after(29);
  await says('I changed my mind');
  await after(29);
  expect((await said()).at(-1)).toContain(words.say('detail.orderNumber'));
  await after(1);
  expect((await said()).at(-1)).toContain(words.say('silence.remind'));
});

test('a decided chat is left alone', async () => {
  for (const answer of ['changed-mind', "I don't know", 'received', '2020-01-01']) await says(answer);
  const before = await said();
  await after(100_000);
  expect(await said()).toEqual(before);
});

test('a case that nobody claims is brought to mind thrice, and the customer can leave an address', async () => {
  await says('other');
  for (const minutes of [15, 15, 15, 100_000]) await after(minutes);
  const told = (await said()).filter((text) => sentence('case.unclaimed').test(text));
  expect(told).toHaveLength(3);
  expect((await said()).filter((text) => text.includes(words.say('detail.email')))).toHaveLength(2);
});

test('deadlines survive a restart, and fire once though two rounds run at once', async () => {
  await core.store.close();
  await open();
  await Promise.all([after(30), after(0)]);
  expect(await said()).toHaveLength(3);
});
