import type { Decision } from '../../policy/engine/decision.ts';
import type { Words } from './catalog/words.ts';
import { refundRows } from './refunds.ts';
import type { Row } from './replies/reply.ts';
import { describeFee } from './summary.ts';

/** Deadlines, fee, what remains and in what form, each with its name; times of day are those of the time zone. */
export function figures(words: Words, decision: Decision, timeZone: string): Row[] {
  const { deadline, deadlineAt, sendBy, refund, refundAs } = decision;
  const byDay = deadline && words.say('decision.endOfDay', { day: words.day(deadline) });
  const parts = refundRows(words, decision);
  const fees: [string, string | undefined][] = [[words.say('decision.fee'), feeOf(words, decision)]];
  const rows: [string, string | undefined][] = [
    [words.say('decision.formBy'), deadlineAt ? words.instant(deadlineAt, timeZone) : byDay],
    [words.say('decision.sendBy'), sendBy && words.day(sendBy)],
    ...(parts.length > 0 ? parts.map(({ title, value }): [string, string] => [title, value]) : fees),
    [words.say('decision.youGet'), refund && words.money(refund.amount, refund.currency)],
    [
      words.say(refund ? 'decision.refundAs' : 'decision.youGet'),
      refundAs && words.either(refundAs.map((form) => words.say(`refundForm.${form}`))),
    ],
  ];
  return rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

function feeOf(words: Words, { feePercent, fee, refund }: Decision): string | undefined {
  if (feePercent === 0) return words.say('fee.none');
  const amount = refund && words.money(refund.fee, refund.currency);
  if (feePercent === undefined) return fee && (amount ?? describeFee(words, fee));
  return amount === undefined
    ? words.say('fee.percent', { percent: feePercent })
    : words.say('fee.percentAmount', { percent: feePercent, amount });
}
