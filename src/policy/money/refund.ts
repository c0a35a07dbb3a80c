import Big from 'big.js';
import { z } from 'zod';
import { reckonedPartSchema } from './composed.ts';
import type { Fee } from './fee.ts';
import { type Money, minorUnitDigits, moneySchema } from './money.ts';

/**
 * The refund: the rest of a price, and the fee that was kept back, both decimal strings in the same currency. Where the
 * policy composes it also its `parts`, which add up to the amount, and `capped`, what is beyond the most that is paid back.
 */
export const refundSchema = moneySchema.extend({
  fee: z.string(),
  capped: z.string().optional(),
  parts: z.array(reckonedPartSchema).optional(),
});
export type Refund = z.infer<typeof refundSchema>;

/**
 * The rest of a price after a fee, both rounded to the minor unit, half away from zero. A fee is never more than
 * the price. `undefined` where the fee holds a sum in another currency.
 */
export function refundAfterFee(price: Money, fee: Fee): Refund | undefined {
  const { currency } = price;
  const digits = minorUnitDigits(currency);
  const whole = new Big(price.amount).round(digits, Big.roundHalfUp);
  const wanted = feeOn(price, fee)?.round(digits, Big.roundHalfUp);
  if (!wanted) return undefined;
  const kept = wanted.gt(whole) ? whole : wanted;
  return { amount: whole.minus(kept).toFixed(digits), fee: kept.toFixed(digits), currency };
}

function feeOn(price: Money, fee: Fee): Big | undefined {
  if ('percent' in fee) return new Big(price.amount).times(fee.percent).times('0.01');
  if ('fixed' in fee) return fee.fixed.currency === price.currency ? new Big(fee.fixed.amount) : undefined;
  const fees = fee.largerOf.map((one) => feeOn(price, one));
  return fees.reduce((a, b) => (a && b ? (a.gt(b) ? a : b) : undefined));
}
