import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/language/dates/dates.ts';

/** On a Saturday. */
const read = (text: string) => readDate(text, { today: '2026-11-21' });
const range = (from: string, to: string) => ({ kind: 'range', from, to });

describe('two bounds are one stretch of time', () => {
  test.each([
    ['over two weeks ago, under three', range('2026-11-01', '2026-11-06')],
    ['more than a week ago but less than two', range('2026-11-08', '2026-11-13')],
    ['less than 5 weeks, more than 4', range('2026-10-18', '2026-10-23')],
    ['over a week ago, no more than 9 days', range('2026-11-12', '2026-11-13')],
    ['a week ago at least, two at most', range('2026-11-07', '2026-11-14')],
    ['no later than 9 November, not before 5 November', range('2026-11-05', '2026-11-09')],
  ])('%s', (text, reading) => expect(read(text)).toMatchObject(reading));
});

describe('a part of a period', () => {
  test.each([
    ['the first third of October', range('2026-10-01', '2026-10-10')],
    ['the last third of October', range('2026-10-20', '2026-10-31')],
    ['last weekend, Saturday or Sunday', range('2026-11-14', '2026-11-15')],
  ])('%s', (text, reading) => expect(read(text)).toMatchObject(reading));
});

test.each([
  ['just now', '2026-11-21'],
  ['3 hrs ago', '2026-11-21'],
  ['20 minutes ago', '2026-11-21'],
  ['16 days past', '2026-11-05'],
])('%s', (text, value) => expect(read(text)).toMatchObject({ kind: 'date', value }));

test('less than a day ago may be yesterday', () =>
  expect(read('less than a day ago')).toMatchObject(range('2026-11-20', '2026-11-21')));
