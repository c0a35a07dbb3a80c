import { type ComposedRefund, isKept, type RefundPart } from '../../policy/money/composed.ts';
import type { Money } from '../../policy/money/money.ts';
import type { Refund } from '../../policy/money/refund.ts';
import type { Words } from './catalog/words.ts';
import type { Row } from './replies/reply.ts';

/** The parts of a composed refund: in money where it is reckoned, else as the policy states them; empty for any other. */
export function refundRows(
  words: Words,
  { refund, refundParts }: { refund?: Refund | undefined; refundParts?: ComposedRefund | undefined },
): Row[] {
  const reckoned = refund?.parts ?? [];
  if (refund && reckoned.length > 0)
    return reckoned.map(({ part, amount }) => ({
      title: words.say(`refund.part.${part}`),
      value: words.money(amount, refund.currency),
    }));
  const { parts = [], atLeast, atMost } = refundParts ?? {};
  const rows = parts.map((part): Row => {
    const sum = statedSum(words, part);
    return {
      title: words.say(`refund.part.${part.part}`),
      value: isKept(part) ? words.say('refund.kept', { sum }) : sum,
    };
  });
  const limits: [string, Money | undefined][] = [
    [words.say('refund.least'), atLeast],
    [words.say('refund.most'), atMost],
  ];
  return [
    ...rows,
    ...limits.flatMap(([title, sum]): Row[] => (sum ? [{ title, value: words.money(sum.amount, sum.currency) }] : [])),
  ];
}

/** A part while its sum is not known, e.g. "15% of the price, at most €50.00". */
function statedSum(words: Words, { part, fixed, of, percent, atLeast, atMost }: RefundPart): string {
  const sum = fixed
    ? words.money(fixed.amount, fixed.currency)
    : percent === undefined
      ? words.say(wholeOf(part, of))
      : words.say(shareOf(part, of), { percent });
  const raised = atLeast
    ? words.say('fee.atLeast', { fee: sum, minimum: words.money(atLeast.amount, atLeast.currency) })
    : sum;
  return atMost
    ? words.say('refund.atMost', { sum: raised, maximum: words.money(atMost.amount, atMost.currency) })
    : raised;
}

/** What all of a part is; without a sum of its own it is the price. */
function wholeOf(part: RefundPart['part'], of: string | undefined) {
  if (part === 'difference') return 'refund.wholeDifference';
  if (of !== undefined && part === 'delivery') return 'refund.wholeDelivery';
  return of !== undefined && part === 'tax' ? 'refund.wholeTax' : 'refund.all';
}

function shareOf(part: RefundPart['part'], of: string | undefined) {
  if (of === undefined) return 'fee.percent';
  return part === 'delivery' ? 'refund.percentOfDelivery' : 'refund.percentOf';
}
