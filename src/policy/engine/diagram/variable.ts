import type { Span } from '../../fact-types/measured/scale.ts';

export type VariableValue = string | boolean;
export const UNKNOWN = 'unknown';

/**
 * One dimension of a policy's space. A choice, a yes-no and a derived fact are one variable each; a set is one
 * variable for each member that the policy treats on its own, and one for "any of the others", which behave alike.
 */
export interface Variable {
  /** The fact or derived fact it belongs to. */
  fact: string;
  values: VariableValue[];
  /** The likelihood of each value; they sum to 1. */
  probabilities: number[];
  /** For a set: the members that make it true. */
  members?: string[];
  /** For a number or amount: the steps of its scale that each value stands for. */
  bands?: readonly Span[];
  /** For a number or amount: a value on the wire for each of these values. */
  samples?: readonly unknown[];
  /** The value that "I don't know" counts as, where it is none of its own. */
  unknownAs?: VariableValue;
}

/** A variable whose values are as likely as their weights say; all alike where no weight is above 0. */
export function weighted(fact: string, weights: readonly (readonly [VariableValue, number])[]): Variable {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return {
    fact,
    values: weights.map(([value]) => value),
    probabilities: weights.map(([, weight]) => (sum > 0 ? weight / sum : 1 / weights.length)),
  };
}
