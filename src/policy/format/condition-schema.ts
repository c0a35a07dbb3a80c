import { z } from 'zod';
import { isIsoDate } from '../calendar.ts';
import { comparisonSchema } from './comparison-schema.ts';

export const factId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'an id in camelCase, such as purchasedOn');
export const kebabId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab-case, such as not-working');
export const text = z.string().trim().min(1, 'some text');
export const likelihood = z.number().min(0).max(1_000_000);
export const percent = z.number().min(0).max(100);
/** A day of a policy; one of another century is a slip of the pen, and periods from it would leave the calendar. */
export const isoDate = z
  .string()
  .refine((text) => isIsoDate(text) && /^(?:19|20|21)/.test(text), "a date in quotes, such as '2026-11-01'")
  .meta({ format: 'date' });

const factValue = z.union([z.boolean(), z.string(), z.number(), comparisonSchema]);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

/**
 * A condition on facts: every key must hold. A key is a fact or derived fact with the values that satisfy it
 * (for a set: the members of which one must be named, `any` for all members; for a number or amount: comparisons), or
 * `any`, `all`, `not`, `is`.
 */
export type Condition = {
  any?: Condition[] | undefined;
  all?: Condition[] | undefined;
  not?: Condition | undefined;
  is?: string | string[] | undefined;
} & { [fact: string]: unknown };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .object({
      any: z.array(conditionSchema).min(1).optional(),
      all: z.array(conditionSchema).min(1).optional(),
      not: conditionSchema.optional(),
      is: oneOrMore(kebabId).optional(),
    })
    .catchall(oneOrMore(factValue)),
);

/** The conditions directly within a condition, each with its path there. */
export function conditionsWithin({
  any = [],
  all = [],
  not,
}: Condition): { path: PropertyKey[]; condition: Condition }[] {
  return [
    ...any.map((condition, at) => ({ path: ['any', at], condition })),
    ...all.map((condition, at) => ({ path: ['all', at], condition })),
    ...(not ? [{ path: ['not'], condition: not }] : []),
  ];
}

/** The named conditions that a condition refers to itself. */
export function namesWithin({ is = [] }: Condition): string[] {
  return [is].flat();
}

/** The facts that a condition tests itself, each with the values that satisfy it. */
export function testsWithin({
  any: _,
  all: __,
  not: ___,
  is: ____,
  ...tests
}: Condition): [fact: string, values: unknown[]][] {
  return Object.entries(tests).map(([fact, values]) => [fact, [values].flat()]);
}
