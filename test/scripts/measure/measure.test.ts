import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'measure-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, rows: readonly object[]): void {
  writeFileSync(join(folder, name), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
}

function measured(path = folder) {
  const script = new URL('../../../scripts/measure/measure.ts', import.meta.url);
  const { stdout, stderr, status } = spawnSync(process.execPath, [script.pathname, path], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter(Boolean);
  return { scores: lines.map((line): Record<string, unknown> => JSON.parse(line)), stderr, status };
}

test('answers to yes/no questions are right, of the wrong polarity, asked again or presumed', () => {
  put('yesno.jsonl', [
    { text: 'yes please', question: null, label: 'yes' },
    { text: 'no thanks', question: null, label: 'yes' },
    { text: 'purple', question: 'Does it work?', label: 'no' },
    { text: 'maybe', question: 'Does it work?', label: 'maybe' },
    { text: 'purple', question: 'Does it work?', label: 'maybe' },
  ]);
  const { scores, status } = measured();
  expect(status).toBe(0);
  expect(scores).toEqual([
    expect.objectContaining({
      file: 'yesno.jsonl',
      rows: 5,
      accuracy: 0.6,
      wrongPolarity: 0.2,
      asksAgain: 0.2,
      presumed: 0,
      recall: { yes: 0.5, no: 0, neither: 1 },
      maybeNamed: 0.5,
      millisecondsMean: expect.any(Number),
      millisecondsWorst: expect.any(Number),
    }),
  ]);
});

test('openings are scored by the mean of their labels, with other labels apart', () => {
  put('returns_utterances.jsonl', [
    { text: 'I want to talk to a human', intent: 'talk_to_human', alt: [] },
    { text: 'please cancel my order, it has not shipped', intent: 'refund_status', alt: ['cancel_order'] },
  ]);
  const [score] = measured().scores;
  expect(score).toMatchObject({ rows: 2, accuracy: 0.5, macroF1: 0.5, accuracyWithAlt: 1, macroF1WithAlt: 1 });
  expect(score).toMatchObject({ humanRecall: 1, recall: { refund_status: 0, talk_to_human: 1 } });
  expect(score).not.toHaveProperty('asks');
});

test('openings without a reason are right when the reason is asked for', () => {
  put('return_unspecified.jsonl', [
    { text: 'I want to send something back', intent: 'return_unspecified' },
    { text: 'my kettle arrived broken and does not heat any more', intent: 'return_unspecified' },
  ]);
  const [score] = measured().scores;
  expect(score).toMatchObject({ rows: 2, asks: 0.5, claimsReason: 0.5 });
  expect(score).not.toHaveProperty('accuracy');
});

test('dates are right on the very day, texts without one when none is read', () => {
  const said = { reference: '2026-11-21', locale: 'en-GB', core: true };
  put('dates.jsonl', [
    { ...said, text: '3 May 2026', expected: { kind: 'date', value: '2026-05-03' } },
    { ...said, text: '4 May 2026', expected: { kind: 'date', value: '2026-05-03' } },
    { ...said, text: 'a blue kettle', expected: { kind: 'none' } },
  ]);
  expect(measured().scores).toEqual([expect.objectContaining({ rows: 3, core: 0.5, rejected: 1 })]);
});

test('customers are sent through whole chats, by shop, free and guided', () => {
  put('customers.jsonl', [
    { shop: 'equipment-shop', customers: 5 },
    { shop: 'fourteen-day-shop', customers: 5 },
  ]);
  const questions = { 'equipment-shop': expect.any(Number), 'fourteen-day-shop': expect.any(Number) };
  expect(measured().scores).toEqual([
    {
      file: 'customers.jsonl',
      rows: 2,
      agree: { 'equipment-shop': 1, 'fourteen-day-shop': 1 },
      questionsFree: questions,
      questionsGuided: questions,
    },
  ]);
});

test('a file of another name is known by its rows; files of other rows are passed over', () => {
  put('held-out.jsonl', [{ text: 'yes', label: 'yes' }, { price: 3 }]);
  put('prices.jsonl', [{ price: 3 }]);
  writeFileSync(join(folder, 'notes.jsonl'), 'not JSON');
  writeFileSync(join(folder, 'README.md'), '# rows');
  expect(measured().scores).toEqual([
    expect.objectContaining({ file: 'held-out.jsonl', rows: 1, accuracy: 1, rowsOfOtherShape: 1 }),
  ]);
});

test('a folder that is not there is one line and exit code 2', () => {
  const { scores, stderr, status } = measured(join(folder, 'nowhere'));
  expect(status).toBe(2);
  expect(scores).toEqual([]);
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('nowhere')]);
});
