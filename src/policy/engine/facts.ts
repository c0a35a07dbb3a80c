import { dayOf, type IsoDate, isInstant, isIsoDate } from '../calendar.ts';
import type { Fact } from '../format/schema.ts';
import { moneySchema } from '../money/money.ts';
import type { Policy } from './compile.ts';
import { type Clock, type Period, periodOf } from './periods.ts';
import { UNKNOWN } from './variables.ts';
import type { Facts } from './wire-facts.ts';

export type { Period } from './periods.ts';
export type { Facts } from './wire-facts.ts';

export interface FactError {
  code: 'unknown-fact' | 'invalid-value' | 'impossible';
  message: string;
  fact?: string;
}

/** Facts, checked and placed in the policy's space. */
export interface Situation {
  facts: Facts;
  /** For each variable the index of its value, or -1 while it is open. */
  assignment: number[];
  periods: Map<string, Period>;
}

/** Checks facts against the policy and places them in its space; without `now` only the day is known. */
export function readFacts(policy: Policy, facts: Facts, today: IsoDate, now?: string): Situation | FactError {
  const { timeZone, holidays } = policy.file;
  const clock: Clock = { today, now, timeZone, holidays };
  for (const [id, value] of Object.entries(facts)) {
    const fact = Object.hasOwn(policy.file.facts, id) ? policy.file.facts[id] : undefined;
    if (!fact) return { code: 'unknown-fact', message: `${policy.file.id} has no fact "${id}"`, fact: id };
    const expected = expectation(fact, value);
    if (expected) return { code: 'invalid-value', message: `${id} must be ${expected}`, fact: id };
    if (value !== UNKNOWN && isYetToCome(fact, value as string, clock)) {
      const present = fact.type === 'instant' && now !== undefined ? now : today;
      return { code: 'impossible', message: `${id} lies in the future: ${value} is after ${present}`, fact: id };
    }
  }
  return place(policy, facts, clock);
}

function isYetToCome(fact: Fact, value: string, { today, now, timeZone }: Clock): boolean {
  if (fact.type === 'date') return !fact.future && value > today;
  if (fact.type !== 'instant') return false;
  if (isIsoDate(value)) return value > today;
  return now === undefined ? dayOf(value, timeZone) > today : Date.parse(value) > Date.parse(now);
}

/** What was expected of the value, or `undefined` if it is one. */
export function expectation(fact: Fact, value: unknown): string | undefined {
  const orUnknown = 'unknown' in fact && fact.unknown ? ' or "unknown"' : '';
  if (orUnknown && value === UNKNOWN) return undefined;
  switch (fact.type) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(fact.values, value)
        ? undefined
        : `one of ${Object.keys(fact.values).join(', ')}${orUnknown}`;
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : `true or false${orUnknown}`;
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? undefined : `a date YYYY-MM-DD${orUnknown}`;
    case 'instant':
      return typeof value === 'string' && (isIsoDate(value) || isInstant(value))
        ? undefined
        : `a date YYYY-MM-DD or an instant such as 2026-11-21T14:30:00Z${orUnknown}`;
    case 'months':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= fact.max
        ? undefined
        : `a whole number of months from 0 to ${fact.max}${orUnknown}`;
    case 'set':
      return Array.isArray(value) &&
        value.every((member) => typeof member === 'string' && Object.hasOwn(fact.values, member))
        ? undefined
        : `a list, which may be empty, of ${Object.keys(fact.values).join(', ')}`;
    case 'money':
      return moneySchema.safeParse(value).success
        ? undefined
        : 'an amount and a currency, such as {"amount":"94.00","currency":"EUR"}';
  }
}

function place(policy: Policy, facts: Facts, clock: Clock): Situation {
  const periods = new Map(
    Object.entries(policy.file.derived).map(([id, derived]) => [id, periodOf(derived, facts, clock)]),
  );
  const assignment = policy.variables.map((variable) => {
    const { fact, members, values } = variable;
    const given = periods.has(fact) ? periods.get(fact)?.value : (facts[fact] ?? untold(policy, fact));
    if (given === undefined) return -1;
    if (members) return (given as string[]).some((member) => members.includes(member)) ? 1 : 0;
    return values.indexOf(given as string);
  });
  return { facts, assignment, periods };
}

/** The value of a fact that is never asked, while nobody tells another. */
function untold(policy: Policy, id: string): string | undefined {
  const fact = policy.file.facts[id];
  return fact?.type === 'choice' ? fact.default : undefined;
}
