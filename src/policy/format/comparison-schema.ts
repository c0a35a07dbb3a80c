import { z } from 'zod';

/** A bound of a comparison: a number, or a decimal in quotes. */
const bound = z.union([z.number(), z.string()]);

/** The bounds that a comparison can name: where it begins, and where it ends. */
export const lowerBounds = ['over', 'atLeast', 'from'] as const;
export const upperBounds = ['under', 'atMost', 'to'] as const;
type Bound = (typeof lowerBounds)[number] | (typeof upperBounds)[number];

const bounds = {
  under: bound.optional(),
  atMost: bound.optional(),
  over: bound.optional(),
  atLeast: bound.optional(),
  from: bound.optional(),
  to: bound.optional(),
} satisfies Record<Bound, z.ZodType>;

/**
 * A test of a number or amount: `{ under: 2 }`, `{ from: 31, to: 60 }`; every bound named must hold. What it names
 * beside them is found where the fact is known (see `comparisonProblem`).
 */
export const comparisonSchema = z.object(bounds).catchall(bound);
export type Comparison = z.infer<typeof comparisonSchema>;

/** A comparison with the weight of those for whom it holds. */
export const weightedComparisonSchema = z.strictObject({ ...bounds, weight: z.number().min(0) });

/** True for a value of a condition that is a comparison. */
export function isComparison(value: unknown): value is Comparison {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
