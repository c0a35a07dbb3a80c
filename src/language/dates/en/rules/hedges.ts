import type { Temporal } from 'temporal-polyfill';
import { anyOf } from '../../../text/phrases.ts';
import type { Days } from '../../rule.ts';
import { isUpTo } from '../names.ts';
import en from './hedges.json' with { type: 'json' };

/** How exactly a length of time back from today was meant. */
export type Hedge =
  | 'about'
  | 'perhaps'
  | 'longer-than'
  | 'at-least'
  | 'just-over'
  | 'at-most'
  | 'shorter-than'
  | 'nearly';

const BEFORE: [Hedge, readonly string[]][] = [
  ['just-over', en.justOver],
  ['longer-than', en.longerThan],
  ['at-least', en.atLeast],
  ['shorter-than', en.shorterThan],
  ['at-most', en.atMost],
  ['nearly', en.nearly],
  ['about', en.about],
  ['perhaps', en.perhaps],
];
const AFTER: [Hedge, readonly string[]][] = [
  ['about', en.aboutAfter],
  ['at-most', en.atMostAfter],
  ['at-least', en.atLeastAfter],
  ['perhaps', en.perhapsAfter],
];

/** The pattern of words before a length of time that say how exactly it is meant, without groups. */
export const HEDGE_BEFORE = `(?:\\b${anyOf(BEFORE.flatMap(([, words]) => words))}(?![a-z])|~)`;

/** The pattern of such words after it, without groups. */
export const HEDGE_AFTER = `(?:${anyOf(AFTER.flatMap(([, words]) => words))}(?![a-z]))`;

const BEFORE_PATTERNS = patternsOf(BEFORE);
const AFTER_PATTERNS = patternsOf(AFTER);

/** What words that `HEDGE_BEFORE` or `HEDGE_AFTER` matched say; undefined for none. */
export function hedgeOf(before: string | undefined, after: string | undefined): Hedge | undefined {
  if (before?.trim() === '~') return 'about';
  return hedgeIn(BEFORE_PATTERNS, before) ?? hedgeIn(AFTER_PATTERNS, after);
}

function patternsOf(hedges: typeof BEFORE): [Hedge, RegExp][] {
  return hedges.map(([hedge, words]) => [hedge, new RegExp(`^${anyOf(words)}$`)]);
}

function hedgeIn(patterns: [Hedge, RegExp][], words: string | undefined): Hedge | undefined {
  const plain = words?.replace(/^[ ,]+|[ ,]+$/g, '');
  return plain === undefined ? undefined : patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

/**
 * The days that are meant by a day some time before `end`, said with a hedge. "About" leaves a sixth of the time on
 * both sides, but at least a day, three days for weeks, ten for months and two for years; "over" reaches a year further
 * back, as it has no beginning.
 */
export function hedged(days: Days, hedge: Hedge | undefined, unit: string, end: Temporal.PlainDate): Days {
  const margin = marginOf(days.from, unit, end);
  const upTo = (day: Temporal.PlainDate): Temporal.PlainDate => (isUpTo(day, end) ? day : end);
  switch (hedge) {
    case 'about':
      return {
        from: days.from.subtract({ days: margin }),
        to: upTo(days.to.add({ days: margin })),
        nearest: days.nearest ?? days.to,
      };
    case 'just-over':
      return { from: days.from.subtract({ days: margin }), to: days.to };
    case 'nearly':
      return { from: days.from, to: upTo(days.from.add({ days: margin })) };
    case 'at-most':
      return { from: days.from, to: end };
    case 'shorter-than':
      // Less than a day ago may be yesterday.
      return { from: days.from.until(end).days <= 1 ? days.from : days.from.add({ days: 1 }), to: end };
    case 'at-least':
      return { from: days.from.subtract({ years: 1 }), to: days.to };
    case 'longer-than':
      return { from: days.from.subtract({ years: 1 }), to: days.to.subtract({ days: 1 }) };
    case 'perhaps':
      return { ...days, isPerhaps: true };
    case undefined:
      return days;
  }
}

/** The days around a day that was named roughly: three on both sides, one where it is fresh in mind. */
export function aroundDay(day: Temporal.PlainDate, today: Temporal.PlainDate): Days {
  const days = day.until(today).days <= 7 ? 1 : 3;
  return { from: day.subtract({ days }), to: day.add({ days }), nearest: day };
}

const LEAST_MARGINS: [unit: RegExp, days: number][] = [
  [/y(?:ea)?rs?$|decade/, 60],
  [/months?$|mths?$/, 10],
  [/we?e?ks?$|fortnights?$/, 3],
];

function marginOf(day: Temporal.PlainDate, unit: string, end: Temporal.PlainDate): number {
  const least = LEAST_MARGINS.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
  return Math.max(least, Math.round(day.until(end, { largestUnit: 'day' }).days / 6));
}
