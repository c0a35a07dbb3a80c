import type { Policy } from '../engine/diagram/compile.ts';
import type { Variable } from '../engine/diagram/variables.ts';
import type { Facts } from '../engine/facts.ts';
import type { Pair, Side } from './pair.ts';
import type { PeriodDimension } from './periods.ts';

/** A dimension of the joint space, with the facts that each of its values means on the sides that know it. */
export interface Dimension {
  size: number;
  /** The likelihood of each value; they sum to 1. */
  probabilities: number[];
  /** The fact with this value on this side, unless the dimension stands for periods. */
  tells?(side: Side, value: number): Facts;
  periods?: PeriodDimension;
  /** For members of a set that behave alike: the set and these members. */
  group?: { set: string; members: string[] };
}

/** The way a variable of one policy follows from the dimensions: from one of them, or true if any of several is. */
export type Reading = { dimension: number; valueAt: number[] } | { anyOf: number[] };

/** What the facts of two policies add to their joint space. */
export interface Building {
  add(dimension: Dimension): number;
  readings: Record<Side, Reading[]>;
}

/** Variables of a fact, with their place in the policy. */
export function variablesFor({ variables }: Policy, id: string): { variable: Variable; at: number }[] {
  return variables.flatMap((variable, at) => (variable.fact === id ? [{ variable, at }] : []));
}

/** A fact that only one policy has, or that the two have in different forms. */
export function own(pair: Pair, id: string, side: Side, { add, readings }: Building): void {
  for (const { variable, at } of variablesFor(pair[side], id)) {
    const { values, probabilities, members, samples } = variable;
    const valueFor = (value: number): unknown => (members ? members.slice(0, value) : (samples ?? values)[value]);
    const dimension = add({
      size: values.length,
      probabilities,
      tells: (to, value) => (to === side ? { [id]: valueFor(value) } : {}),
      ...(members && { group: { set: id, members } }),
    });
    readings[side][at] = { dimension, valueAt: values.map((_, value) => value) };
  }
}
