import { describe, expect, test } from 'vitest';
import { isUnsettled } from '../../../src/language/dates/unsettled.ts';

describe('a day that may not be the one', () => {
  test.each([
    'it was scheduled for 9 November',
    'the parcel was to come on the 9th',
    'it should have arrived last Monday',
    'the 9th, the courier claims',
    'we were told the cover ran out in June',
    'it would have lapsed in June',
    'June, but the maker prolonged it by a year',
    'replaced on 4 April, the first one I bought in 2022',
  ])('is planned, imagined, told by others or overtaken: "%s"', (text) => expect(isUnsettled(text)).toBe(true));
});

describe('a day as it was', () => {
  test.each([
    'it arrived on 9 November',
    'the receipt says 9 November',
    'I bought it to replace my old one on 3 May',
    'I had to sign for it on the 9th',
    'it ended on 1 June',
    'an extended warranty until June 2028',
  ])('"%s"', (text) => expect(isUnsettled(text)).toBe(false));
});
