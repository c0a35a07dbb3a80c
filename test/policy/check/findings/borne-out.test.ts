import { expect, it } from 'vitest';
import { bearsOut } from '../../../../src/policy/check/findings/borne-out.ts';

const refund = { amount: '57.04', fee: '2.95', currency: 'GBP', parts: [{ part: 'price', amount: '59.99' }] };

it('a sum may be shown without its parts, and no other sum', () => {
  expect(bearsOut(refund, { amount: '57.04', currency: 'GBP' })).toBe(true);
  expect(bearsOut(refund, { amount: '57.05', currency: 'GBP' })).toBe(false);
  expect(bearsOut(refund, { amount: '57.04', bonus: '1.00' })).toBe(false);
  expect(bearsOut(undefined, { amount: '57.04' })).toBe(false);
  expect(bearsOut('57.04', { amount: '57.04' })).toBe(false);
});

it('parts that are shown are shown whole', () => {
  expect(bearsOut(refund, { parts: [{ part: 'price', amount: '59.99' }] })).toBe(true);
  expect(bearsOut(refund, { parts: [{ part: 'price', amount: '59.98' }] })).toBe(false);
  expect(bearsOut(refund, { parts: [] })).toBe(false);
});

it('lists are sets, and an absent one is an empty one', () => {
  expect(bearsOut(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(bearsOut(['a'], ['b', 'a'])).toBe(false);
  expect(bearsOut(undefined, [])).toBe(true);
  expect(bearsOut(undefined, 'a')).toBe(false);
});
