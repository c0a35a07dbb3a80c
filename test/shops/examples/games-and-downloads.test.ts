import { describe, expect, it, test } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { interviewWith } from '../../docs/recipe-chat.ts';

const policy = loadPolicy('policies/examples/games-and-downloads');
const today = '2026-11-03';

it('passes without a finding, and its examples show everything', () => {
  expect(checkPolicy(policy, today)).toEqual([]);
  expect(unshownFindings(new Space(policy, today))).toEqual([]);
});

describe('a game that is not wanted any more', () => {
  const game = { reason: 'unwanted', product: 'a game', purchasedOn: '1 November', banned: 'no' };

  test('after 1 hour 59 minutes comes back as money, or as credit with 5% on top', () => {
    const { decision } = interviewWith(policy, today, { ...game, playMinutes: '1 hour 59 minutes', choose: 'credit' });
    expect(decision).toMatchObject({ resolution: 'refund', chosen: 'wallet', deadline: '2026-11-15' });
    expect(decision?.options).toMatchObject([{ refundAs: 'original' }, { refundAs: 'store-credit', bonusPercent: 5 }]);
  });

  test('after two hours it stays', () => {
    const { decision } = interviewWith(policy, today, { ...game, playMinutes: '2 hours' });
    expect(decision).toMatchObject({ resolution: 'not-eligible', clauses: ['under-two-hours'] });
  });

  test('"about two hours" is asked for exactly', () =>
    expect(interviewWith(policy, today, { ...game, playMinutes: 'about two hours' }).text).toContain(
      'the exact figure',
    ));
});

test('a pre-order is cancelled until its release, and nothing is asked about play', () => {
  const replies = { reason: 'unwanted', product: 'pre-order', releasedOn: '18 February 2027' };
  const { decision, says } = interviewWith(policy, today, replies);
  expect(decision).toMatchObject({ resolution: 'cancellation', feePercent: 0, deadline: '2027-02-18' });
  expect(says).toHaveLength(3);
});

test.each([
  ['4.99', '4.49'],
  ['10.00', '9.50'],
  ['10.10', '9.59'],
  ['30.00', '28.50'],
])('of a code for €%s that nobody has seen €%s come back', (price, amount) => {
  const facts = { reason: 'unwanted', product: 'code', codeRevealed: false, purchasedOn: '2026-11-01' };
  const verdict = decide(policy, { ...facts, price: { amount: price, currency: 'EUR' } }, { today });
  expect(verdict).toMatchObject({ decision: { refund: { amount } } });
});
