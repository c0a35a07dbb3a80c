import type { Words } from '../dialogs/wording/catalog/words.ts';
import { formWordsOf } from '../dialogs/wording/outcome-words.ts';
import { refundRows } from '../dialogs/wording/refunds.ts';
import { describeAnswer, describeFee } from '../dialogs/wording/summary.ts';
import type { Policy } from '../policy/format/load.ts';
import type { ReturnClaim } from './links.ts';

/** A line of what is known already. */
export interface Row {
  label: string;
  value: string;
}

/** All that a link tells, as a customer reads it: the shop, the case, the days and the money. */
export function rowsOf(words: Words, policy: Policy, reference: string, claim: ReturnClaim): Row[] {
  const { orderNumber, item, quantity, choice, deadline, deadlineAt, sendBy } = claim;
  const byDay = deadline && words.say('decision.endOfDay', { day: words.day(deadline) });
  return [
    row(words.say('form.row.shop'), policy.file.name),
    row(words.say('form.row.about'), formWordsOf(words, policy.file, claim.resolution).about),
    row(words.say('form.row.reference'), reference),
    row(words.say('form.row.orderNumber'), orderNumber),
    row(words.say('form.row.item'), item?.name),
    row(words.say('form.row.quantity'), quantity?.toString()),
    row(words.say('form.row.choice'), choice?.title),
    ...factRows(words, policy, claim),
    row(words.say('form.row.deadline'), deadlineAt ? words.instant(deadlineAt, policy.file.timeZone) : byDay),
    row(words.say('form.row.sendBy'), sendBy && words.day(sendBy)),
    ...moneyRows(words, claim),
  ].flat();
}

function factRows(words: Words, policy: Policy, { facts }: ReturnClaim): Row[] {
  return Object.entries(policy.file.facts).flatMap(([fact, { label }]) =>
    facts[fact] === undefined ? [] : row(label, describeAnswer(words, policy, { fact, value: facts[fact] })),
  );
}

function moneyRows(words: Words, claim: ReturnClaim): Row[] {
  const { feePercent, fee, refund } = claim;
  const parts = refundRows(words, claim);
  if (parts.length > 0) {
    const remains = refund && words.money(refund.amount, refund.currency);
    return [
      ...parts.map(({ title, value }) => ({ label: title, value })),
      ...row(words.say('form.row.remains'), remains),
    ];
  }
  const inWords =
    feePercent === undefined ? fee && describeFee(words, fee) : words.say('fee.percent', { percent: feePercent });
  if (inWords === undefined) return [];
  const label = words.say('form.row.fee');
  if (!refund) return row(label, inWords);
  const amount = words.money(refund.fee, refund.currency);
  return [
    ...row(label, words.say('form.row.feeAmount', { amount, fee: inWords })),
    ...row(words.say('form.row.remains'), words.money(refund.amount, refund.currency)),
  ];
}

function row(label: string, value: string | undefined): Row[] {
  return value === undefined ? [] : [{ label, value }];
}
