import { z } from 'zod';
import { type ComposedRefund, type RefundPart, refundPartShape } from '../money/composed.ts';
import { moneySchema } from '../money/money.ts';
import { type Condition, conditionSchema } from './condition-schema.ts';

/** A refund composed of parts; each counts in the cases where its `when` holds. */
export const rowRefundSchema = z.strictObject({
  parts: z.array(z.strictObject({ ...refundPartShape, when: conditionSchema.optional() })).min(1),
  /** The least that is paid back; nothing if absent. */
  atLeast: moneySchema.optional(),
  atMost: moneySchema.optional(),
});
export type RowRefund = z.infer<typeof rowRefundSchema>;

/** The parts of a row's refund, each with its condition. */
export function refundPartsOf({ refund }: { refund?: RowRefund | undefined }): { when: Condition; part: RefundPart }[] {
  return (refund?.parts ?? []).map(({ when = {}, ...part }) => ({ when, part }));
}

/** A row's refund with those parts alone that hold. */
export function refundWith(
  { refund }: { refund?: RowRefund | undefined },
  parts: RefundPart[],
): ComposedRefund | undefined {
  return refund && { ...refund, parts };
}
