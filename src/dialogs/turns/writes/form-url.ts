import type { FormLinks, ReturnClaim } from '../../../forms/links.ts';
import { asJson } from '../../../json.ts';
import type { Act } from '../../../machines/acts.ts';
import type { Ruling } from '../../../machines/case.ts';
import { chosenItem } from '../../../machines/details.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import type { Policy } from '../../../policy/format/load.ts';
import { type FormResolution, hasForm } from '../../../policy/format/schema.ts';
import { isGranted } from './case-changes.ts';

/** The signed form link of what a step decides or a person grants, if that has a form. */
export async function formUrlOf(
  formLinks: FormLinks,
  policy: Policy,
  conversation: Conversation,
  acts: Act[],
): Promise<string | undefined> {
  const ruled = acts.find((one) => one.type === 'ruled');
  if (ruled && isGranted(ruled.ruling)) return grantUrl(formLinks, policy, conversation, ruled.reference, ruled.ruling);
  const act = acts.find((one) => one.type === 'decide');
  if (!act) return undefined;
  const { resolution, deadline, deadlineAt, sendBy, feePercent, fee, refund } = act.decision;
  if (!hasForm(resolution)) return undefined;
  const claim: ReturnClaim = {
    policy: act.decision.policy,
    resolution,
    facts: asJson(act.facts),
    ...orderClaim(conversation),
    ...(feePercent !== undefined && { feePercent }),
    ...(fee && { fee }),
    ...(refund && { refund }),
    ...(deadline !== undefined && { deadline }),
    ...(deadlineAt !== undefined && { deadlineAt }),
    ...(sendBy !== undefined && { sendBy }),
  };
  return formLinks.link({ reference: act.reference, claim, timeZone: policy.file.timeZone });
}

/** The signed form link of what a person granted. */
function grantUrl(
  formLinks: FormLinks,
  policy: Policy,
  conversation: Conversation,
  reference: string,
  { resolution, isException }: Ruling & { resolution: FormResolution },
): Promise<string> {
  const { id, version } = policy.file;
  const feePercent = conversation.decision?.decision.feePercent;
  const claim: ReturnClaim = {
    policy: { id, version, digest: policy.digest },
    resolution,
    facts: conversation.decision?.facts ?? {},
    ...orderClaim(conversation),
    ...(!isException && feePercent !== undefined && { feePercent }),
  };
  return formLinks.link({ reference, claim, timeZone: policy.file.timeZone });
}

/** The order and the item that a form is about, if they are known. */
function orderClaim({ order, details }: Conversation): Pick<ReturnClaim, 'orderNumber' | 'item'> {
  if (!order) return {};
  const item = chosenItem(order, details.item);
  return { orderNumber: order.number, ...(item && { item: { id: item.id, name: item.name } }) };
}
