import { z } from 'zod';
import { percent } from '../format/condition-schema.ts';
import { moneySchema } from './money.ts';

const plainFees = [z.strictObject({ percent }), z.strictObject({ fixed: moneySchema })] as const;

/** The forms of a fee, each with the same further keys. */
export const feeForms = <T extends z.ZodRawShape>(more: T) =>
  [
    z.strictObject({ ...more, percent }),
    z.strictObject({ ...more, fixed: moneySchema }),
    z.strictObject({ ...more, largerOf: z.array(z.union(plainFees)).min(2) }),
  ] as const;

/** A fee: a share of the price in percent, a fixed sum, or the larger of several. */
export const feeSchema = z.union(feeForms({}), 'one of percent, fixed, largerOf');
export type Fee = z.infer<typeof feeSchema>;
