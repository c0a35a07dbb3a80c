import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { chatWith, interviewWith } from '../../docs/recipe-chat.ts';

const policy = loadPolicy('policies/examples/business-parts');
const today = '2026-11-20';
const euros = (amount: string) => ({ amount, currency: 'EUR' });

it.each([today, '2028-02-29'])('passes without a finding on %s, and its examples show everything', (day) => {
  expect(checkPolicy(policy, day)).toEqual([]);
  expect(unshownFindings(new Space(policy, day))).toEqual([]);
});

describe('the restocking fee', () => {
  const surplus = {
    reason: 'unwanted',
    goods: 'mechanical',
    condition: [],
    agreement: 'none',
    invoicedOn: '2026-11-02',
  };

  it.each([
    ['25.00', '10.00', '15.00'],
    ['66.66', '10.00', '56.66'],
    ['66.70', '10.01', '56.69'],
    ['1333.20', '199.98', '1133.22'],
    ['1333.40', '200.00', '1133.40'],
    ['90000.00', '200.00', '89800.00'],
  ])('of €%s is €%s', (price, fee, amount) => {
    const verdict = decide(policy, { ...surplus, price: euros(price) }, { today });
    expect(verdict).toMatchObject({ decision: { resolution: 'return', refund: { amount, fee } } });
  });

  it('is told in the chat, with the RMA number and what goes for a hydraulic part', () => {
    const { decision, card } = interviewWith(policy, today, {
      reason: 'We do not need it',
      goods: 'a cylinder',
      agreement: 'No',
      price: '€400',
      condition: 'None of these',
      invoicedOn: '2 November 2026',
    });
    expect(decision).toMatchObject({ resolution: 'return', deadline: '2026-12-02', refund: { amount: '340.00' } });
    expect(card).toContain('RMA number');
    expect(card).toContain('The plugs have to be in the ports still.');
    expect(card).not.toContain('antistatic');
  });

  it('is for no part that has to stay: a sentence, a yes, and it is said', () => {
    const { decision } = chatWith(policy, today, 'We ordered too many, it is cut to length', 'Yes');
    expect(decision).toMatchObject({ resolution: 'not-eligible', clauses: ['made-to-order'] });
  });
});

it('a framework agreement is asked for only where 30 and 60 days differ', () => {
  const surplus = { reason: 'unwanted', goods: 'mechanical', condition: [], price: euros('100.00') };
  expect(decide(policy, { ...surplus, invoicedOn: '2026-10-10' }, { today })).toMatchObject({ ask: 'agreement' });
  expect(decide(policy, { ...surplus, invoicedOn: '2026-09-20' }, { today })).toMatchObject({
    decision: { clauses: ['thirty-days'] },
  });
});

it('a shortage is sent after within five working days, over a holiday too', () => {
  const { decision } = chatWith(policy, '2026-12-28', 'Some of it is missing', 'on 21 December 2026');
  expect(decision).toMatchObject({ resolution: 'sent-after', deadline: '2026-12-30' });
});

it('what the carrier broke is claimed by people at once, or by the customer whose carrier it was', () => {
  const says = ['It was damaged on the way', 'Your carrier', 'Yes, from outside', 'Yes'];
  expect(chatWith(policy, today, ...says).decision).toMatchObject({ resolution: 'carrier-claim' });
  const own = chatWith(policy, today, 'It was damaged on the way', 'Our own carrier');
  expect(own.decision).toMatchObject({ resolution: 'claim-with-your-carrier', clauses: ['ex-works'] });
  expect(own.card).toContain('Your carrier answers for this');
});
