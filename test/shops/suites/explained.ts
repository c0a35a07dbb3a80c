import { describe, expect, test } from 'vitest';
import { type Explanation, explain } from '../../../src/policy/explain/explain.ts';
import { isRevealed } from '../../../src/policy/explain/reveal.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { withheld } from '../../fixtures/customers.ts';
import { rngOf } from '../../random.ts';
import { shopPath } from '../book.ts';
import { everyCase, factsOf } from '../cases.ts';
import { randomFacts } from '../random-customers.ts';
import type { ShopId, WireFacts } from '../tables.ts';

const today = '2026-11-21';

const neverRevealed = ['reason', 'discounted', 'condition', 'works', 'deviceDamaged', 'inspectedAtHandover', 'price'];

/** What a shop's customers are told of a decision's reasons: true, and nothing that would teach to lie. */
export function explainedShop(id: ShopId): void {
  const policy = loadPolicy(shopPath(id));
  const why = (facts: WireFacts): Explanation => explain(policy, facts, { today });

  function decided(facts: WireFacts): Extract<Explanation, { kind: 'decision' }> {
    const told = why(facts);
    if (told.kind !== 'decision') throw new Error(`expected a decision, got ${told.kind}`);
    return told;
  }

  /** What must hold of every explanation of a refusal. */
  function holdsForRefusal(facts: WireFacts): void {
    const { decision, because, decisive } = decided(facts);
    expect(because.map(({ clause }) => clause)).toEqual(decision.clauses);
    for (const { fact, instead } of decisive) {
      const known = policy.file.facts[fact];
      if (!known) throw new Error(`${fact} is no fact of ${id}`);
      for (const { value, resolution } of instead) {
        expect(isRevealed(known, typeof value === 'string' ? value : undefined), fact).toBe(true);
        const other = { ...facts, [fact]: value };
        expect(explain(policy, other, { today })).toMatchObject({ decision: { resolution } });
        expect(resolution).not.toBe('not-eligible');
      }
    }
    expect(decisive.map(({ fact }) => fact).filter((fact) => neverRevealed.includes(fact))).toEqual([]);
  }

  describe(id, () => {
    test('no refusal of a random customer names a fact that is not marked, and what it names is true', () => {
      const rng = rngOf(20261121);
      let refusals = 0;
      for (let i = 0; i < 4_000; i += 1) {
        const facts = withheld(randomFacts(id, rng, today), rng, i % 2 ? 0.15 : 0);
        const told = why(facts);
        if (told.kind !== 'decision' || told.decision.resolution !== 'not-eligible') continue;
        refusals += 1;
        holdsForRefusal(facts);
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
        const told = why(facts);
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
        const { because, terms, decision } = decided(facts);
        for (const { clause, from } of [...because, ...terms]) {
          const grounds = from.flatMap((ground) => ground.from ?? [ground.fact]);
          const alone = Object.fromEntries(Object.entries(facts).filter(([fact]) => grounds.includes(fact)));
          const told = explain(policy, alone, { today });
          if (told.kind !== 'decision') continue;
          expect(told.decision.resolution).toBe(decision.resolution);
          expect([...told.decision.clauses, ...told.decision.terms]).toContain(clause);
        }
      }
    });
  });
}
