import { expect, test } from 'vitest';
import { accountFor, clausesOf, isSmallTalk } from '../../../src/language/text/account.ts';
import { placedWords } from '../../../src/language/text/placed-words.ts';

test('words stand where they were written, in plain form', () => {
  const said = 'Don’t,\u00a0ＯＫ? 20 % 👍';
  expect(placedWords(said).map(({ word, start, end }) => [word, said.slice(start, end)])).toEqual([
    ["don't", 'Don’t'],
    ['ok', 'ＯＫ'],
    ['20 %', '20 %'],
    ['👍', '👍'],
  ]);
});

test('what a reading rests on is told in runs, and the rest in words', () => {
  const account = accountFor('Yes it was, on Tuesday at noon', ({ word }) => isSmallTalk(word));
  expect(account).toEqual({
    spans: [
      { start: 0, end: 14 },
      { start: 23, end: 25 },
    ],
    rest: 'Tuesday noon',
  });
});

test('a message falls into clauses at pauses and where another thought begins', () => {
  expect(clausesOf('No, it broke - sadly, and it leaks because it fell').map(({ text }) => text)).toEqual([
    'no',
    'it broke',
    'sadly',
    'and it leaks',
    'because it fell',
  ]);
  expect(clausesOf('the seal and the box')).toHaveLength(1);
});

test('denials and numbers are no small talk, smileys are', () => {
  expect(['not', "don't", '3', 'box', 'only', 'but'].some(isSmallTalk)).toBe(false);
  expect(['the', 'please', 'yes', '😀'].every(isSmallTalk)).toBe(true);
});
