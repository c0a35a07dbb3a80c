import type { FormLinks, ReturnClaim } from '../../../forms/links.ts';
import { asJson } from '../../../json.ts';
import type { Act } from '../../../machines/acts.ts';
import type { Ruling } from '../../../machines/case.ts';
import { chosenItem } from '../../../machines/details.ts';
import { isGranted } from '../../../machines/granted.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import { rulingsIn } from '../../../machines/rulings.ts';
import { asChosen } from '../../../policy/engine/choice.ts';
import type { Decision } from '../../../policy/engine/decision.ts';
import type { Facts } from '../../../policy/engine/facts.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { hasForm } from '../../../policy/format/outcome-schema.ts';
import { chosenTitle } from '../../wording/options.ts';

/** The signed form link of what a step decides, a person grants, or is told of once more, if that has a form. */
export async function formUrlOf(
  formLinks: FormLinks,
  interview: Interview,
  conversation: Conversation,
  acts: Act[],
): Promise<string | undefined> {
  const { policy } = interview;
  const ruled = acts.find((one) => one.type === 'ruled') ?? grantAgain(conversation, acts);
  if (ruled && isGranted(policy, ruled.ruling))
    return grantUrl(formLinks, policy, conversation, ruled.reference, ruled.ruling);
  const issued = acts.find((one) => one.type === 'decide') ?? decisionAgain(interview, conversation, acts);
  if (!issued) return undefined;
  const { resolution, deadline, deadlineAt, sendBy, feePercent, fee, refund, refundParts } = asChosen(issued.decision);
  if (!hasForm(policy.file, resolution)) return undefined;
  const claim: ReturnClaim = {
    policy: issued.decision.policy,
    resolution,
    facts: asJson(issued.facts),
    ...orderClaim(conversation),
    ...choiceClaim(interview, issued),
    ...(feePercent !== undefined && { feePercent }),
    ...(fee && { fee }),
    ...(refund && { refund }),
    ...(refundParts && { refundParts }),
    ...(deadline !== undefined && { deadline }),
    ...(deadlineAt !== undefined && { deadlineAt }),
    ...(sendBy !== undefined && { sendBy }),
  };
  return formLinks.link({ reference: issued.reference, claim, timeZone: policy.file.timeZone });
}

/** True if a step tells of the form once more. */
function isAskedAgain(acts: Act[]): boolean {
  return acts.some(
    (act) => act.type === 'digression' && (act.about.kind === 'form-again' || act.about.kind === 'reference'),
  );
}

/** True if the policy's decision stands after all, where a person had granted something else. */
function isUpheldAfterAll(acts: Act[]): boolean {
  return acts.some((act) => act.type === 'ruled' && act.ruling.ruling === 'uphold' && act.corrects !== undefined);
}

function grantAgain({ case: filed }: Conversation, acts: Act[]): { reference: string; ruling: Ruling } | undefined {
  return filed?.ruling && isAskedAgain(acts) ? { reference: filed.reference, ruling: filed.ruling } : undefined;
}

/** The decision that stands, while its form can still be sent. */
function decisionAgain({ today, now }: Interview, { decision: issued }: Conversation, acts: Act[]) {
  if (!issued || !(isAskedAgain(acts) || isUpheldAfterAll(acts))) return undefined;
  const { deadline, deadlineAt } = asChosen(issued.decision);
  const isOver = deadlineAt && now ? Date.parse(deadlineAt) <= Date.parse(now) : deadline && deadline < today;
  return isOver ? undefined : issued;
}

/** The signed form link of what a person granted. */
function grantUrl(
  formLinks: FormLinks,
  policy: Policy,
  conversation: Conversation,
  reference: string,
  { resolution, isException }: Ruling,
): Promise<string> {
  const { id, version } = policy.file;
  const feePercent = conversation.decision?.decision.feePercent;
  const { case: filed } = conversation;
  const claim: ReturnClaim = {
    policy: { id, version, digest: policy.digest },
    resolution,
    facts: conversation.decision?.facts ?? {},
    ...orderClaim(conversation),
    ...(!isException && feePercent !== undefined && { feePercent }),
    ...(filed && { ruling: rulingsIn(filed) }),
  };
  return formLinks.link({ reference, claim, timeZone: policy.file.timeZone });
}

/** What the customer has chosen, if there was a choice. */
function choiceClaim(interview: Interview, issued: { decision: Decision; facts: Facts }): Pick<ReturnClaim, 'choice'> {
  const title = chosenTitle(issued, interview.policy, interview);
  return issued.decision.chosen === undefined || title === undefined
    ? {}
    : { choice: { id: issued.decision.chosen, title } };
}

/** The order and the item that a form is about, if they are known. */
function orderClaim({ order, details }: Conversation): Pick<ReturnClaim, 'orderNumber' | 'item' | 'quantity'> {
  if (!order) return {};
  const item = chosenItem(order, details.item);
  const { pieces } = details;
  return {
    orderNumber: order.number,
    ...(item && { item: { id: item.id, name: item.name } }),
    ...(pieces && { quantity: pieces }),
  };
}
