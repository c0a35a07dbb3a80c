import type { Clock, IsoDate } from '../calendar.ts';
import { expectationOf, type FactValue, indexIn, lateFor, parseValue } from '../fact-types/fact-types.ts';
import type { Fact } from '../format/schema.ts';
import type { Policy } from './diagram/compile.ts';
import { type Period, periodOf } from './periods.ts';
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
  /** The facts as they were given, and as values of their types. */
  facts: Facts;
  known: ReadonlyMap<string, FactValue>;
  /** For each variable the index of its value, or -1 while it is open. */
  assignment: number[];
  periods: Map<string, Period>;
}

/** Checks facts against the policy and places them in its space; without `now` only the day is known. */
export function readFacts(policy: Policy, facts: Facts, today: IsoDate, now?: string): Situation | FactError {
  const { id: policyId, facts: described, timeZone, holidays } = policy.file;
  const clock: Clock = { today, now, timeZone, holidays };
  const known = new Map<string, FactValue>();
  for (const [id, wire] of Object.entries(facts)) {
    const fact = Object.hasOwn(described, id) ? described[id] : undefined;
    if (!fact) return { code: 'unknown-fact', message: `${policyId} has no fact "${id}"`, fact: id };
    const given = parseValue(fact, wire);
    if (!given) return { code: 'invalid-value', message: `${id} must be ${expectationOf(fact)}`, fact: id };
    const present = given.type === 'unknown' ? undefined : lateFor(given, clock);
    if (present !== undefined)
      return { code: 'impossible', message: `${id} lies in the future: ${wire} is after ${present}`, fact: id };
    known.set(id, given);
  }
  return situationOf(policy, facts, known, clock);
}

/** The expectation that the value does not meet, in words; `undefined` if it does. */
export function expectation(fact: Fact, wire: unknown): string | undefined {
  return parseValue(fact, wire) ? undefined : expectationOf(fact);
}

function situationOf(policy: Policy, facts: Facts, known: Map<string, FactValue>, clock: Clock): Situation {
  const periods = new Map(
    Object.entries(policy.file.derived).map(([id, derived]) => [id, periodOf(derived, known, clock)]),
  );
  const assignment = policy.variables.map((variable) => {
    const period = periods.get(variable.fact);
    if (period) return period.value === undefined ? -1 : variable.values.indexOf(period.value);
    const given = known.get(variable.fact);
    return given ? indexIn(variable, given) : -1;
  });
  return { facts, known, assignment, periods };
}
