import type { IsoDate } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import { type Facts, readFacts } from '../engine/facts.ts';
import { countedAs, likelihoodPaths } from '../fact-types/fact-types.ts';
import { declaredId } from '../format/period-schema.ts';

/** A customer on whom a shop decided, and the day of the decision. */
export interface PastCustomer {
  facts: Facts;
  today: IsoDate;
}

/** A likelihood in percent as customers have shown it, and where it belongs in the policy's file. */
export interface Likelihood {
  path: string[];
  percent: number;
  /** The number of customers who told this fact or period, whatever they told of it. */
  seen: number;
}

/** The lesson of past customers: the likelihoods of every fact that one of them gave, and how many could be read. */
export interface Lesson {
  likelihoods: Likelihood[];
  read: number;
  /** Customers whom the policy as it is now cannot read. */
  unreadable: number;
}

/**
 * Counts what past customers were like. Each value counts as seen once more than it was (Laplace), so that nothing is
 * impossible only because nobody has come yet; a period counts as it was on the day of the decision.
 */
export function learnLikelihoods(policy: Policy, customers: readonly PastCustomer[]): Lesson {
  const counts = new Map<string, number>();
  const count = (fact: string, value: string): void => {
    counts.set(`${fact} ${value}`, (counts.get(`${fact} ${value}`) ?? 0) + 1);
  };
  let read = 0;
  for (const { facts, today } of customers) {
    const situation = readFacts(policy, facts, today);
    if ('code' in situation) continue;
    read += 1;
    for (const [id, given] of situation.known) {
      count(id, '');
      for (const value of countedAs(given)) count(id, value);
    }
    for (const [id, { value }] of situation.periods) if (value !== undefined) count(declaredId(id), value);
  }
  const seen = (fact: string, value: string): number => counts.get(`${fact} ${value}`) ?? 0;
  return { likelihoods: likelihoodsOf(policy, seen), read, unreadable: customers.length - read };
}

/** Below this many customers a shop's own estimate is worth more than what they happened to tell. */
export const ENOUGH_CUSTOMERS = 50;

/** The lesson of those facts only that enough customers have told. */
export function wellFounded(lesson: Lesson): Lesson {
  return { ...lesson, likelihoods: lesson.likelihoods.filter(({ seen }) => seen >= ENOUGH_CUSTOMERS) };
}

function likelihoodsOf({ file }: Policy, seen: (fact: string, value: string) => number): Likelihood[] {
  const ofFacts = Object.entries(file.facts).flatMap(([id, fact]) => {
    const { kind, paths } = likelihoodPaths(fact) ?? { kind: 'shared', paths: [] };
    const inFile = paths.map(({ value, path }) => ({ value, path: ['facts', id, ...path] }));
    if (kind === 'shared') return shared(id, inFile, seen);
    const asked = seen(id, '');
    return asked === 0
      ? []
      : inFile.map(({ value, path }) => ({ path, percent: percentOf(seen(id, value), asked, 2), seen: asked }));
  });
  const periods = new Map(Object.entries(file.derived).map(([id, derived]) => [declaredId(id), derived]));
  const ofPeriods = [...periods].flatMap(([id, derived]) => {
    const values = [...new Set([derived.within, derived.after, UNKNOWN, ...Object.keys(derived.likelihood)])];
    const paths = values.map((value) => ({ value, path: ['derived', id, 'likelihood', value] }));
    return shared(id, paths, seen);
  });
  return [...ofFacts, ...ofPeriods];
}

function shared(
  fact: string,
  paths: { value: string; path: string[] }[],
  seen: (fact: string, value: string) => number,
): Likelihood[] {
  const total = paths.reduce((sum, { value }) => sum + seen(fact, value), 0);
  if (total === 0) return [];
  return paths.map(({ value, path }) => ({
    path,
    percent: percentOf(seen(fact, value), total, paths.length),
    seen: total,
  }));
}

/** With a tenth of a percent, and never none. */
function percentOf(count: number, total: number, values: number): number {
  return Math.max(0.1, Math.round((1000 * (count + 1)) / (total + values)) / 10);
}
