import type { IsoDate } from '../calendar.ts';
import type { Policy } from '../engine/compile.ts';
import { type Facts, readFacts } from '../engine/facts.ts';
import { UNKNOWN } from '../engine/variables.ts';
import { writtenId } from '../format/period-schema.ts';

/** A customer on whom a shop decided, and the day of the decision. */
export interface PastCustomer {
  facts: Facts;
  today: IsoDate;
}

/** A likelihood in percent as customers have shown it, and where it belongs in the policy's file. */
export interface Likelihood {
  path: string[];
  percent: number;
}

/** What past customers teach: the likelihoods of every fact that one of them told, and how many could be read. */
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
    for (const [id, fact] of Object.entries(policy.file.facts)) {
      const given = facts[id];
      if (given === undefined) continue;
      if (fact.type === 'set') {
        count(id, '');
        for (const member of given as string[]) count(id, member);
      } else count(id, String(given));
    }
    for (const [id, { value }] of situation.periods) if (value !== undefined) count(writtenId(id), value);
  }
  const seen = (fact: string, value: string): number => counts.get(`${fact} ${value}`) ?? 0;
  return { likelihoods: likelihoodsOf(policy, seen), read, unreadable: customers.length - read };
}

function likelihoodsOf({ file }: Policy, seen: (fact: string, value: string) => number): Likelihood[] {
  const ofFacts = Object.entries(file.facts).flatMap(([id, fact]) => {
    const path = ['facts', id];
    if (fact.type === 'choice') {
      const places = Object.keys(fact.values).map((value) => ({
        value,
        path: [...path, 'values', value, 'likelihood'],
      }));
      if (fact.unknown) places.push({ value: UNKNOWN, path: [...path, 'unknownLikelihood'] });
      return shared(id, places, seen);
    }
    if (fact.type === 'yes-no') {
      const values = ['true', 'false', ...(fact.unknown ? [UNKNOWN] : [])];
      const places = values.map((value) => ({ value, path: [...path, 'likelihood', value] }));
      return shared(id, places, seen);
    }
    if (fact.type !== 'set' || seen(id, '') === 0) return [];
    return Object.keys(fact.values).map((member) => ({
      path: [...path, 'values', member, 'likelihood'],
      percent: percentOf(seen(id, member), seen(id, ''), 2),
    }));
  });
  const periods = new Map(Object.entries(file.derived).map(([id, derived]) => [writtenId(id), derived]));
  const ofPeriods = [...periods].flatMap(([id, derived]) => {
    const values = [...new Set([derived.within, derived.after, UNKNOWN, ...Object.keys(derived.likelihood)])];
    const places = values.map((value) => ({ value, path: ['derived', id, 'likelihood', value] }));
    return shared(id, places, seen);
  });
  return [...ofFacts, ...ofPeriods];
}

function shared(
  fact: string,
  places: { value: string; path: string[] }[],
  seen: (fact: string, value: string) => number,
): Likelihood[] {
  const total = places.reduce((sum, { value }) => sum + seen(fact, value), 0);
  if (total === 0) return [];
  return places.map(({ value, path }) => ({ path, percent: percentOf(seen(fact, value), total, places.length) }));
}

/** With a tenth of a percent, and never none. */
function percentOf(count: number, total: number, values: number): number {
  return Math.max(0.1, Math.round((1000 * (count + 1)) / (total + values)) / 10);
}
