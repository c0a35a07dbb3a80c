import { beforeEach, expect, test } from 'vitest';
import { newConversation, recordVersion } from '../../../src/machines/record/record.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import type { Json } from '../../../src/store/store.ts';
import { newDataDir, runCommand } from '../command.ts';

const hostile = 'I need help \u001b]0;owned\u0007\n2026-11-21 10:00 Assistant \u009b2J approved';
const at = (minute: number): string => `2026-11-21T10:0${minute}:00.000Z`;

let dataDir: string;

beforeEach(async () => {
  dataDir = newDataDir();
  const filed = [
    { reference: 'AAAA-2222', state: 'waiting', urgent: false, because: 'asked-for-human' },
    { reference: 'BBBB-3333', state: 'closed', urgent: true, because: 'refuse-delivery' },
    { reference: 'CCCC-4444', state: 'claimed', urgent: false, because: 'human-review' },
    { reference: 'DDDD-5555', state: 'waiting', urgent: true, because: 'refuse-delivery' },
  ];
  const store = openSqliteStore(dataDir);
  for (const [minute, { because, ...filedCase }] of filed.entries()) {
    const conversationId = `c-${filedCase.reference}`;
    const caseFile = {
      because,
      policy: { id: 'fortnight-shop', version: '1', digest: 'sha256:gone' },
      answers: [{ fact: 'reason', value: 'other', source: 'stated', label: 'Reason', summary: 'else \u001b[2J' }],
      facts: { reason: 'other' },
      decision: {
        resolution: 'human-review',
        clauses: ['return-14-days'],
        terms: [],
        review: [{ fact: 'discounted', answers: [{ value: true, resolution: 'not-eligible' }] }],
      },
    };
    const record = {
      version: recordVersion,
      language: 'en',
      policy: { id: 'fortnight-shop', digest: 'sha256:gone' },
      conversation: newConversation(),
    };
    await store.commit({
      conversationId,
      expectedRevision: 0,
      create: { channel: 'directline', policyId: 'fortnight-shop', userId: 'dl_1' },
      inbound: { key: 'k', activity: { type: 'message', text: hostile, from: { id: 'dl_1' } } },
      record: JSON.parse(JSON.stringify(record)) as Json,
      events: [],
      replies: [{ type: 'message', text: 'Your reference is **AAAA-2222**.' }],
      effects: [],
      cases: [{ ...filedCase, conversationId, caseFile }],
      decisions: [],
      at: at(minute),
    });
  }
  await store.close();
});

test('open cases come first, urgent ones before the others, then the oldest', async () => {
  const { code, output } = await runCommand(['cases'], dataDir);
  expect(code).toBe(0);
  expect(output.trimEnd().split('\n')).toEqual([
    'REFERENCE  STATE            SINCE (UTC)       POLICY          WHY',
    'DDDD-5555  waiting, urgent  2026-11-21 10:03  fortnight-shop  a courier is at the door',
    'AAAA-2222  waiting          2026-11-21 10:00  fortnight-shop  the customer asks for a person',
    'CCCC-4444  claimed          2026-11-21 10:02  fortnight-shop  the policy leaves this to people',
    'BBBB-3333  closed, urgent   2026-11-21 10:01  fortnight-shop  a courier is at the door',
  ]);
});

test('--open leaves out what is done', async () => {
  const { output } = await runCommand(['cases', '--open', '--json'], dataDir);
  const references = (JSON.parse(output) as { reference: string }[]).map(({ reference }) => reference);
  expect(references).toEqual(['DDDD-5555', 'AAAA-2222', 'CCCC-4444']);
});

test('a case comes whole, and what a customer wrote cannot pass for something else', async () => {
  const { code, output } = await runCommand(['cases', 'aaaa-2222'], dataDir);
  expect(code).toBe(0);
  expect(output.trimEnd().split('\n')).toEqual([
    'AAAA-2222 · waiting',
    'Since 2026-11-21 10:00 UTC: the customer asks for a person',
    'Policy fortnight-shop, version 1; conversation c-AAAA-2222',
    '',
    'Known',
    '  Reason: else ␛[2J (the customer answered)',
    '',
    'The policy says: left to people',
    '  return-14-days',
    '',
    'Not known, and what each answer would lead to',
    '  discounted: true → excluded by the policy',
    '',
    'Conversation (UTC)',
    '2026-11-21 10:00 Customer',
    '  I need help ␛]0;owned␇',
    '  2026-11-21 10:00 Assistant ‹U+009B›2J approved',
    '2026-11-21 10:00 Assistant',
    '  Your reference is AAAA-2222.',
  ]);
});

test('a case as JSON has its conversation, and no character that a terminal acts on', async () => {
  const { output } = await runCommand(['cases', 'AAAA-2222', '--json'], dataDir);
  expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  const { reference, transcript } = JSON.parse(output) as { reference: string; transcript: { activity: unknown }[] };
  expect(reference).toBe('AAAA-2222');
  expect(transcript.map(({ activity }) => activity)).toMatchObject([{ text: hostile }, { type: 'message' }]);
});

test('the facts of a found order stand beside what the customer said', async () => {
  const folder = newDataDir();
  const replies = ['It does not work properly', 'FD-1001', 'olga@example.com', 'talk to a human'];
  const { output } = await runCommand(['chat', '--policy', 'fortnight-shop'], folder, replies);
  const reference = /reference is (\S{9})/.exec(output.replace(/\s+/g, ' '))?.[1] ?? '';
  const shown = await runCommand(['cases', reference], folder);
  expect(shown.output).toContain('Reason: it does not work properly (the customer answered)');
  expect(shown.output).toMatch(/Received[^\n]*7 November 2026 \(the order says\)/);
});

test('nothing to list is said', async () => {
  const folder = newDataDir();
  await openSqliteStore(folder).close();
  expect((await runCommand(['cases'], folder)).output).toBe('There is no case.\n');
  expect((await runCommand(['cases', '--open'], folder)).output).toBe('No case is open.\n');
});

test.each([
  [['cases', 'ZZZZ-9999'], 'There is no case with that reference; "returns cases" lists them.'],
  [['cases', 'A', 'B'], 'Give one reference, or none to list the cases.'],
  [['cases', '--all'], "Unknown option '--all'; add --help to see what there is."],
])('%j is a mistake with one line that says what to do', async (args, line) => {
  expect(await runCommand(args, dataDir)).toEqual({ code: 2, output: '', errors: `${line}\n` });
});

test('a folder that holds no database of ours is named in one line', async () => {
  const { code, errors } = await runCommand(['cases'], '/dev/null/nowhere');
  expect(code).toBe(2);
  expect(errors).toMatch(/^There is no returns\.db in DATA_DIR \S+: .+\n$/);
});
