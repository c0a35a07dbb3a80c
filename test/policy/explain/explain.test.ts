import { expect, test } from 'vitest';
import { type Explanation, explain } from '../../../src/policy/explain/explain.ts';
import type { WireFacts } from '../../fixtures/customers.ts';
import { type FixtureId, fixturePolicy } from '../../fixtures/policies.ts';

const today = '2026-11-21';
const why = (id: FixtureId, facts: WireFacts): Explanation => explain(fixturePolicy(id), facts, { today });

function decided(id: FixtureId, facts: WireFacts): Extract<Explanation, { kind: 'decision' }> {
  const told = why(id, facts);
  if (told.kind !== 'decision') throw new Error(`expected a decision, got ${told.kind}`);
  return told;
}

const tooLate = { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-01' };
const broken = { reason: 'not-working', goods: 'device', delivery: 'received', discounted: false };

test('a clause follows from the facts that it cannot do without, and from no other', () => {
  const { because, notNeeded } = decided('fortnight-shop', { ...tooLate, condition: ['wear'] });
  expect(because).toMatchObject([
    {
      clause: 'return-14-days',
      text: expect.stringContaining('within 14 days'),
      from: [
        { fact: 'reason', value: 'changed-mind' },
        { fact: 'delivery', value: 'received' },
        { fact: 'returnWindow', value: 'closed', until: '2026-11-15', from: ['receivedOn'] },
      ],
    },
  ]);
  expect(notNeeded).toEqual(['condition']);
});

test('each exclusion follows from its own member of a checklist', () => {
  const { because } = decided('tool-shop', { ...broken, condition: ['seal-damaged', 'signs-of-use'] });
  expect(because.map(({ clause, from }) => [clause, from.at(-1)?.value])).toEqual([
    ['seal-damaged', ['seal-damaged']],
    ['signs-of-use', ['signs-of-use']],
  ]);
});

test('when day 14 decided, the customer may hear which day would have been in time', () => {
  const { decisive } = decided('fortnight-shop', tooLate);
  expect(decisive.find(({ fact }) => fact === 'receivedOn')?.instead).toEqual([
    { value: '2026-11-07', orMore: true, resolution: 'return' },
  ]);
  expect(decided('fortnight-shop', { ...tooLate, receivedOn: '2026-11-07' }).decisive).toEqual([]);
});

test('months of warranty decide at the month that reaches today', () => {
  const facts = { ...broken, purchasedOn: '2025-11-21', condition: [], warrantyMonths: 11 };
  const { decisive } = decided('tool-shop', facts);
  expect(decisive.find(({ fact }) => fact === 'warrantyMonths')?.instead).toEqual([
    { value: 12, orMore: true, resolution: 'return' },
  ]);
});

test('a broken seal decided, but nobody is told so: it would teach to lie', () => {
  const facts = { ...broken, purchasedOn: '2026-11-01', warrantyMonths: 12, condition: ['seal-damaged'] };
  const { decision, decisive } = decided('tool-shop', facts);
  expect(decision.resolution).toBe('not-eligible');
  expect(decisive).toEqual([]);
});

test('an undecided case tells where each answer to each missing fact leads', () => {
  const told = why('tool-shop', { ...broken, condition: [] });
  expect(told).toMatchObject({
    kind: 'undecided',
    leads: [
      {
        fact: 'warranty',
        asks: ['purchasedOn', 'warrantyMonths', 'warrantyUntil'],
        answers: [
          { value: 'active', resolution: 'return' },
          { value: 'expired', resolution: 'not-eligible' },
          { value: 'unknown', resolution: 'human-review' },
        ],
      },
    ],
  });
  const seals = why('tool-shop', { ...broken, warrantyUntil: '2027-01-01' });
  expect(seals).toMatchObject({
    leads: [{ fact: 'condition', answers: [{ value: [], resolution: 'return' }, { resolution: 'not-eligible' }] }],
  });
});

test('what is wrong with the facts is an error, not a reason', () => {
  expect(why('tool-shop', { colour: 'red' })).toMatchObject({ kind: 'error', error: { code: 'unknown-fact' } });
});
