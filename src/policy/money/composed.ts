import Big from 'big.js';
import { z } from 'zod';
import { type Money, minorUnitDigits, moneySchema } from './money.ts';

/** What a refund is made of: the first five are paid back, the last two are kept. */
const refundPartKinds = ['price', 'tax', 'delivery', 'difference', 'bonus', 'fee', 'label'] as const;
const kept: ReadonlySet<string> = new Set(['fee', 'label']);

const bounds = { atLeast: moneySchema.optional(), atMost: moneySchema.optional() };

/** The keys of a part: a fixed sum, or all or a share of what a fact says, by default the price. */
export const refundPartShape = {
  part: z.enum(refundPartKinds),
  fixed: moneySchema.optional(),
  of: z.string().optional(),
  percent: z.number().min(0).max(1000).optional(),
  ...bounds,
};
const refundPartSchema = z.strictObject(refundPartShape);
export type RefundPart = z.infer<typeof refundPartSchema>;

/** A refund as the policy states it: its parts that apply, and what it is at least and at most. */
export const composedRefundSchema = z.strictObject({ parts: z.array(refundPartSchema), ...bounds });
export type ComposedRefund = z.infer<typeof composedRefundSchema>;

/** A part in money; negative where it is kept. `floor` and `cap` make up for what the refund is at least and at most. */
export const reckonedPartSchema = z.strictObject({
  part: z.enum([...refundPartKinds, 'floor', 'cap']),
  amount: z.string(),
});
type ReckonedPart = z.infer<typeof reckonedPartSchema>;

/** A refund in money with its parts; `fee` is what is kept back by them, `capped` what the most that is paid back takes. */
interface ReckonedRefund extends Money {
  fee: string;
  capped?: string;
  parts: ReckonedPart[];
}

/** True for a part that is kept back. */
export function isKept({ part }: Pick<RefundPart, 'part'>): boolean {
  return kept.has(part);
}

/**
 * The refund in money: each part rounded to the minor unit, half away from zero, their sum at least nothing, and the parts
 * add up to it. `amountOf` tells the sum behind a fact, without one the price; `undefined` where one that counts is not
 * known, or is in another currency.
 */
export function reckonedRefund(
  { parts, atLeast, atMost }: ComposedRefund,
  amountOf: (fact: string | undefined) => Money | undefined,
): ReckonedRefund | undefined {
  const sums = parts.map((part) => sumOf(part, amountOf));
  const currencies = new Set([...sums, atLeast, atMost].flatMap((sum) => sum?.currency ?? []));
  const [currency, ...others] = currencies;
  if (currency === undefined || others.length > 0) return undefined;
  const digits = minorUnitDigits(currency);
  const signed: [RefundPart, Big][] = [];
  for (const [i, part] of parts.entries()) {
    const sum = sums[i];
    if (!sum) return undefined;
    const rounded = new Big(sum.amount).round(digits, Big.roundHalfUp);
    signed.push([part, isKept(part) ? rounded.neg() : rounded]);
  }
  const total = signed.reduce((all, [, sum]) => all.plus(sum), new Big(0));
  const floored = larger(total, new Big(atLeast?.amount ?? 0).round(digits, Big.roundHalfUp));
  const amount = atMost ? smaller(floored, new Big(atMost.amount).round(digits, Big.roundHalfUp)) : floored;
  const paid = signed.reduce((all, [part, sum]) => (isKept(part) ? all : all.plus(sum)), new Big(0));
  const adjusted: [ReckonedPart['part'], Big][] = [
    ['floor', floored.minus(total)],
    ['cap', amount.minus(floored)],
  ];
  return {
    amount: amount.toFixed(digits),
    fee: larger(paid.minus(floored), new Big(0)).toFixed(digits),
    ...(amount.lt(floored) && { capped: floored.minus(amount).toFixed(digits) }),
    currency,
    parts: [...signed.map(([{ part }, sum]) => [part, sum] as const), ...adjusted.filter(([, sum]) => !sum.eq(0))].map(
      ([part, sum]) => ({ part, amount: sum.toFixed(digits) }),
    ),
  };
}

/** A part's sum before it is rounded, as large as its bounds let it be. */
function sumOf(
  { fixed, of, percent = 100, atLeast, atMost }: RefundPart,
  amountOf: (fact: string | undefined) => Money | undefined,
): Money | undefined {
  const base = fixed ?? amountOf(of);
  if (!base || [atLeast, atMost].some((bound) => bound && bound.currency !== base.currency)) return undefined;
  const whole = fixed ? new Big(fixed.amount) : new Big(base.amount).times(percent).times('0.01');
  const raised = atLeast ? larger(whole, new Big(atLeast.amount)) : whole;
  const bounded = atMost ? smaller(raised, new Big(atMost.amount)) : raised;
  return { amount: bounded.toFixed(), currency: base.currency };
}

function larger(a: Big, b: Big): Big {
  return a.gt(b) ? a : b;
}

function smaller(a: Big, b: Big): Big {
  return a.lt(b) ? a : b;
}
