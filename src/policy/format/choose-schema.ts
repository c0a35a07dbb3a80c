import { z } from 'zod';
import { bonusSchema } from '../money/bonus.ts';
import { feeSchema } from '../money/fee.ts';
import { conditionSchema, factId, kebabId, text } from './condition-schema.ts';
import { resolutionSchema } from './outcome-schema.ts';

/** The money the way it was paid, credit with the shop, or another item. */
export const refundFormSchema = z.enum(['original', 'store-credit', 'exchange']);

/** One of what a customer can choose, with the terms of it; what it leaves out is as the row says. */
const optionSchema = z.strictObject({
  title: text,
  /** Other ways to say it. */
  synonyms: z.array(text).optional(),
  /** Offered only where this holds; every option if absent. */
  when: conditionSchema.optional(),
  /** Another outcome than the row's. */
  resolution: resolutionSchema.optional(),
  refundAs: refundFormSchema.optional(),
  fee: feeSchema.optional(),
  bonus: bonusSchema.optional(),
  /** Clauses that come with this option alone. */
  terms: z.array(kebabId).default([]),
  /** The derived fact whose end is the deadline for this option. */
  deadline: factId.optional(),
});
export type ChoiceOption = z.infer<typeof optionSchema>;

/** The options by their ids, in their order. */
export const chooseSchema = z
  .record(kebabId, optionSchema)
  .refine((options) => Object.keys(options).length > 1, 'at least two options');
