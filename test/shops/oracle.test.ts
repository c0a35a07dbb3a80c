import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { withheld } from '../fixtures/customers.ts';
import { monthsBetween, plusDays, plusMonths } from '../policy/calendar.ts';
import { oneOf, rngOf } from '../random.ts';
import { expectedReading, type Reading, ruling, today, undecided } from './book.ts';
import { type Case, everyCase, factsOf } from './cases.ts';
import { entailed } from './entailed.ts';
import type { Outcome } from './oracle.ts';
import { randomFacts } from './random-customers.ts';
import { type Shop, type ShopId, shops, type WireFacts } from './tables.ts';

const shopIds: ShopId[] = ['equipment-shop', 'fourteen-day-shop'];

/** A legal completion: the value of every dimension, and the outcome. */
interface Completion {
  values: unknown[];
  outcome: Outcome;
}

/** Every legal completion one by one, with nothing remembered between them. */
function completionsOf(shop: Shop, open: Case): Completion[] {
  let cases: unknown[][] = [[]];
  shop.dimensions.forEach(({ values }, i) => {
    const choices = open[i] === undefined ? values : [open[i]];
    cases = cases.flatMap((begun) => choices.map((value) => [...begun, value]));
  });
  return cases.flatMap((values) => {
    const parts = shop.dimensions.map((dimension, i) => dimension.write(values[i], today));
    const facts: WireFacts = Object.assign({ [shop.startDate]: 'unknown' }, ...parts);
    const outcome = shop.outcome(facts, today);
    return outcome === 'impossible' ? [] : [{ values, outcome }];
  });
}

function differ(a: Outcome, b: Outcome): boolean {
  if (isExclusion(a) && isExclusion(b)) return !a.clauses.some((clause) => b.clauses.includes(clause));
  return JSON.stringify(substance(a)) !== JSON.stringify(substance(b));
}

function isExclusion({ resolution }: Outcome): boolean {
  return resolution === 'not-eligible';
}

function substance({ resolution, clauses, terms, feePercent, deadline }: Outcome) {
  return ruling(resolution, clauses, { terms, ...(feePercent && { feePercent }), ...(deadline && { deadline }) });
}

/** The definition of the verdict on partial facts, word for word and as slowly. */
function verdictByDefinition(shop: Shop, open: Case, facts: WireFacts): Reading {
  const completions = completionsOf(shop, open);
  const [first, ...others] = completions.map(({ outcome }) => outcome);
  if (first === undefined) return { error: 'impossible' };
  if (others.every((other) => JSON.stringify(substance(other)) === JSON.stringify(substance(first)))) {
    return substance(first);
  }
  const shared = first.clauses.filter((clause) => others.every(({ clauses }) => clauses.includes(clause)));
  if ([first, ...others].every(isExclusion) && shared.length > 0) {
    const terms = first.terms.filter((term) => others.every((other) => other.terms.includes(term)));
    return ruling('not-eligible', shared, { terms });
  }
  const matters = shop.dimensions.filter((_, i) => open[i] === undefined && changesOutcome(completions, i));
  return undecided(...new Set(matters.flatMap((dimension) => dimension.inputs(facts))));
}

function changesOutcome(completions: Completion[], dimension: number): boolean {
  const alike = Map.groupBy(completions, ({ values }) => JSON.stringify(values.with(dimension, null)));
  return [...alike.values()].some((group) => group.some((a) => group.some((b) => differ(a.outcome, b.outcome))));
}

/** What both ways of counting can say: without the review and the alternatives, which depend on more than completions. */
function withoutNotes(reading: Reading): Reading {
  if (!('resolution' in reading)) return reading;
  const { review: _, alternatives: __, ...rest } = reading;
  return rest;
}

describe('the tables that the engine is held to', () => {
  it.each(shopIds)('%s: the quick enumeration says what the definition says', (shopId) => {
    const shop = shops[shopId];
    const rng = rngOf(11);
    for (let i = 0; i < 300; i++) {
      const open = shop.dimensions.map(({ values }) => (rng() < 0.38 ? undefined : oneOf(rng, values)));
      const parts = shop.dimensions.map((dimension, at) =>
        open[at] === undefined ? {} : dimension.write(open[at], today),
      );
      const facts: WireFacts = Object.assign({}, ...parts);
      const quick = withoutNotes(expectedReading(entailed(shopId, facts, today)));
      expect(quick, JSON.stringify(facts)).toEqual(verdictByDefinition(shop, open, facts));
    }
  });

  it.each(shopIds)('%s: an undecided case always leaves something to ask', (shopId) => {
    const rng = rngOf(12);
    let undecidedCases = 0;
    for (const values of everyCase(shopId, rng)) {
      if (rng() > 0.5 && shopId === 'equipment-shop') continue;
      const expected = entailed(shopId, factsOf(shopId, values, rng, today), today);
      if (expected.kind !== 'undecided') continue;
      undecidedCases += 1;
      if (expected.missing.length === 0) expect(values).toBe('a case with something to ask');
    }
    expect(undecidedCases).toBeGreaterThan(1000);
  });

  it.each(shopIds)('%s: facts drawn for a case read back as that case', (shopId) => {
    const rng = rngOf(13);
    for (const values of everyCase(shopId, rng)) {
      if (rng() > 0.02) continue;
      const facts = factsOf(shopId, values, rng, today);
      shops[shopId].dimensions.forEach((dimension, i) => {
        const expected =
          dimension.id === 'condition' && values[i] === 'first' ? expect.stringMatching(/first|all/) : values[i];
        const readBack = dimension.read(facts, today);
        if (values[i] === undefined || readBack === undefined) expect(readBack).toBe(values[i]);
        else expect(readBack).toEqual(expected);
      });
    }
  });

  it.each(shopIds)('%s: a complete case is never undecided, and agrees with its own table', (shopId) => {
    for (let seed = 0; seed < 2000; seed++) {
      const facts = randomFacts(shopId, seed, today);
      const outcome = shops[shopId].outcome(facts, today);
      const expected = entailed(shopId, facts, today);
      if (outcome === 'impossible' || expected.kind !== 'decision') throw new Error(JSON.stringify(facts));
      expect(ruling(expected.outcome.resolution, expected.outcome.clauses, expected.outcome)).toEqual(
        ruling(outcome.resolution, outcome.clauses, outcome),
      );
    }
  });

  it.each(shopIds)('%s: random customers meet every resolution of the book', (shopId) => {
    const met = new Set<string>();
    for (let seed = 0; seed < 3000; seed++) {
      const outcome = shops[shopId].outcome(randomFacts(shopId, seed, today), today);
      if (outcome !== 'impossible') met.add(outcome.resolution);
    }
    const own = shopId === 'equipment-shop' ? ['accept-delivery', 'cancellation'] : ['warranty-repair'];
    const common = ['human-review', 'inspect-on-delivery', 'not-eligible', 'refuse-delivery', 'return'];
    expect([...met].toSorted()).toEqual([...own, ...common].toSorted());
  });

  it('days and months are counted as a calendar counts them', () => {
    const rng = rngOf(14);
    for (let i = 0; i < 2000; i++) {
      const date = plusDays('1970-01-01', Math.floor(rng() * 40_000));
      const start = Temporal.PlainDate.from(date);
      const months = Math.floor(rng() * 601);
      const days = Math.floor(rng() * 2000) - 1000;
      expect(plusDays(date, days)).toBe(start.add({ days }).toString());
      expect(plusMonths(date, months)).toBe(start.add({ months }).toString());
      expect(monthsBetween(date, plusMonths(date, months))).toBe(months);
      expect(monthsBetween(date, plusDays(plusMonths(date, months + 1), -1))).toBe(months);
    }
  });

  it('the same seed draws the same customer', () => {
    expect(randomFacts('equipment-shop', 7, today)).toEqual(randomFacts('equipment-shop', 7, today));
    const partial = withheld(randomFacts('equipment-shop', 7, today), rngOf(1), 1);
    expect(partial).toEqual({});
  });
});
