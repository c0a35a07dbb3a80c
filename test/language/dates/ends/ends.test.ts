import { describe, expect, it, test } from 'vitest';
import { readEnd } from '../../../../src/language/dates/ends/ends.ts';

/** A Saturday. */
const TODAY = '2026-11-28';
const end = (text: string) => readEnd(text, { today: TODAY });
const day = (value: string) => ({ kind: 'day', value });
const range = (from: string, to: string) => ({ kind: 'range', from, to });

describe('a last day, ahead of today or behind it', () => {
  test.each([
    ['until 31 May 2027', '2027-05-31'],
    ['it ended on 31 May 2025', '2025-05-31'],
    ['ends 12. May 2027', '2027-05-12'],
    ['valid till 2027-06-01', '2027-06-01'],
    ['bought 3 May 2025, runs until 3 May 2027', '2027-05-03'],
    ['it ran out two weeks ago', '2026-11-14'],
    ['it expires in 8 months', '2027-07-28'],
    ['two more years', '2028-11-28'],
    ['for another year', '2027-11-28'],
    ['it runs until 3 June', '2027-06-03'],
    ['it expired on 3 June', '2026-06-03'],
    ['until the end of next year', '2027-12-31'],
    ['till end of this year', '2026-12-31'],
    ['ends 1st of March next year', '2027-03-01'],
  ])('%s', (text, value) => expect(end(text)).toEqual(day(value)));

  test.each([
    ['until March 2028', '2028-03-01', '2028-03-31'],
    ['valid till 05/2027', '2027-05-01', '2027-05-31'],
    ['until next March', '2027-03-01', '2027-03-31'],
    ['next summer', '2027-06-01', '2027-08-31'],
    ['until 2028', '2028-01-01', '2028-12-31'],
    ['this November', '2026-11-01', '2026-11-30'],
    ['it expired in March', '2026-03-01', '2026-03-31'],
    ['it expires in March', '2027-03-01', '2027-03-31'],
  ])('%s', (text, from, to) => expect(end(text)).toEqual(range(from, to)));

  it('a day without a year may be either, unless the verb tells', () => {
    expect(end('until 3 June')).toEqual({ kind: 'ambiguous', values: ['2026-06-03', '2027-06-03'] });
  });

  it('the day of the purchase is no end', () => {
    expect(end('I bought it on 3 May 2025')).toEqual({ kind: 'other-event', from: '2025-05-03', to: '2025-05-03' });
  });

  test.each([['5 years'], ["I don't know"], ['it is still valid'], ['']])('"%s" names none', (text) =>
    expect(end(text)).toEqual({ kind: 'none' }),
  );
});

describe('a length of time from a day', () => {
  test.each([
    ['24 months from 27 Nov 2024', 24, '2024-11-27'],
    ['2 years starting 3 May 2025', 24, '2025-05-03'],
    ['two years warranty from the date of purchase, 27.11.2024', 24, '2024-11-27'],
    ['27 Nov 2024 + 24 months', 24, '2024-11-27'],
    ['from 27 Nov 2024 for 3 years', 36, '2024-11-27'],
  ])('%s', (text, months, value) =>
    expect(end(text)).toEqual({ kind: 'length', months, from: { kind: 'date', value } }),
  );
});
