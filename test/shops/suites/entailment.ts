import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Verdict } from '../../../src/policy/engine/decide.ts';
import { withheld } from '../../fixtures/customers.ts';
import { plusDays } from '../../policy/calendar.ts';
import { oneOf, rngOf } from '../../random.ts';
import { engineOf, expectedReading, type Reading, readingOf, shopPath, today } from '../book.ts';
import { everyCase, factsOf } from '../cases.ts';
import { entailed } from '../entailed.ts';
import { randomFacts } from '../random-customers.ts';
import { type ShopId, shops, type WireFacts } from '../tables.ts';

/** Days of five years, two leap days among them. */
function anyDay(rng: () => number): string {
  return plusDays('2023-12-25', Math.floor(rng() * 1900));
}

/** The engine on a shop's policy, held to the shop's hand-written tables. */
export function entailmentOf(shopId: ShopId): void {
  describe(`${shopId}: what partial facts entail`, () => {
    const engine = engineOf(shopId);

    /** How the engine strays from the tables, or undefined; text is quicker to compare by the thousand. */
    function fault(facts: WireFacts, day: string): string | undefined {
      const verdict = engine(facts, day);
      const expected = expectedReading(entailed(shopId, facts, day));
      const said = gist(overlookOpenAnswers(readingOf(verdict), expected));
      const entails = gist(expected);
      if (said !== entails) return `${day} ${JSON.stringify(facts)}: the engine says ${said}, the tables ${entails}`;
      if (verdict.kind === 'undecided' && !verdict.missing.includes(verdict.ask)) {
        return `${day} ${JSON.stringify(facts)}: ${verdict.ask} is asked, ${verdict.missing} may matter`;
      }
      return undefined;
    }

    it('every partial case: decided as soon as the facts entail it, no sooner, and all that can matter is named', () => {
      const rng = rngOf(1);
      const faults: string[] = [];
      const rounds = shopId === 'equipment-shop' ? 2 : 6;
      let cases = 0;
      for (let round = 0; round < rounds; round++) {
        for (const values of everyCase(shopId, rng)) {
          const found = fault(factsOf(shopId, values, rng, today), today);
          if (found !== undefined) faults.push(found);
          cases += 1;
        }
      }
      expect(faults.slice(0, 5)).toEqual([]);
      expect(cases).toBe(shopId === 'equipment-shop' ? 2 * 35_040 : 6 * 4800);
    });

    it('20,000 random complete cases on random days are decided as the tables say', () => {
      const rng = rngOf(2);
      const faults: string[] = [];
      for (let i = 0; i < 20_000; i++) {
        const day = anyDay(rng);
        const facts = randomFacts(shopId, rng, day);
        const found =
          engine(facts, day).kind === 'decision' ? fault(facts, day) : `${JSON.stringify(facts)} is not decided`;
        if (found !== undefined) faults.push(found);
      }
      expect(faults.slice(0, 5)).toEqual([]);
    });

    it('20,000 random cases with answers missing, on random days', () => {
      const rng = rngOf(3);
      const faults: string[] = [];
      for (let i = 0; i < 20_000; i++) {
        const day = anyDay(rng);
        const found = fault(withheld(randomFacts(shopId, rng, day), rng, rng()), day);
        if (found !== undefined) faults.push(found);
      }
      expect(faults.slice(0, 5)).toEqual([]);
    });

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

/**
 * The spec does not say what a review tells of an answer that, with facts not yet given, still leaves the case open;
 * whatever the engine says there is let pass, as long as it says something.
 */
function overlookOpenAnswers(said: Reading, expected: Reading): Reading {
  if (!('review' in said) || !('review' in expected)) return said;
  const told = Object.entries(said.review ?? {}).map(([fact, answers]) => {
    const entails = expected.review?.[fact];
    const overlooked = Object.entries(answers).map(([value, resolution]) => {
      return [value, entails?.[value] === 'undecided' ? 'undecided' : resolution];
    });
    return [fact, Object.fromEntries(overlooked)];
  });
  return { ...said, review: Object.fromEntries(told) };
}

function gist(reading: Reading): string {
  if ('missing' in reading) return `undecided, open: ${reading.missing}`;
  if ('error' in reading) return reading.error;
  const { resolution, clauses, terms, feePercent, refund, deadline, alternatives, review } = reading;
  const money = refund && `${refund.amount} ${refund.currency} after ${refund.fee}`;
  const answers = Object.entries(review ?? {}).map(([fact, given]) => `${fact} (${entriesOf(given)})`);
  const looksInto = review && `review: ${answers.toSorted()}`;
  return [resolution, clauses, `terms: ${terms}`, feePercent, money, deadline, alternatives, looksInto].join('; ');
}

function entriesOf(answers: Record<string, string>): string[] {
  return Object.entries(answers)
    .map(([value, resolution]) => `${value}: ${resolution}`)
    .toSorted();
}
