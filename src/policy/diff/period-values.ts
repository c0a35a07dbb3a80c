import type { Moment } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { type Facts, readFacts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import type { Side } from './pair.ts';

/** One way the periods of both policies can stand together, with the customers who stand there. */
export interface PeriodPoint {
  /** Indices into the values of each side's variables, in the order of `variables`. */
  values: Record<Side, number[]>;
  /** One customer for each day on which the point was found. */
  witnesses: { at: Moment; facts: Facts }[];
}

/** The values of the periods for the facts that this side knows; `undefined` while one is open. */
export function periodValues(policy: Policy, variables: number[], facts: Facts, at: Moment): number[] | undefined {
  const known = Object.fromEntries(Object.entries(facts).filter(([id]) => Object.hasOwn(policy.file.facts, id)));
  const situation = readFacts(policy, known, at.today, at.now);
  if ('code' in situation) return undefined;
  const values = variables.map((index) => entryAt(situation.assignment, index));
  return values.every((value) => value >= 0) ? values : undefined;
}
