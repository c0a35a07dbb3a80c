import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/language/yes-no/reply.ts';

const DISCOUNT = 'Did you buy it at a discount or on promotion?';
const WORKS = 'Does the device itself still work fully?';

describe('a reduction that was missed, or that another item had, is none, which is shown back', () => {
  test.each([
    ['they had a sale on but it was over by the time I ordered', DISCOUNT],
    ['there was an offer which expired the day before', DISCOUNT],
    ["the cable was on sale. The scanner wasn't", DISCOUNT],
    ['the first one works, this one nope', WORKS],
    ['I had a coupon but it was long expired', DISCOUNT],
    ["the page promised a tenth off but the voucher wouldn't work", DISCOUNT],
    ['typed in the code, only it was rejected at the till', DISCOUNT],
    ["there was a promotion but this one wasn't part of it", DISCOUNT],
  ])('%s', (text, question) => expect(readReply(text, question)).toMatchObject({ says: 'no', certainty: 'likely' }));

  test('one that was met is a yes: bought it in the summer sale', () =>
    expect(readReply('bought it in the summer sale', DISCOUNT)?.says).toBe('yes'));
});
