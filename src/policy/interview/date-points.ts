import { UNKNOWN, type Variable } from '../engine/diagram/variables.ts';
import { entryAt } from '../entry-at.ts';

/** What the periods of one date can be together, and how likely that is. */
export interface DatePoint {
  values: [variable: number, value: number][];
  probability: number;
}

/**
 * The likelihoods of periods that one date tells, taken together so that each by itself stays as the policy has it: the
 * later the date lies back, the further on is every one of them. So a date that is in the shorter period is in the
 * longer one too, and "I don't know" is one answer for all.
 */
export function datePoints(variables: readonly Variable[], indices: readonly number[]): DatePoint[] {
  const spans = indices.map((index) => spansOf(entryAt(variables, index)));
  const cuts = [...new Set(spans.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const points = new Map<string, DatePoint>();
  cuts.slice(0, -1).forEach((from, at) => {
    const to = entryAt(cuts, at + 1);
    const middle = (from + to) / 2;
    const values = indices.map((index, i): [number, number] => {
      const own = entryAt(spans, i);
      return [
        index,
        Math.max(
          0,
          own.findIndex((span) => span.from <= middle && middle < span.to),
        ),
      ];
    });
    const key = values.join();
    const known = points.get(key);
    if (known) known.probability += to - from;
    else points.set(key, { values, probability: to - from });
  });
  return [...points.values()];
}

/** The part of all customers, from 0 to 1, that each value has: those who do not know first. */
function spansOf({ values, probabilities }: Variable): { from: number; to: number }[] {
  let end = probabilities[values.indexOf(UNKNOWN)] ?? 0;
  return values.map((value, at) => {
    const probability = entryAt(probabilities, at);
    if (value === UNKNOWN) return { from: 0, to: probability };
    end += probability;
    return { from: end - probability, to: end };
  });
}
