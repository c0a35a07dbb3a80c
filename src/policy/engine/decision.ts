import { z } from 'zod';
import { refundFormSchema } from '../format/choose-schema.ts';
import { resolutionSchema } from '../format/outcome-schema.ts';
import { refundWithBonusSchema } from '../money/bonus.ts';
import { composedRefundSchema } from '../money/composed.ts';
import { feeSchema } from '../money/fee.ts';
import { optionSchema } from './options.ts';

/** A version of a policy; `digest` is `sha256:` and the hex digest of its text. */
export const policyVersionSchema = z.strictObject({ id: z.string(), version: z.string(), digest: z.string() });

/** A fact that nobody knows, and the resolution each answer would lead to. */
export const reviewEntrySchema = z.strictObject({
  fact: z.string(),
  answers: z.array(z.strictObject({ value: z.union([z.string(), z.boolean()]), resolution: resolutionSchema })),
});
export type ReviewEntry = z.infer<typeof reviewEntrySchema>;

/** A policy's answer; ids and values as in the policy file. */
export const decisionSchema = z.strictObject({
  resolution: resolutionSchema.describe('A standard resolution, or an outcome of the shop’s own'),
  clauses: z.array(z.string()),
  terms: z.array(z.string()),
  feePercent: z.number().optional(),
  fee: feeSchema.optional().describe('A fee that is no plain percentage, as the policy states it'),
  refund: refundWithBonusSchema.optional().describe('What remains of the price after the fee, when the price is known'),
  refundParts: composedRefundSchema
    .optional()
    .describe('What the refund is composed of, as the policy states it, while the sums behind it are not known'),
  deadline: z.string().optional().describe('The last day to submit the form, until its end in the shop’s time zone'),
  deadlineAt: z.string().optional().describe('Where the deadline is a time on that day: the instant, ISO 8601 in UTC'),
  sendBy: z.string().optional().describe('The last day to send the item, until its end in the shop’s time zone'),
  refundAs: z.array(refundFormSchema).optional().describe('What the customer can get for it'),
  options: z
    .array(optionSchema)
    .optional()
    .describe('What the customer can choose between; each says in full what it gives'),
  chosen: z.string().optional().describe('The option that the customer has chosen, by its id'),
  alternatives: z.array(resolutionSchema).optional().describe('Other resolutions that the customer may choose'),
  review: z
    .array(reviewEntrySchema)
    .optional()
    .describe('Where people decide: what each answer to a fact given as unknown would lead to'),
  policy: policyVersionSchema,
});
export type Decision = z.infer<typeof decisionSchema>;
