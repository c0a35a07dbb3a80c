import { priceFactOf } from '../format/references/refund-references.ts';
import { type ComposedRefund, isKept, type RefundPart, reckonedRefund } from '../money/composed.ts';
import type { Money } from '../money/money.ts';
import { refundAfterFee } from '../money/refund.ts';
import type { Decision } from './decision.ts';
import type { Outcome, Policy } from './diagram/compile.ts';
import type { Situation } from './facts.ts';

/** The money of a decision: the fee, and the refund as far as it can be reckoned. */
export function sumsOf(policy: Policy, situation: Situation, { fee, refund: composed }: Outcome): Partial<Decision> {
  const of = (fact?: string): Money | undefined => sumIn(policy, situation, fact);
  const price = of();
  const refund = composed ? reckonedRefund(composed, of) : fee && price && refundAfterFee(price, fee);
  const feePercent = fee && 'percent' in fee ? fee.percent : composed && onlyPercent(composed);
  return {
    ...(feePercent !== undefined && { feePercent }),
    ...(fee && feePercent === undefined && { fee }),
    ...(refund && { refund }),
    ...(composed && !refund && { refundParts: composed }),
  };
}

/** The price, while it is known to the cent. */
export function priceIn(policy: Policy, situation: Situation): Money | undefined {
  return sumIn(policy, situation);
}

/** The exact sum that a fact says, by default the price; `undefined` while it is not known, or only roughly. */
function sumIn({ file }: Policy, { known }: Situation, fact = priceFactOf(file)): Money | undefined {
  const given = known.get(fact ?? '');
  if (given?.type === 'money') return given.value;
  return given?.type === 'amount' && typeof given.value !== 'string' ? given.value : undefined;
}

/** The share of the price that is kept, where nothing else is. */
function onlyPercent({ parts, atLeast, atMost }: ComposedRefund): number | undefined {
  const [price, fee, ...others] = parts.toSorted((a, b) => Number(isKept(a)) - Number(isKept(b)));
  const isPlain = (part: RefundPart | undefined): boolean =>
    part !== undefined && !part.fixed && part.of === undefined && !part.atLeast && !part.atMost;
  const isAlone = others.length === 0 && !atLeast && !atMost && isPlain(price) && isPlain(fee);
  return isAlone && price?.part === 'price' && price.percent === undefined && fee?.part === 'fee'
    ? fee.percent
    : undefined;
}
