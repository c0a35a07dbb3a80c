import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMending, readRuling } from '../../../src/desk/chatwoot/commands.ts';

const guide = readFileSync(new URL('../../../docs/guides/chatwoot.md', import.meta.url), 'utf8');

test('the rulings of the guide are rulings', () => {
  const commands = [...guide.matchAll(/`(\/rule [^`]+)`/g)].map(([, command = '']) => readRuling(command));
  expect(commands).toEqual([
    { ruling: 'approve', resolution: 'return', reason: 'the reason' },
    { ruling: 'uphold', resolution: undefined, reason: 'the reason' },
  ]);
});

test('the notes of the guide that mend something do', () => {
  const notes = [...guide.matchAll(/private note `(\/(?!rule|correct)[^`]+)`/g)].map(([, note = '']) =>
    readMending(note),
  );
  expect(notes).toEqual([
    { kind: 'withdraw', note: 'the reason' },
    { kind: 'take-over' },
    { kind: 'release' },
    { kind: 'reopen' },
  ]);
});

test.each([
  ['/withdraw', 'unclear'],
  ['/withdraw:  ', 'unclear'],
  ['/reopening hours are 9 to 5', undefined],
  ['please /reopen', undefined],
])('%j is read as %o', (text, mending) => expect(readMending(text)).toEqual(mending));

test('a correction says that it is one', () => {
  expect(readRuling('/correct uphold: A mistake.')).toEqual({ ruling: 'uphold', reason: 'A mistake.', isAgain: true });
});

test('the guide names every setting', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const settings = [...example.matchAll(/^(CHATWOOT_\w+)=/gm)].map(([, name = '']) => name);
  expect(settings).toHaveLength(6);
  expect(settings.filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
});

test.each([
  ['/rule approve return: You were ill.', { ruling: 'approve', resolution: 'return', reason: 'You were ill.' }],
  ['/RULE Approve  Warranty-Repair :A', { ruling: 'approve', resolution: 'warranty-repair', reason: 'A' }],
  ['/rule uphold: one\ntwo: three', { ruling: 'uphold', reason: 'one\ntwo: three' }],
  ['/rule', 'unclear'],
  ['/rule approve return', 'unclear'],
  ['/rule approve return:   ', 'unclear'],
  ['/rule approve two words: reason', 'unclear'],
  ['/ruler: 30 cm', undefined],
  ['rule approve return: reason', undefined],
  ['We could /rule approve return: reason', undefined],
])('%j is read as %o', (text, ruling) => expect(readRuling(text)).toEqual(ruling));

test('a reason has 500 characters at most', () => {
  expect(readRuling(`/rule uphold: ${'x'.repeat(500)}`)).toMatchObject({ ruling: 'uphold' });
  expect(readRuling(`/rule uphold: ${'x'.repeat(501)}`)).toBe('unclear');
});

test.each([' ', 'a', ' a', '\n', ':'])('a long hostile note of %j is no ruling', (filler) => {
  expect(readRuling(`/rule approve ${filler.repeat(150_000 / filler.length)}`)).toBe('unclear');
});
