import { describe, expect, it, test } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { interviewWith } from '../../docs/recipe-chat.ts';
import { plusDays } from '../../policy/calendar.ts';

const policy = loadPolicy('policies/examples/guided-tours');
const today = '2027-03-01';
const price = { amount: '890.00', currency: 'EUR' };
const on = (facts: Record<string, unknown>) => decide(policy, { price, ...facts }, { today });
const ahead = (days: number) => plusDays(today, days);

it('passes without a finding, and its examples show everything', () => {
  expect(checkPolicy(policy, today)).toEqual([]);
  expect(unshownFindings(new Space(policy, today))).toEqual([]);
});

describe('who cancels gets back', () => {
  test.each([
    [200, '845.50'],
    [61, '845.50'],
    [60, '445.00'],
    [31, '445.00'],
  ])('%i days before the start of €890 €%s', (days, amount) =>
    expect(on({ reason: 'plans-changed', startsOn: ahead(days) })).toMatchObject({ decision: { refund: { amount } } }),
  );

  test('30 days before nothing, but another date if the booking was not moved before, which is asked', () => {
    const late = { reason: 'plans-changed', startsOn: ahead(30) };
    expect(on(late)).toMatchObject({ kind: 'undecided', ask: 'movedBefore' });
    expect(on({ ...late, movedBefore: false })).toMatchObject({ decision: { resolution: 'move-instead' } });
    expect(on({ ...late, movedBefore: true })).toMatchObject({
      decision: { resolution: 'not-eligible', clauses: ['nothing-back'] },
    });
  });
});

test('a tour that the guide called off is paid back, or moved without any sum', () => {
  const verdict = on({ reason: 'called-off', calledOff: 'before-start' });
  expect(verdict).toMatchObject({
    decision: {
      options: [
        { id: 'money', refund: { amount: '890.00' } },
        { id: 'credit', refund: { amount: '979.00', bonus: '89.00' } },
        { id: 'date', resolution: 'change-of-date' },
      ],
    },
  });
  expect(verdict).not.toHaveProperty('decision.options.2.refund');
});

test('who is ill a week before takes 80% in money, with a doctor’s note', () => {
  const replies = { reason: 'ill', startsOn: '8 March 2027', doctorsNote: 'yes', choose: 'money' };
  const { decision, says } = interviewWith(policy, today, replies);
  expect(decision).toMatchObject({
    resolution: 'paid-back',
    chosen: 'money',
    clauses: ['doctors-note', expect.anything()],
  });
  expect(says).toHaveLength(4);
});

test('a booking is moved three weeks before, and the customer is told what that costs', () => {
  const replies = { reason: 'another date', startsOn: 'in three weeks', movedBefore: 'no' };
  const { decision, text } = interviewWith(policy, today, replies);
  expect(decision).toMatchObject({ resolution: 'change-of-date', clauses: ['move-cost'] });
  expect(text).toContain('Another date for €40');
});
