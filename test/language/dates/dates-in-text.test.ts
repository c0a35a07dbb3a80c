import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findDates } from '../../../src/language/dates/dates-in-text.ts';

/** A Saturday. */
const TODAY = '2026-11-21';

/** What was found, as the words of the message and the days they mean. */
function found(text: string): string[] {
  return findDates(text, { today: TODAY }).map(({ reading, start, end }) => {
    const words = text.slice(start, end);
    if (reading.kind === 'date') return `${words} = ${reading.value}`;
    if (reading.kind === 'range') return `${words} = ${reading.from}..${reading.to}`;
    return reading.kind === 'ambiguous' ? `${words} = ${reading.values.join(' or ')}` : `${words} = ${reading.kind}`;
  });
}

describe('dates in a longer message, with their places', () => {
  test.each([
    [
      'I bought the drill two weeks ago and it arrived last Monday.',
      ['two weeks ago = 2026-11-07', 'last Monday = 2026-11-16'],
    ],
    ['Ordered on 3 May, delivered on the 5th of May, broken.', ['on 3 May = 2026-05-03', '5th of May = 2026-05-05']],
    ['Hello!  My order 4711-0815 came YESTERDAY… and is broken', ['YESTERDAY = 2026-11-20']],
    ['It came on Tuesday, 12 May. The box was torn.', ['on Tuesday, 12 May = 2026-05-12']],
    ['“Bought it 03/05/2026”, says the receipt', ['03/05/2026 = 2026-05-03 or 2026-03-05']],
    ['got it on the twenty-first of October, works fine since', ['twenty-first of October = 2026-10-21']],
    [
      'Bought it last summer. Received in September.',
      ['last summer = 2026-06-01..2026-08-31', 'in September = 2026-09-01..2026-09-30'],
    ],
  ])('%s', (text, dates) => expect(found(text)).toEqual(dates));

  test.each([
    ['got it last Tuesday, opened it on Wednesday', ['last Tuesday = 2026-11-17', 'on Wednesday = 2026-11-18']],
    [
      'On May 3 I ordered, on May 10 it came, and on May 12 it failed',
      ['May 3 = 2026-05-03', 'May 10 = 2026-05-10', 'May 12 = 2026-05-12'],
    ],
    ['bought it for Christmas', ['Christmas = 2025-12-24..2025-12-26']],
    ['it came about 10 days ago', ['about 10 days ago = 2026-11-09..2026-11-13']],
    ['It came 12. May. It broke.', ['12. May = 2026-05-12']],
    [
      "it'll be two years in June, and it died yesterday",
      ["'ll be two years in June = 2025-06-01..2025-06-30", 'yesterday = 2026-11-20'],
    ],
    ['came last wensday and broke yesturday', ['last wensday = 2026-11-18', 'yesturday = 2026-11-20']],
  ])('%s', (text, dates) => expect(found(text)).toEqual(dates));

  it('places are those of the message as it was sent', () => {
    expect(found('🎉  It\u200b came   \n\t  two   WEEKS\u00a0ago 🎉')).toEqual(['two   WEEKS\u00a0ago = 2026-11-07']);
    expect(found('１２ Ｍａｙ was the day')).toEqual(['１２ Ｍａｙ = 2026-05-12']);
  });
});

describe('what is no date', () => {
  test.each([
    ['it has a 24 months warranty'],
    ['I used it for 3 weeks'],
    ['the battery lasted two weeks'],
    ['can I return it within 14 days?'],
    ['it died two weeks after I got it'],
    ['a month later it stopped'],
    ['order EQ-1001'],
    ['my order number is 2024-0012'],
    ['firmware v2.5 on it'],
    ['version 1.12.2020'],
    ['paid $12.50 for the 1/2 inch bolt'],
    ['the screen is 15.6 inches'],
    ['call me on 0170 1234567 or +44 20 7946 0958'],
    ['at 10:30 or 7 pm'],
    ['it is 20% slower'],
    ['it may be broken'],
    ['the older 1 may be faulty'],
    ['my Christmas present'],
    ['it ran for the past few weeks'],
    ['I had it for the last year'],
    ['it died within one hour and again 8 hours later'],
    ['it worked up to now'],
    ['it does not start as it used to now'],
    ['it broke in 2 weeks'],
    ['it came the following Monday'],
    ['on the Saturday before'],
    ['every Tuesday it stops'],
    ['it has been off for the last 2 weeks'],
    ['the battery lasts 2 hours'],
    ['can I return it by Friday'],
    ['it arrives next week'],
    ['model DX-12-05, 3.5 mm jack, 5-10 kg'],
    ['no answer in 3-5 business days'],
    ['it is two years old'],
    [''],
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

const PIECES =
  "a an the 1 2 3 12 31 99 1st 2nd 31st of in on at last this next past week weeks month months year years day days quarter weekend business ago back before after from to till between and or half early mid late end May feb march Monday tues friday Christmas Easter new year summer q1 3/5 5.4.2026 2026-05-12 29 2024 9999 about over nearly , . - / ' ½ \u200b 🎉 may it’ll be was old yesterday today now".split(
    ' ',
  );

it('whatever is said, a date found has its place in the message and has passed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }),
      fc.constantFrom(' ', '  ', ''),
      (pieces, gap) => {
        const text = pieces.join(gap);
        let last = 0;
        for (const { reading, start, end } of findDates(text, { today: TODAY })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
          if (reading.kind === 'range') expect(reading.from < reading.to && reading.to <= TODAY).toBe(true);
          else if (reading.kind === 'date') expect(reading.value <= TODAY).toBe(true);
          else expect(reading.kind).toBe('ambiguous');
        }
      },
    ),
    { numRuns: 2000 },
  );
});
