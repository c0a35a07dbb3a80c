import Big from 'big.js';
import { z } from 'zod';
import { type Money, minorUnitDigits, moneySchema } from './money.ts';
import { type Refund, refundSchema } from './refund.ts';

/** What is added to a refund: a share of the price in percent, or a fixed sum. */
export const bonusSchema = z.union(
  [z.strictObject({ percent: z.number().positive().max(1_000) }), z.strictObject({ fixed: moneySchema })],
  'one of percent, fixed',
);
export type Bonus = z.infer<typeof bonusSchema>;

/** A refund with the bonus that is part of it, a decimal string in the same currency. */
export const refundWithBonusSchema = refundSchema.extend({ bonus: z.string().optional() });
export type RefundWithBonus = z.infer<typeof refundWithBonusSchema>;

/**
 * A refund with a bonus on the price, rounded to the minor unit, half away from zero; `undefined` where the bonus is a
 * sum in another currency.
 */
export function withBonus(refund: Refund, bonus: Bonus, price: Money): RefundWithBonus | undefined {
  if ('fixed' in bonus && bonus.fixed.currency !== price.currency) return undefined;
  const digits = minorUnitDigits(price.currency);
  const wanted =
    'fixed' in bonus ? new Big(bonus.fixed.amount) : new Big(price.amount).times(bonus.percent).times('0.01');
  const added = wanted.round(digits, Big.roundHalfUp);
  const sum = added.toFixed(digits);
  const { parts } = refund;
  return {
    ...refund,
    amount: added.plus(refund.amount).toFixed(digits),
    bonus: sum,
    ...(parts && { parts: [...parts, { part: 'bonus', amount: sum }] }),
  };
}
