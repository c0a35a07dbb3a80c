import { z } from 'zod';
import { type Condition, conditionSchema, kebabId, text } from './condition-schema.ts';

/** A step or a note that is not for everybody, or that has an id under which a language's file says it. */
const conditionalSchema = z.strictObject({ text, when: conditionSchema.optional() });

/** A step or a note of a row; one with `when` is for those alone whose facts establish it. */
export type Advice = string | { id?: string; text: string; when?: Condition | undefined };

/** Steps or notes: a list in their order, or a map by ids, in the order of the rules. */
export const adviceSchema = z
  .union([z.array(z.union([text, conditionalSchema])), z.record(kebabId, conditionalSchema)])
  .default([])
  .transform((advice): Advice[] =>
    Array.isArray(advice) ? advice : Object.entries(advice).map(([id, one]) => ({ id, ...one })),
  );

/** The conditions of steps or notes, each with its path below them. */
export function conditionsOfAdvice(advice: readonly Advice[]): { path: PropertyKey[]; when: Condition }[] {
  return advice.flatMap((one, at) =>
    typeof one === 'object' && one.when ? [{ path: [one.id ?? at, 'when'], when: one.when }] : [],
  );
}
