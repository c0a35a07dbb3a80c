import { describe, expect, test } from 'vitest';
import { type Explanation, explain } from '../../../src/policy/explain/explain.ts';
import { isRevealed } from '../../../src/policy/explain/reveal.ts';
import { loadPolicy, type Policy } from '../../../src/policy/format/load.ts';
import { randomFacts, rngOf, withheld } from '../arbitrary.ts';
import { everyCase, factsOf } from '../cases.ts';
import { type ShopId, shops, type WireFacts } from '../shop.ts';

const today = '2026-11-21';
const policies = Object.fromEntries(Object.keys(shops).map((id) => [id, loadPolicy(`policies/${id}`)])) as Record<
  ShopId,
  Policy
>;
const why = (id: ShopId, facts: WireFacts): Explanation => explain(policies[id], facts, { today });

function decided(id: ShopId, facts: WireFacts): Extract<Explanation, { kind: 'decision' }> {
  const told = why(id, facts);
  if (told.kind !== 'decision') throw new Error(`expected a decision, got ${told.kind}`);
  return told;
}

const tooLate = { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-11-01' };
const broken = { reason: 'not-working', goods: 'device', delivery: 'received', discounted: false };

test('a clause follows from the facts that it cannot do without, and from no other', () => {
  const { because, notNeeded } = decided('fourteen-day-shop', { ...tooLate, condition: ['wear'] });
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
  const { because } = decided('equipment-shop', { ...broken, condition: ['seal-damaged', 'signs-of-use'] });
  expect(because.map(({ clause, from }) => [clause, from.at(-1)?.value])).toEqual([
    ['seal-damaged', ['seal-damaged']],
    ['signs-of-use', ['signs-of-use']],
  ]);
});

test('when day 14 decided, the customer may hear which day would have been in time', () => {
  const { decisive } = decided('fourteen-day-shop', tooLate);
  expect(decisive.find(({ fact }) => fact === 'receivedOn')?.instead).toEqual([
    { value: '2026-11-07', orMore: true, resolution: 'return' },
  ]);
  expect(decided('fourteen-day-shop', { ...tooLate, receivedOn: '2026-11-07' }).decisive).toEqual([]);
});

test('months of warranty decide at the month that reaches today', () => {
  const facts = { ...broken, purchasedOn: '2025-11-21', condition: [], warrantyMonths: 11 };
  const { decisive } = decided('equipment-shop', facts);
  expect(decisive.find(({ fact }) => fact === 'warrantyMonths')?.instead).toEqual([
    { value: 12, orMore: true, resolution: 'return' },
  ]);
});

test('a broken seal decided, but nobody is told so: it would teach to lie', () => {
  const facts = { ...broken, purchasedOn: '2026-11-01', warrantyMonths: 12, condition: ['seal-damaged'] };
  const { decision, decisive } = decided('equipment-shop', facts);
  expect(decision.resolution).toBe('not-eligible');
  expect(decisive).toEqual([]);
});

test('an undecided case tells where each answer to each missing fact leads', () => {
  const told = why('equipment-shop', { ...broken, condition: [] });
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
  const seals = why('equipment-shop', { ...broken, warrantyUntil: '2027-01-01' });
  expect(seals).toMatchObject({
    leads: [{ fact: 'condition', answers: [{ value: [], resolution: 'return' }, { resolution: 'not-eligible' }] }],
  });
});

test('what is wrong with the facts is an error, not a reason', () => {
  expect(why('equipment-shop', { colour: 'red' })).toMatchObject({ kind: 'error', error: { code: 'unknown-fact' } });
});

/** What must hold of every explanation of a refusal. */
function holdsForRefusal(id: ShopId, facts: WireFacts): void {
  const { decision, because, decisive } = decided(id, facts);
  expect(because.map(({ clause }) => clause)).toEqual(decision.clauses);
  for (const { fact, instead } of decisive) {
    const known = policies[id].file.facts[fact];
    if (!known) throw new Error(`${fact} is no fact of ${id}`);
    for (const { value, resolution } of instead) {
      expect(isRevealed(known, typeof value === 'string' ? value : undefined), fact).toBe(true);
      const other = { ...facts, [fact]: value };
      expect(explain(policies[id], other, { today })).toMatchObject({ decision: { resolution } });
      expect(resolution).not.toBe('not-eligible');
    }
  }
  expect(decisive.map(({ fact }) => fact).filter((fact) => neverRevealed.includes(fact))).toEqual([]);
}

const neverRevealed = ['reason', 'discounted', 'condition', 'works', 'deviceDamaged', 'inspectedAtHandover', 'price'];

describe.each(Object.keys(shops) as ShopId[])('%s', (id) => {
  test('no refusal of a random customer names a fact that is not marked, and what it names is true', () => {
    const rng = rngOf(20261121);
    let refusals = 0;
    for (let i = 0; i < 4_000; i += 1) {
      const facts = withheld(randomFacts(id, rng, today), rng, i % 2 ? 0.15 : 0);
      const told = why(id, facts);
      if (told.kind !== 'decision' || told.decision.resolution !== 'not-eligible') continue;
      refusals += 1;
      holdsForRefusal(id, facts);
    }
    expect(refusals).toBeGreaterThan(300);
  });

  test('no refusal among all partial cases names a fact that is not marked', () => {
    const rng = rngOf(7);
    let refusals = 0;
    let at = 0;
    for (const values of everyCase(id, rng)) {
      // Every case of the small shop, and a seventh of the large one's.
      at += 1;
      if (id === 'equipment-shop' && at % 7) continue;
      const facts = factsOf(id, values, rng, today);
      const told = why(id, facts);
      if (told.kind !== 'decision' || told.decision.resolution !== 'not-eligible') continue;
      refusals += 1;
      expect(told.decisive.map(({ fact }) => fact).filter((fact) => neverRevealed.includes(fact))).toEqual([]);
    }
    expect(refusals).toBeGreaterThan(50);
  });

  test('every clause of every decision follows from facts that by themselves give that decision and clause', () => {
    const rng = rngOf(4);
    for (let i = 0; i < 500; i += 1) {
      const facts = randomFacts(id, rng, today);
      const { because, terms, decision } = decided(id, facts);
      for (const { clause, from } of [...because, ...terms]) {
        const grounds = from.flatMap((ground) => ground.from ?? [ground.fact]);
        const alone = Object.fromEntries(Object.entries(facts).filter(([fact]) => grounds.includes(fact)));
        const told = explain(policies[id], alone, { today });
        if (told.kind !== 'decision') continue;
        expect(told.decision.resolution).toBe(decision.resolution);
        expect([...told.decision.clauses, ...told.decision.terms]).toContain(clause);
      }
    }
  });
});
