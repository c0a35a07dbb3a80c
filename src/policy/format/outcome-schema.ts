import { z } from 'zod';
import { kebabId, text } from './condition-schema.ts';
import { formSchema } from './form-schema.ts';

/** The resolutions that every policy can decide; the meaning of each is the product's, the cases are the policy's. */
export const standardResolutionSchema = z.enum([
  'return',
  'cancellation',
  'warranty-repair',
  'refuse-delivery',
  'accept-delivery',
  'inspect-on-delivery',
  'not-eligible',
  'human-review',
]);
export type StandardResolution = z.infer<typeof standardResolutionSchema>;

/** One of them, or an outcome of the shop's own. */
export const resolutionSchema = z.union([standardResolutionSchema, kebabId]);
export type Resolution = z.infer<typeof resolutionSchema>;

/**
 * What an outcome means to the customer: it gives something, it excludes it (so it cites a clause and offers a person),
 * people decide (a case is filed at once), or it says what to do.
 */
export const outcomeKindSchema = z.enum(['grants', 'refuses', 'person', 'advises']);
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;

/** An outcome of the shop's own. */
export const ownOutcomeSchema = z.strictObject({
  kind: outcomeKindSchema,
  headline: text,
  /** The outcome in a sentence or two, to the customer. */
  sentence: text,
  /** The form that it opens; none if absent. */
  form: formSchema.optional(),
});

const standardKinds: Record<StandardResolution, OutcomeKind> = {
  return: 'grants',
  cancellation: 'grants',
  'warranty-repair': 'grants',
  'refuse-delivery': 'advises',
  'accept-delivery': 'advises',
  'inspect-on-delivery': 'advises',
  'not-eligible': 'refuses',
  'human-review': 'person',
};

/** Those of the standard resolutions that a customer is given a form for. */
const standardForms = ['return', 'cancellation', 'warranty-repair'] as const;
type StandardForm = (typeof standardForms)[number];

/** What of a policy's file tells what its outcomes are. */
interface Outcomes {
  outcomes: Record<string, z.infer<typeof ownOutcomeSchema>>;
  forms: Partial<Record<StandardForm, Form>>;
}
type Form = z.infer<typeof formSchema>;

/** True for one of the resolutions that every policy can decide. */
export function isStandard(resolution: string): resolution is StandardResolution {
  return standardResolutionSchema.safeParse(resolution).success;
}

/** True for a standard resolution that has a form. */
export function isStandardForm(resolution: string): resolution is StandardForm {
  return standardForms.some((one) => one === resolution);
}

/** The outcome of that id, where it is the shop's own. */
export function ownOutcome(
  { outcomes }: Pick<Outcomes, 'outcomes'>,
  id: string,
): Outcomes['outcomes'][string] | undefined {
  return Object.hasOwn(outcomes, id) ? outcomes[id] : undefined;
}

/** The kind of an outcome; one that the policy does not know is for people. */
export function kindOf(file: Pick<Outcomes, 'outcomes'>, resolution: Resolution): OutcomeKind {
  return isStandard(resolution) ? standardKinds[resolution] : (ownOutcome(file, resolution)?.kind ?? 'person');
}

/** All outcomes that a policy can decide, the standard ones first. */
export function outcomesOf({ outcomes }: Pick<Outcomes, 'outcomes'>): Resolution[] {
  return [...standardResolutionSchema.options, ...Object.keys(outcomes)];
}

/** The form of an outcome; `undefined` where it has none. */
export function formOf({ outcomes, forms }: Outcomes, resolution: Resolution): Form | undefined {
  if (isStandardForm(resolution)) return forms[resolution] ?? { ask: [], next: [] };
  return ownOutcome({ outcomes }, resolution)?.form;
}

/** True for an outcome that has a form. */
export function hasForm(file: Outcomes, resolution: Resolution): boolean {
  return formOf(file, resolution) !== undefined;
}
