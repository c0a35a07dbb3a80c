import type { Policy } from '../engine/diagram/compile.ts';

/** The two policies that are compared. */
export type Side = 'old' | 'new';
export type Pair = Record<Side, Policy>;
export const sides: readonly Side[] = ['old', 'new'];

/** Weights that sum to 1; all alike if there are none. */
export function normalised(weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
}
