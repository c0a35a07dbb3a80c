import { describe, expect, test } from 'vitest';
import { readBounded } from '../../../../src/language/dates/events/bounded.ts';

/** On a Wednesday. */
const read = (text: string) => readBounded(text, '2026-11-25');
const range = (from: string, to: string) => ({ kind: 'range', from, to });

describe('a day that is only bounded', () => {
  test.each([
    ['after the 12th', range('2026-11-13', '2026-11-25')],
    ['it came some time after 12 November', range('2026-11-13', '2026-11-25')],
    ['not before the 12th', range('2026-11-12', '2026-11-25')],
    ['after last Friday', range('2026-11-21', '2026-11-25')],
    ['before the 12th', range('2016-11-11', '2026-11-11')],
    ['by the 12th at the latest', range('2016-11-12', '2026-11-12')],
    ['I got it before May', range('2016-04-30', '2026-04-30')],
  ])('%s', (text, days) => expect(read(text)).toEqual(days));
});

describe('a day that is named by its number, and not for certain', () => {
  test.each(['probably the 20th', 'I think the 20th', 'it must have been the 20th', 'maybe on the 20th'])(
    '%s',
    (text) => expect(read(text)).toEqual({ kind: 'date', value: '2026-11-20', isPerhaps: true }),
  );
});

test.each(['after lunch', 'before I go', 'by courier', 'the 20th', 'after today'])('no such day: %s', (text) =>
  expect(read(text)).toBeUndefined(),
);
