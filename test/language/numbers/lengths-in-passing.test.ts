import { describe, expect, test } from 'vitest';
import { readMonthsAmongMore, readMonthsBeforePurchase } from '../../../src/language/numbers/months-among-more.ts';
import { readMonths } from '../../../src/language/numbers/numbers.ts';

describe('no warranty is no month', () => {
  test.each([
    'no warranty on it',
    'none at all',
    'none. it was sold without any warranty',
    'there was no warranty with it, it was a floor model',
    'no guarantee given',
  ])('%s', (text) => expect(readMonths(text)).toBe(0));

  test.each(['none on the cable, 12 months on the lamp', 'no warranty card here'])('but not in "%s"', (text) =>
    expect(readMonths(text)).toBeUndefined(),
  );
});

test('a unit that stands against its number: the leaflet says 18mo', () =>
  expect(readMonthsAmongMore('the leaflet says 18mo')?.months).toBe(18));

test('a length that replaces one that is taken back: six months, sorry, the slip says a year', () =>
  expect(readMonthsAmongMore('six months, sorry, the slip says one year')?.months).toBe(12));

test('a length before the day of purchase', () =>
  expect(readMonthsBeforePurchase('36 months, and I ordered it on 4 June 2026')).toBe(36));
