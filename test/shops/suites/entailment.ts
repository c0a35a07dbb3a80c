import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Verdict } from '../../../src/policy/engine/decide.ts';
import { withheld } from '../../fixtures/customers.ts';
import { oneOf, rngOf } from '../../random.ts';
import { engineOf, shopPath, today } from '../book.ts';
import { randomFacts } from '../random-customers.ts';
import { type ShopId, shops, type WireFacts } from '../tables.ts';

/** What holds of the engine on a shop's policy in whatever order facts come. */
export function entailmentOf(shopId: ShopId): void {
  describe(`${shopId}: what partial facts entail`, () => {
    const engine = engineOf(shopId);

    it('in whatever order the facts come, a later one never changes what was decided', () => {
      const anyOrder = fc.integer({ min: 0, max: 2 ** 31 - 1 }).chain((seed) => {
        const lessons = lessonsOf(randomFacts(shopId, seed, today));
        return fc.shuffledSubarray(lessons, { minLength: lessons.length });
      });
      const holds = fc.property(anyOrder, (lessons) => {
        let known: WireFacts = {};
        let before: Verdict | undefined;
        for (const lesson of lessons) {
          known = { ...known, ...lesson };
          const now = engine(known);
          if (before?.kind === 'decision') expectKept(before, now);
          before = now;
        }
        expect(before?.kind).toBe('decision');
      });
      fc.assert(holds, { numRuns: 1500, seed: 4 });
    });

    it('answering what is asked, and nothing else, comes to the decision of the complete case', () => {
      const rng = rngOf(5);
      for (let i = 0; i < 1500; i++) {
        const facts = randomFacts(shopId, rng, today);
        const known = interview(facts);
        expect(Object.keys(known).length, JSON.stringify(facts)).toBeLessThanOrEqual(
          shops[shopId].dimensions.length + 1,
        );
        expectKept(engine(known), engine(facts));
      }
    });

    /** Asks until decided; whoever has the warranty in the other form tells it in that form. */
    function interview(facts: WireFacts): WireFacts {
      let known: WireFacts = {};
      for (;;) {
        const verdict = engine(known);
        if (verdict.kind !== 'undecided') return known;
        const { ask } = verdict;
        const answer = lessonsOf(facts).find((lesson) => ask in lesson) ?? warrantyIn(facts);
        expect(known, `asked twice: ${ask}`).not.toMatchObject(answer);
        known = { ...known, ...answer };
      }
    }

    it('clauses and terms stand in the order of the policy file', () => {
      const { clauses } = parse(readFileSync(join(shopPath(shopId), 'policy.yaml'), 'utf8')) as {
        clauses: Record<string, unknown>;
      };
      const order = Object.keys(clauses);
      const inOrder = (ids: string[]) => [...new Set(ids)].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
      const rng = rngOf(6);
      for (let i = 0; i < 2000; i++) {
        const facts = randomFacts(shopId, rng, today);
        const verdict = engine(rng() < 0.5 ? facts : withheld(facts, rng, 0.3));
        if (verdict.kind !== 'decision') continue;
        expect(verdict.decision.clauses).toEqual(inOrder(verdict.decision.clauses));
        expect(verdict.decision.terms).toEqual(inOrder(verdict.decision.terms));
        for (const id of [...verdict.decision.clauses, ...verdict.decision.terms]) expect(order).toContain(id);
      }
    });

    it('the price decides nothing and is never asked', () => {
      const rng = rngOf(7);
      const price = { amount: '100.00', currency: 'EUR' };
      for (let i = 0; i < 1000; i++) {
        const { price: _, ...facts } = withheld(randomFacts(shopId, rng, today), rng, oneOf(rng, [0, 0.2, 0.5]));
        const { refund, ...priced } = withoutRefund(engine({ ...facts, price }));
        expect(priced).toEqual(withoutRefund(engine(facts)));
        if (priced.feePercent === 6) expect(refund).toEqual({ amount: '94.00', fee: '6.00', currency: 'EUR' });
        else expect(refund).toBeUndefined();
      }
    });
  });
}

/** The facts one by one, the two forms of the warranty as one: either settles both. */
function lessonsOf(facts: WireFacts): WireFacts[] {
  const singles = Object.entries(facts).filter(([fact]) => !fact.startsWith('warranty'));
  return [...singles.map(([fact, value]) => ({ [fact]: value })), warrantyIn(facts)];
}

function warrantyIn(facts: WireFacts): WireFacts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact.startsWith('warranty')));
}

/** A decision stands: an exclusion may gain clauses and terms, nothing else may change. */
function expectKept(before: Verdict, after: Verdict): void {
  if (before.kind !== 'decision' || after.kind !== 'decision') throw new Error(`${before.kind}, then ${after.kind}`);
  const earlier = before.decision;
  const later = after.decision;
  expect(later.resolution).toBe(earlier.resolution);
  expect(later.feePercent).toBe(earlier.feePercent);
  expect(later.deadline).toBe(earlier.deadline);
  if (earlier.resolution === 'not-eligible') {
    expect(earlier.clauses.length).toBeGreaterThan(0);
    expect(later.clauses).toEqual(expect.arrayContaining(earlier.clauses));
    expect(later.terms).toEqual(expect.arrayContaining(earlier.terms));
  } else {
    expect(later.clauses).toEqual(earlier.clauses);
    expect(later.terms).toEqual(earlier.terms);
  }
}

function withoutRefund(verdict: Verdict): { feePercent?: number | undefined; refund?: unknown; rest: unknown } {
  if (verdict.kind !== 'decision') return { rest: verdict };
  const { refund, ...rest } = verdict.decision;
  return { rest, feePercent: rest.feePercent, ...(refund && { refund }) };
}
