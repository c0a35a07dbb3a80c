import { describe, expect, it, test } from 'vitest';
import { findDurations } from '../../../src/language/numbers/durations.ts';

/** What was found, as the words of the message and the months they mean. */
function found(text: string): string[] {
  return findDurations(text).map(({ months, start, end }) => `${text.slice(start, end)} = ${months}`);
}

describe('lengths of time in a message, in months', () => {
  test.each([
    ['it has a 2 year warranty', ['2 year = 24']],
    ['a two-year guarantee came with it', ['two-year = 24']],
    ['There is a 24-month guarantee on it.', ['24-month = 24']],
    ['24months warranty', ['24months = 24']],
    ['2yr warranty', ['2yr = 24']],
    ['the box says 2y warranty', ['2y = 24']],
    ['18 mths of cover', ['18 mths = 18']],
    ['warranty for a year and a half', ['a year and a half = 18']],
    ['one and a half years of guarantee', ['one and a half years = 18']],
    ['1.5 years', ['1.5 years = 18']],
    ['three-and-a-half-year warranty', ['three-and-a-half-year = 42']],
    ['warranty: 24m', ['24m = 24']],
    ['half a year', ['half a year = 6']],
    ['a couple of years', ['a couple of years = 24']],
    ['1 year and 6 months', ['1 year and 6 months = 18']],
    ['Two years warranty; the charger: six months!', ['Two years = 24', 'six months = 6']],
    ['50 years', ['50 years = 600']],
  ])('%s', (text, lengths) => expect(found(text)).toEqual(lengths));
});

describe('what is no length in months', () => {
  test.each([
    ['lifetime warranty'],
    ['51 years of warranty'],
    ['90 days warranty'],
    ['bought it 2 years ago'],
    ['two years back'],
    ['a month and a half ago'],
    ['2 years and 3 months ago'],
    ['a 24m cable'],
    ['a two-year-old laptop'],
    ['it broke a month later'],
    ['last year, every month, once a year'],
    ['within the past 2 years'],
    ['version 1.2 year'],
    ['order 4711-24 months'],
    ['this year'],
    [''],
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

it('gives places in the message as it was sent', () => {
  expect(found('🎉  ２４\u200b MONTHS   warranty')).toEqual(['２４\u200b MONTHS = 24']);
});
