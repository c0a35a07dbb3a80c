import { expect, it } from 'vitest';
import { factsFromOrder } from '../../../src/orders/facts-from-order.ts';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decideWithDefaults } from '../../../src/policy/engine/defaults.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { partialStrays } from '../../policy/engine/partial.ts';
import { askedInTurn } from './asked-in-turn.ts';

const policy = loadPolicy('policies/examples/big-electronics');
const today = '2026-10-20';
const chat = (opening: string, replies: Record<string, string>) => askedInTurn(policy, today, opening, replies);

it.each(['2026-11-28', '2028-02-29'])('passes without a finding on %s, and its examples show everything', (day) => {
  expect(checkPolicy(policy, day)).toEqual([]);
  expect(unshownFindings(new Space(policy, day))).toEqual([]);
});

it('asks for the membership where the order does not tell it and it decides: 25 days are too long for most, not for Plus', () => {
  const opening = 'I do not want my laptop any more, it came on 25 September 2026';
  const others = { condition: 'None of these', purchasedOn: '20 September 2026' };
  const member = chat(opening, { ...others, membership: 'Plus' });
  expect(member.asked).toContain('membership');
  expect(member.said).toMatchObject({ kind: 'decision', resolution: 'return', deadline: '2026-10-25' });
  const customer = chat(opening, { ...others, membership: 'Neither' });
  expect(customer.said).toMatchObject({ kind: 'decision', resolution: 'not-eligible', clauses: ['window'] });
});

it('never asks for the membership of who has a phone, nor for the carrier where it is faulty', () => {
  const { asked, said } = chat('The phone does not work', { receivedOn: '14 October 2026' });
  expect(asked).not.toContain('membership');
  expect(asked).not.toContain('activated');
  expect(said).toMatchObject({ resolution: 'return', feePercent: 0, deadline: '2026-10-28' });
});

it('asks for the price of an opened fridge, and keeps the share of its band', () => {
  const { asked, said } = chat('I do not want the fridge', {
    opened: 'yes',
    condition: 'None of these',
    receivedOn: '14 October 2026',
    purchasedOn: '12 October 2026',
    membership: 'Neither',
    price: '$1,249.95',
  });
  expect(asked).toContain('price');
  const refund = { amount: '1124.95', fee: '125.00', currency: 'USD' };
  expect(said).toMatchObject({ resolution: 'return', feePercent: 10, refund, deadline: '2026-10-29' });
});

it('reads membership and goods from an order in the words of its system, and grants until January', () => {
  const item = { id: '1', name: 'Kettle', goods: 'small', price: { amount: '59.00', currency: 'USD' } };
  const order = { number: 'BW-100200', email: 'a@example.com', purchasedOn: '2026-11-01', receivedOn: '2026-11-03' };
  const told = { ...order, tier: 'PLUS', items: [item] };
  const at = { today: '2027-01-31', timeZone: policy.file.timeZone, holidays: [] };
  const { facts } = factsFromOrder(policy, told, item, at);
  expect(facts).toMatchObject({ membership: 'plus', goods: 'small' });
  const verdict = decideWithDefaults(policy, { ...facts, reason: 'changed-mind', condition: [] }, at);
  expect(verdict).toMatchObject({ kind: 'decision', decision: { resolution: 'return', deadline: '2027-01-31' } });
});

it('never decides what a later fact changes', () => {
  const { early } = partialStrays(
    policy,
    { today: '2026-11-20' },
    {
      reason: ['changed-mind', 'faulty'],
      goods: ['large', 'mobile'],
      membership: ['none', 'total'],
      condition: [[]],
      purchasedOn: ['2026-10-31', '2026-11-01', 'unknown'],
      receivedOn: ['2026-11-04', '2026-11-05'],
    },
  );
  expect(early).toEqual([]);
});
