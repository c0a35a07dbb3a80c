import type { Outcome } from './oracle.ts';
import { type Dimension, type Shop, type ShopId, shops, type WireFacts } from './tables.ts';

/** What the tables entail for partial facts: the verdict an engine must give. */
export type Entailed =
  | { kind: 'decision'; outcome: Outcome; review?: Review }
  | { kind: 'undecided'; missing: string[] }
  | { kind: 'impossible' };

/** Fact to value to the resolution that results; `undecided` where facts not yet given would still settle it. */
export type Review = Record<string, Record<string, string>>;

/**
 * Every partial case of a shop in a mixed radix, one digit a dimension, the last digit meaning "not known".
 * Knowing one fact more lowers the number, so one ascending pass sees every completion before the case itself.
 */
interface Space {
  shop: Shop;
  strides: number[];
  size: number;
  /** The outcome that all legal completions share, or one of the two below. */
  shared: Int32Array;
  outcomes: Outcome[];
  /** Clauses and terms common to all legal completions, as bits, where every one is `not-eligible`; else 0. */
  exclusions: Int32Array;
  terms: Int32Array;
  /** Open dimensions, as bits, that can change the outcome. */
  sensitive: Int32Array;
  /** A legal completion. */
  witness: Int32Array;
}

const noneLegal = -1;
const several = -2;

/** The tables see dates only through the derived facts, so the space is the same on every day. */
const anyDay = '2026-06-15';

const spaces = new Map<ShopId, Space>();

/** What follows from `facts`, which must be valid on the wire, by enumerating every legal completion. */
export function entailed(shopId: ShopId, facts: WireFacts, today: string): Entailed {
  const shop = shops[shopId];
  const start = facts[shop.startDate];
  if (typeof start === 'string' && start !== 'unknown' && start > today) return { kind: 'impossible' };
  const space = spaceOf(shop);
  return entailedAt(space, caseOf(space, facts, today), facts, today);
}

function entailedAt(space: Space, at: number, facts: WireFacts, today: string): Entailed {
  const { shop } = space;
  const shared = read(space.shared, at);
  if (shared === noneLegal) return { kind: 'impossible' };
  if (!isDecided(space, at)) return { kind: 'undecided', missing: missingAt(space, at, facts) };

  const outcome = completedOutcome(space, at, facts, today);
  if (outcome.resolution === 'not-eligible') {
    outcome.clauses = namesOf(shop, read(space.exclusions, at), facts);
    outcome.terms = namesOf(shop, read(space.terms, at), facts);
  }
  delete outcome.alternatives;
  const alternatives = shop.alternatives(outcome.resolution, facts, today);
  if (alternatives !== undefined) outcome.alternatives = alternatives;
  if (outcome.resolution !== 'human-review') return { kind: 'decision', outcome };
  return { kind: 'decision', outcome, review: reviewAt(space, at) };
}

function isDecided(space: Space, at: number): boolean {
  return read(space.shared, at) >= 0 || read(space.exclusions, at) !== 0;
}

function missingAt(space: Space, at: number, facts: WireFacts): string[] {
  const missing = new Set<string>();
  space.shop.dimensions.forEach((dimension, i) => {
    if (read(space.sensitive, at) & (1 << i)) for (const input of dimension.inputs(facts)) missing.add(input);
  });
  return [...missing];
}

/** The tables' own answer for the facts with whatever is open filled in, any legal way. */
function completedOutcome(space: Space, at: number, facts: WireFacts, today: string): Outcome {
  const filled = filledIn(space, read(space.witness, at), today);
  if (facts.warrantyMonths !== undefined || facts.warrantyUntil !== undefined) delete filled.warrantyUntil;
  const outcome = space.shop.outcome({ ...filled, ...facts }, today);
  if (outcome === 'impossible') throw new Error('a witness must be a legal completion');
  return outcome;
}

/** The unknown facts that would matter if every unknown fact were open, and what each answer to one of them gives. */
function reviewAt(space: Space, at: number): Review {
  const { dimensions } = space.shop;
  const unknown = dimensions.flatMap((dimension, i) => {
    const value = dimension.values[digitOf(space, at, i)];
    return value === 'unknown' ? [{ dimension, i }] : [];
  });
  const opened = unknown.reduce((to, { dimension, i }) => withDigit(space, to, i, dimension.values.length), at);
  const review: Review = {};
  for (const { dimension, i } of unknown) {
    if (!(read(space.sensitive, opened) & (1 << i))) continue;
    review[dimension.id] = answersTo(space, at, dimension, i);
  }
  return review;
}

function answersTo(space: Space, at: number, dimension: Dimension, i: number): Record<string, string> {
  const answers: Record<string, string> = {};
  dimension.values.forEach((value, digit) => {
    if (value === 'unknown') return;
    const then = withDigit(space, at, i, digit);
    answers[String(value)] = isDecided(space, then)
      ? (space.outcomes[read(space.shared, read(space.witness, then))]?.resolution ?? '')
      : 'undecided';
  });
  return answers;
}

function namesOf(shop: Shop, bits: number, facts: WireFacts): string[] {
  const sampled = new Set(shop.conditions.map(shop.conditionClause));
  const names = shop.clauses.filter((_, i) => bits & (1 << i));
  const others = names.filter((name) => !sampled.has(name));
  if (others.length === names.length || !Array.isArray(facts.condition)) return others;
  return [...others, ...facts.condition.map((condition) => shop.conditionClause(String(condition)))];
}

function spaceOf(shop: Shop): Space {
  const known = spaces.get(shop.id);
  if (known !== undefined) return known;
  const space = enumerate(shop);
  spaces.set(shop.id, space);
  return space;
}

function enumerate(shop: Shop): Space {
  const strides: number[] = [];
  let size = 1;
  for (const { values } of shop.dimensions) {
    strides.push(size);
    size *= values.length + 1;
  }
  const space: Space = {
    shop,
    strides,
    size,
    outcomes: [],
    shared: new Int32Array(size),
    exclusions: new Int32Array(size),
    terms: new Int32Array(size),
    sensitive: new Int32Array(size),
    witness: new Int32Array(size).fill(noneLegal),
  };
  const known = new Map<string, number>();
  for (let at = 0; at < size; at++) {
    const open = openDimensions(space, at);
    if (open.length === 0) settle(space, at, known);
    else gather(space, at, open);
  }
  return space;
}

function openDimensions(space: Space, at: number): number[] {
  const open: number[] = [];
  for (let i = 0; i < space.strides.length; i++) {
    if (digitOf(space, at, i) === space.shop.dimensions[i]?.values.length) open.push(i);
  }
  return open;
}

function settle(space: Space, at: number, known: Map<string, number>): void {
  const outcome = space.shop.outcome(filledIn(space, at, anyDay), anyDay);
  if (outcome === 'impossible') {
    space.shared[at] = noneLegal;
    return;
  }
  const key = outcomeKey(outcome);
  const index = known.get(key) ?? space.outcomes.push(outcome) - 1;
  known.set(key, index);
  space.shared[at] = index;
  space.witness[at] = at;
  if (outcome.resolution === 'not-eligible') {
    space.exclusions[at] = bitsOf(space.shop, outcome.clauses);
    space.terms[at] = bitsOf(space.shop, outcome.terms);
  }
}

/** Resolution, fee, deadline, clauses and terms: what "the same outcome" compares. */
function outcomeKey({ resolution, feePercent, deadline, clauses, terms }: Outcome): string {
  return JSON.stringify([resolution, feePercent, deadline, clauses.toSorted(), terms.toSorted()]);
}

function gather(space: Space, at: number, open: number[]): void {
  const [first = 0, second] = open;
  const completions = knowing(space, at, first).filter((to) => read(space.shared, to) !== noneLegal);
  const [one] = completions;
  if (one === undefined) {
    space.shared[at] = noneLegal;
    return;
  }
  const shared = read(space.shared, one);
  space.shared[at] = completions.every((to) => read(space.shared, to) === shared) ? shared : several;
  space.exclusions[at] = completions.reduce((bits, to) => bits & read(space.exclusions, to), -1);
  space.terms[at] = completions.reduce((bits, to) => bits & read(space.terms, to), -1);
  space.witness[at] = read(space.witness, one);

  if (second === undefined) {
    if (completions.some((a) => completions.some((b) => differ(space, a, b)))) space.sensitive[at] = 1 << first;
    return;
  }
  const others = completions.reduce((bits, to) => bits | read(space.sensitive, to), 0);
  const itself = knowing(space, at, second).reduce((bits, to) => bits | read(space.sensitive, to), 0) & (1 << first);
  space.sensitive[at] = others | itself;
}

/** Two complete cases differ, unless both are excluded by a clause they share. */
function differ(space: Space, a: number, b: number): boolean {
  if (read(space.shared, a) === read(space.shared, b)) return false;
  return (read(space.exclusions, a) & read(space.exclusions, b)) === 0;
}

function knowing(space: Space, at: number, i: number): number[] {
  return (space.shop.dimensions[i]?.values ?? []).map((_, digit) => withDigit(space, at, i, digit));
}

function filledIn(space: Space, at: number, today: string): WireFacts {
  const facts: WireFacts = {};
  space.shop.dimensions.forEach((dimension, i) => {
    Object.assign(facts, dimension.write(dimension.values[digitOf(space, at, i)], today));
  });
  return { [space.shop.startDate]: 'unknown', ...facts };
}

function caseOf(space: Space, facts: WireFacts, today: string): number {
  return space.shop.dimensions.reduce((at, dimension, i) => {
    const value = dimension.read(facts, today);
    const values: readonly unknown[] = dimension.values;
    const digit = value === undefined ? values.length : values.indexOf(value);
    return at + digit * (space.strides[i] ?? 0);
  }, 0);
}

function digitOf(space: Space, at: number, i: number): number {
  const base = (space.shop.dimensions[i]?.values.length ?? 0) + 1;
  return Math.floor(at / (space.strides[i] ?? 1)) % base;
}

function withDigit(space: Space, at: number, i: number, digit: number): number {
  return at + (digit - digitOf(space, at, i)) * (space.strides[i] ?? 0);
}

function bitsOf(shop: Shop, clauses: readonly string[]): number {
  return clauses.reduce((bits, clause) => bits | (1 << shop.clauses.indexOf(clause)), 0);
}

function read(array: Int32Array, at: number): number {
  return array[at] ?? noneLegal;
}
