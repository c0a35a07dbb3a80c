import {
  describeAnswer,
  describeDate,
  describeFee,
  describeInstant,
  describeMoney,
} from '../dialogs/wording/summary.ts';
import type { Policy } from '../policy/format/load.ts';
import { formTexts, rowLabels } from './copy.ts';
import type { ReturnClaim } from './links.ts';

/** A line of what is known already. */
export interface Row {
  label: string;
  value: string;
}

/** All that a link tells, as a customer reads it: the shop, the case, the days and the money. */
export function rowsOf(policy: Policy, reference: string, claim: ReturnClaim): Row[] {
  const { orderNumber, item, deadline, deadlineAt, sendBy } = claim;
  const byDay = deadline && `${describeDate(deadline)}, end of the day`;
  return [
    row(rowLabels.shop, policy.file.name),
    row(rowLabels.about, formTexts[claim.resolution].about),
    row(rowLabels.reference, reference),
    row(rowLabels.orderNumber, orderNumber),
    row(rowLabels.item, item?.name),
    ...factRows(policy, claim),
    row(rowLabels.deadline, deadlineAt ? describeInstant(deadlineAt, policy.file.timeZone) : byDay),
    row(rowLabels.sendBy, sendBy && describeDate(sendBy)),
    ...moneyRows(claim),
  ].flat();
}

function factRows(policy: Policy, { facts }: ReturnClaim): Row[] {
  return Object.entries(policy.file.facts).flatMap(([fact, { label }]) =>
    facts[fact] === undefined ? [] : row(label, describeAnswer(policy, { fact, value: facts[fact] })),
  );
}

function moneyRows({ feePercent, fee, refund }: ReturnClaim): Row[] {
  const inWords = feePercent === undefined ? fee && describeFee(fee) : `${feePercent} % of the price`;
  if (inWords === undefined) return [];
  if (!refund) return row(rowLabels.fee, inWords);
  return [
    ...row(rowLabels.fee, `${describeMoney(refund.fee, refund.currency)} (${inWords})`),
    ...row(rowLabels.remains, describeMoney(refund.amount, refund.currency)),
  ];
}

function row(label: string, value: string | undefined): Row[] {
  return value === undefined ? [] : [{ label, value }];
}
