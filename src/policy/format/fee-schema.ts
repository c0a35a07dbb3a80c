import { z } from 'zod';
import { type Fee, feeForms, feeSchema } from '../money/fee.ts';
import { conditionSchema } from './condition-schema.ts';

const feeStepSchema = z.union(feeForms({ when: conditionSchema.optional() }));
/** A fee that holds under a condition. */
export type FeeStep = z.infer<typeof feeStepSchema>;

/** The fee kept back; as a list, the first step whose `when` holds, the last without one. */
export const rowFeeSchema = z.union([feeSchema, z.array(feeStepSchema).min(1)]);

/** A fee as its steps; a plain fee is one that always holds. */
export function feeStepsOf(fee: Fee | FeeStep[]): FeeStep[] {
  return Array.isArray(fee) ? fee : [fee];
}
