import { entryAt } from '../../entry-at.ts';
import { type Derived, monthsFactOf } from '../../format/period-schema.ts';
import type { PolicyFile } from '../../format/schema.ts';
import { type Diagram, FALSE, type Node } from './diagram.ts';
import { UNKNOWN, type Variable } from './variable.ts';

/** The keys of a period whose ends are known to be ordered by their lengths; a period with another one is left alone. */
const plainKeys = new Set(['label', 'applies', 'from', 'askFor', 'length', 'steps', 'extended', 'within', 'after']);
/** Pairs of periods with more pairs of values than this are left alone. */
const mostPairs = 2_000;

/** A period that is reckoned from its start alone, with its place among the variables. */
interface PlainPeriod {
  derived: Derived;
  index: number;
  /** The lengths of its steps, then its own: the ends that a day may have passed or not. */
  lengths: readonly Length[];
}

/** A length by its unit, and in days at least and at most. */
interface Length {
  unit: string;
  count: number;
  least: number;
  most: number;
}

/**
 * The set that no calendar brings forth: periods of one date of which a longer one is over and a shorter one is not, or
 * of which one is unknown and the other known. What lengths and seasons leave open stays possible.
 */
export function calendarRules(
  file: PolicyFile,
  variables: readonly Variable[],
  diagram: Diagram,
  tested: readonly number[],
): Node {
  const byStart = Map.groupBy(plainPeriods(file, variables, tested), ({ derived }) => derived.from);
  let none: Node = FALSE;
  for (const periods of byStart.values()) {
    for (const one of periods) {
      for (const other of periods) {
        if (one === other) continue;
        for (const [value, otherValue] of impossiblePairs(file, one, other, variables)) {
          const pair = diagram.and(
            diagram.test(one.index, new Set([value])),
            diagram.test(other.index, new Set([otherValue])),
          );
          none = diagram.or(none, pair);
        }
      }
    }
  }
  return none;
}

function plainPeriods(file: PolicyFile, variables: readonly Variable[], tested: readonly number[]): PlainPeriod[] {
  return tested.flatMap((index) => {
    const derived = file.derived[entryAt(variables, index).fact];
    if (!derived || !isPlain(derived)) return [];
    const lengths = [...derived.steps.map(({ value: _, ...length }) => length), derived.length].map((length) =>
      lengthOf(length, file.holidays.length),
    );
    return lengths.every((length) => length !== undefined) ? [{ derived, index, lengths }] : [];
  });
}

/** True for a period that follows from its start and the day alone. */
export function isPlain(derived: Derived): boolean {
  const isKnown = Object.entries(derived).every(([key, value]) => plainKeys.has(key) || isLeftOut(key, value));
  return isKnown && monthsFactOf(derived) === undefined;
}

function isLeftOut(key: string, value: unknown): boolean {
  return key === 'likelihood' || value === undefined || (Array.isArray(value) && value.length === 0);
}

function lengthOf(length: object, holidays: number): Length | undefined {
  const [entry, ...others] = Object.entries(length);
  const [unit, count] = entry ?? [];
  if (others.length > 0 || typeof count !== 'number') return undefined;
  if (unit === 'days') return { unit, count, least: count, most: count };
  if (unit === 'months') return { unit, count, least: 30.4 * count - 3, most: 30.5 * count + 3 };
  if (unit === 'workingDays') return { unit, count, least: count, most: 1.4 * count + 4 + 3 * holidays };
  // Hours run from an instant of the first day; a day of the clock change has 23 or 25.
  if (unit === 'hours')
    return { unit, count, least: Math.floor((count - 1) / 24) - 1, most: Math.ceil((count + 1) / 24) };
  return undefined;
}

/** The values of two periods that cannot be together since the end that the one has not passed is never the later. */
function impossiblePairs(
  file: PolicyFile,
  one: PlainPeriod,
  other: PlainPeriod,
  variables: readonly Variable[],
): [number, number][] {
  const [own, others] = [one, other].map(({ index }) => entryAt(variables, index).values);
  if (!own || !others || own.length * others.length > mostPairs) return [];
  const areDays = [one, other].every(({ lengths }) => lengths.every(({ unit }) => unit !== 'hours'));
  return own.flatMap((value, at) =>
    others.flatMap((otherValue, otherAt): [number, number][] => {
      const isOut =
        value === UNKNOWN || otherValue === UNKNOWN
          ? areDays && value !== otherValue && startCanBeUnknown(file, one)
          : notPassed(one, at).some((end) => passed(other, otherAt).some((last) => isNoLater(one, end, other, last)));
      return isOut ? [[at, otherAt]] : [];
    }),
  );
}

/** Where nobody may say "I don't know", the value is there and nobody has it; it is left as it is. */
function startCanBeUnknown({ facts }: PolicyFile, { derived }: PlainPeriod): boolean {
  const start = facts[derived.from];
  return start !== undefined && 'unknown' in start && start.unknown;
}

/** The ends that a day has passed which makes the period this value. */
function passed({ lengths }: PlainPeriod, value: number): number[] {
  if (value === lengths.length) return [lengths.length - 1];
  return Array.from({ length: value }, (_, end) => end);
}

/** The ends that it has not passed. */
function notPassed({ lengths }: PlainPeriod, value: number): number[] {
  const last = lengths.length - 1;
  if (value > last) return [];
  return value === last ? [last] : [value, last];
}

/** True if the one end never comes after the other, on whatever day both periods start. */
function isNoLater(one: PlainPeriod, end: number, other: PlainPeriod, last: number): boolean {
  const [a, b] = [entryAt(one.lengths, end), entryAt(other.lengths, last)];
  const isShorter = a.unit === b.unit ? a.count <= b.count : a.most <= b.least;
  if (!isShorter) return false;
  if (end < one.lengths.length - 1) return true;
  // A season moves the end of the whole period only.
  const seasons = last === other.lengths.length - 1 ? other.derived.extended.map((one) => JSON.stringify(one)) : [];
  return one.derived.extended.every((season) => seasons.includes(JSON.stringify(season)));
}
