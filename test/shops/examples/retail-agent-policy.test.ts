import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { chatWith, interviewWith } from '../../docs/recipe-chat.ts';

const policy = loadPolicy('policies/examples/retail-agent-policy');
const today = '2026-11-20';
const dollars = (amount: string) => ({ amount, currency: 'USD' });

it.each([today, '2028-02-29'])('passes without a finding on %s, and its examples show everything', (day) => {
  expect(checkPolicy(policy, day)).toEqual([]);
  expect(unshownFindings(new Space(policy, day))).toEqual([]);
});

describe('what is not as it should be', () => {
  const broken = { reason: 'faulty', deliveredOn: '1 November 2026' };

  it('is kept and refunded up to $20', () => {
    const { decision, card } = interviewWith(policy, today, { ...broken, price: '$20' });
    expect(decision).toMatchObject({ resolution: 'refund-without-return', refund: { amount: '20.00' } });
    expect(card).toContain('Refunded, and nothing comes back');
  });

  it('is replaced or refunded above, as the customer likes', () => {
    const replies = { ...broken, price: '$64.50', inStock: 'yes' };
    expect(interviewWith(policy, today, replies).asked).toMatchObject({ id: 'choose' });
    const { decision, card } = interviewWith(policy, today, { ...replies, choose: 'the same again' });
    expect(decision).toMatchObject({ chosen: 'replacement' });
    expect(card).toContain('We send you the same item again.');
  });

  it('is refunded where there is no other: nothing is left to choose', () => {
    const { decision, text } = interviewWith(policy, today, { ...broken, price: '$64.50', inStock: 'no' });
    expect(decision).toMatchObject({ resolution: 'return', options: [{ id: 'money' }] });
    expect(text).toContain('You get: $64.50.');
  });
});

describe('a late return', () => {
  const late = { reason: 'changed-mind', used: false, deliveredOn: '2026-10-20' };

  it.each([
    ['standard', '2026-11-20', 'not-eligible'],
    ['silver', '2026-12-04', 'return'],
    ['silver', '2026-12-05', 'not-eligible'],
    ['gold', '2026-12-19', 'return'],
    ['gold', '2026-12-20', 'not-eligible'],
  ])('of a %s account on %s: %s', (tier, day, resolution) => {
    const verdict = decide(policy, { ...late, tier, exceptionUsed: false }, { today: day });
    expect(verdict).toMatchObject({ decision: { resolution } });
  });

  it('of nobody knows which tier is not refused: the tier is asked', () => {
    expect(decide(policy, late, { today })).toMatchObject({ kind: 'undecided', ask: 'tier' });
    expect(decide(policy, late, { today: '2026-12-20' })).toMatchObject({ decision: { clauses: ['thirty-days'] } });
  });
});

it('a missing parcel is sent again, once the carrier has had its working days', () => {
  const says = ['It has not arrived', 'It is under way', '24 November 2026'];
  expect(chatWith(policy, '2026-11-30', ...says).decision).toMatchObject({ resolution: 'wait' });
  const { decision, card } = chatWith(policy, '2026-12-01', ...says, 'Yes', 'Send it again');
  expect(decision).toMatchObject({ resolution: 'resend', chosen: 'again' });
  expect(card).toContain('It is sent again');
});

describe('a price difference', () => {
  const cheaper = { reason: 'It is cheaper now', purchasedOn: '6 November 2026', seller: 'Marlow & Finch' };

  it('is paid up to $50', () => {
    const { decision, text } = interviewWith(policy, today, { ...cheaper, difference: '$63.20' });
    expect(decision).toMatchObject({ resolution: 'price-difference', refund: { amount: '50.00' } });
    expect(text).toContain('Price difference: $63.20.');
  });

  it('that is known roughly is promised without a sum', () => {
    const { decision, text } = interviewWith(policy, today, { ...cheaper, difference: 'about $60' });
    expect(decision).not.toHaveProperty('refund');
    expect(text).toContain('Price difference: the whole of it. At most: $50.00.');
  });

  it('under a dollar is not paid, whoever sold it', () => {
    const verdict = decide(policy, { reason: 'price-drop', difference: dollars('0.99') }, { today });
    expect(verdict).toMatchObject({ decision: { resolution: 'no-difference', clauses: ['price-drop-limits'] } });
  });
});
