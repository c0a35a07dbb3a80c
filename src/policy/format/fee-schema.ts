import { z } from 'zod';
import { type Fee, isCurrency } from '../money.ts';
import { type Condition, conditionSchema, percent } from './condition-schema.ts';

/** A fee that holds under a condition. */
export type FeeStep = Fee & { when?: Condition | undefined };

const money = z.strictObject({
  amount: z.string().regex(/^\d{1,15}(\.\d{1,15})?$/, "a decimal in quotes, such as '4.90'"),
  currency: z.string().refine(isCurrency, 'a currency of ISO 4217, such as EUR'),
});

/** The forms of a fee, each with the same further keys. */
const feeWith = <T extends z.ZodRawShape>(more: T) => [
  z.strictObject({ ...more, percent }),
  z.strictObject({ ...more, fixed: money }),
  z.strictObject({ ...more, largerOf: z.array(z.union(plainFees)).min(2) }),
];
const plainFees = [z.strictObject({ percent }), z.strictObject({ fixed: money })] as const;

/** A fee without steps. */
export const plainFeeSchema = z.union(feeWith({}), 'one of percent, fixed, largerOf') as z.ZodType<Fee>;

/** What is kept back; as a list, the first step whose `when` holds, the last without one. */
export const feeSchema = z.union([
  plainFeeSchema,
  z.array(z.union(feeWith({ when: conditionSchema.optional() }))).min(1),
]) as z.ZodType<Fee | FeeStep[]>;

/** A fee as its steps; a plain fee is one that always holds. */
export function feeStepsOf(fee: Fee | FeeStep[]): FeeStep[] {
  return Array.isArray(fee) ? fee : [fee];
}
