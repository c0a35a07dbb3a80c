import { describe, expect, test } from 'vitest';
import { isAdding } from '../../../src/language/corrections/adding.ts';
import { dayOfMonth, daysMoved, monthNamed, yearNamed } from '../../../src/language/corrections/days.ts';
import { correctionParts } from '../../../src/language/corrections/parts.ts';

const right = (text: string) => correctionParts(text).flatMap((part) => (part.isWrong ? [] : [part.text]));
const wrong = (text: string) => correctionParts(text).flatMap((part) => (part.isWrong ? [part.text] : []));

describe('the parts of a correction', () => {
  test.each([
    ['36 not 24', ['36'], ['24']],
    ['two years, not one', ['two years'], ['one']],
    ['please write 3 May instead of 5 May', ['3 may'], ['5 may']],
    ['Monday rather than Tuesday', ['monday'], ['tuesday']],
    ['not the cable, the lamp', ['the lamp'], ['the cable']],
    ['oops, I meant the lamp', ['the lamp'], []],
    ['the charger actually', ['the charger'], []],
  ])('"%s": %j instead of %j', (text, isRight, isWrong) => {
    expect(right(text)).toEqual(isRight);
    expect(wrong(text)).toEqual(isWrong);
  });

  test.each(['it does not start', 'I am not a member', "it's not new"])(
    'a sentence that denies is one part: "%s"',
    (text) => expect(correctionParts(text)).toHaveLength(1),
  );

  test.each([
    ['bought it on the 7th, otherwise fine', ['bought it on the 7th']],
    ['it was the 3rd, the rest is correct', ['it was the 3rd']],
    ['everything right, only it came on Friday', ['it came on friday']],
    ['nope its 36', ['its 36']],
    ['yes but I looked inside', ['i looked inside']],
  ])('what agrees to the rest is none of them: "%s"', (text, parts) => expect(right(text)).toEqual(parts));
});

describe('a day told by another', () => {
  test.each([
    ['it was the 24th', 24],
    ['the 3rd', 3],
    ['9', 9],
    ['on the 31', 31],
    ['9 months', undefined],
    ['3 May', undefined],
    ['the 3rd or the 4th', undefined],
    ['the 32nd', undefined],
    ['at 9:30', undefined],
    ['15 %', undefined],
  ])('of its month: "%s" is %s', (text, day) => expect(dayOfMonth(text)).toBe(day));

  test.each([
    ['got it two days later', 2],
    ['1 week earlier', -7],
    ['the day before', -1],
    ['the next day after', 1],
    ['5 days ago', undefined],
    ['in two days', undefined],
  ])('by days in between: "%s" is %s', (text, days) => expect(daysMoved(text)).toBe(days));
});

test.each([
  ['October', 10],
  ['it was may', 5],
  ['sept', 9],
  ['3 May', undefined],
  ['last October', undefined],
])('the same day of another month: "%s" is %s', (text, month) => expect(monthNamed(text.toLowerCase())).toBe(month));

test('"also", "as well" add to what was understood', () => {
  expect(isAdding('the seal as well')).toBe(true);
  expect(isAdding('just the seal')).toBe(false);
});

test.each([
  ['2028', 2028],
  ["it's 2028", 2028],
  ['the year should be 2027', 2027],
  ['2027 instead', 2027],
  ['3 May 2027', undefined],
  ['model 2027', undefined],
])('the year that a part names alone: "%s"', (text, year) => expect(yearNamed(text)).toBe(year));
