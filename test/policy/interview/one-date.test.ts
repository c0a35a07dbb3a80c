import { describe, expect, it } from 'vitest';
import { decide, plannerOf } from '../../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { policyText } from '../../fixtures/large-policies.ts';

const today = '2026-11-20';
const clauses = ['refund', 'exchange'];

/** Refund within 14 days, exchange within 30; red ones are a matter of people who are in time for the first only. */
function shop(exchange: object, likelihood: object = { on: 90, over: 5, unknown: 5 }) {
  const period = { label: 'Period', from: 'receivedOn', within: 'on', after: 'over' };
  return parsePolicy(
    policyText({
      facts: {
        red: { type: 'yes-no', label: 'Red', question: 'Is it red?', likelihood: { true: 50, false: 50 } },
        receivedOn: { type: 'date', label: 'Received on', question: 'When did it come?', unknown: true },
      },
      derived: {
        refund: { ...period, length: { days: 14 }, likelihood: { on: 60, over: 35, unknown: 5 } },
        exchange: { ...period, ...exchange, likelihood },
      },
      clauses,
      decisions: [
        { id: 'odd', when: { refund: 'on', exchange: 'over', red: true }, resolution: 'warranty-repair', clauses },
        { id: 'refund', when: { refund: 'on' }, resolution: 'return', clauses: ['refund'] },
        { id: 'exchange', when: { exchange: 'on' }, resolution: 'human-review', clauses: ['exchange'] },
        { id: 'late', when: { exchange: 'over' }, resolution: 'not-eligible', clauses: ['exchange'] },
        { id: 'undated', resolution: 'human-review', clauses },
      ],
    }),
    'shop.yaml',
  );
}

describe('two periods of one date', () => {
  it('are told by it together: nothing is asked for customers whom no calendar brings forth', () => {
    const policy = shop({ length: { days: 30 } });
    expect(decide(policy, {}, { today })).toEqual({
      kind: 'undecided',
      ask: 'receivedOn',
      missing: ['receivedOn'],
      atMost: 1,
    });
    expect(plannerOf(policy).costOf({ node: policy.root, inputs: 0 })).toBeCloseTo(1, 9);
  });

  it('of which the second may end first are planned as the file says', () => {
    const verdict = decide(shop({ length: { days: 7 } }), {}, { today });
    expect(verdict).toMatchObject({ kind: 'undecided', missing: ['red', 'receivedOn'] });
  });

  it('keep every customer that a month of 28 days, a clock change or a season can bring forth', () => {
    const inFebruary = { receivedOn: '2026-02-01', red: true };
    for (const exchange of [
      { length: { months: 1 } },
      { length: { hours: 335 } },
      { length: { workingDays: 10 } },
      { length: { days: 14 }, extended: [{ from: '2026-01-01', to: '2026-03-01', until: '2026-03-31' }] },
    ]) {
      for (let day = 1; day < 60; day++) {
        const at = { today: new Date(Date.UTC(2026, 1, day)).toISOString().slice(0, 10) };
        expect(decide(shop(exchange), inFebruary, at).kind, JSON.stringify({ exchange, at })).toBe('decision');
      }
    }
  });
});
