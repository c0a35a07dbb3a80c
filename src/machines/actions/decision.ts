import { asJson } from '../../json.ts';
import { kindOf } from '../../policy/format/outcome-schema.ts';
import type { Act } from '../acts.ts';
import { type CaseReason, caseStep, type FiledCase, isOpenCase } from '../case.ts';
import type { CustomerEvent } from '../events.ts';
import { addAct, type Context, currentStatus, type StepArguments, updateConversation } from '../step-context.ts';
import { withChoice } from './choice.ts';
import { isLineUnknown } from './line.ts';

/** Withdraws what was issued and filed, because an answer changes; what a person has granted stays granted. */
export function withdraw({ context }: StepArguments): Partial<Context> {
  const { decision, case: filed } = context.conversation;
  const isGranted = filed?.ruling?.ruling === 'approve';
  const acts: Act[] = [];
  if (decision && !isGranted) acts.push({ type: 'withdraw', reference: decision.reference, what: 'decision' });
  if (filed && isOpenCase(filed)) acts.push({ type: 'withdraw', reference: filed.reference, what: 'case' });
  return {
    ...updateConversation(context, { decision: undefined, case: undefined, chosen: undefined, open: undefined }),
    acts: [...context.acts, ...acts],
  };
}

/** Withdraws a case that waits, with what was issued; one that was handed back is kept. */
export function withdrawOpenCase(step: StepArguments): Partial<Context> {
  const { case: filed } = step.context.conversation;
  return filed && isOpenCase(filed) ? withdraw(step) : {};
}

/** Issues the decision that the answers entail, under a reference of its own. */
export function issueDecision({ context }: StepArguments): Partial<Context> {
  const next = currentStatus(context);
  if (next.kind !== 'decided') return {};
  const { reference } = context;
  const { facts } = next;
  const decision = withChoice(next.decision, context.conversation.chosen);
  return {
    ...updateConversation(context, { decision: { reference, decision, facts: asJson(facts) }, open: undefined }),
    ...addAct(context, { type: 'decide', reference, decision, facts }),
  };
}

/** Files a case for people, under the reference of the decision if there is one; one that was settled is reopened. */
export function fileCase({ context, event }: StepArguments): Partial<Context> {
  const { conversation, reference: fresh, at = '', takenDownBy: by } = context;
  const before = conversation.case;
  const reopened = before && caseStep(before, { type: 'reopen' }, at);
  if (reopened && 'filed' in reopened) {
    const { reference } = reopened.filed;
    const because = reasonOf(context, event);
    return {
      ...updateConversation(context, { case: { ...reopened.filed, because }, open: undefined, changing: undefined }),
      ...addAct(context, { type: 'reopen', reference }),
    };
  }
  const reference = conversation.decision?.reference ?? fresh;
  const because = reasonOf(context, event);
  const filed: FiledCase = {
    reference,
    state: 'waiting',
    because,
    isUrgent: false,
    history: [{ at, what: 'filed', ...(by && { by }) }],
    reminders: 0,
  };
  return {
    ...updateConversation(context, { case: filed, open: undefined, changing: undefined }),
    ...addAct(context, { type: 'file', reference, because }),
  };
}

/** The customer needs nobody any more. */
export function cancelCase({ context }: StepArguments): Partial<Context> {
  const { case: filed } = context.conversation;
  const cancelled = filed && caseStep(filed, { type: 'cancel' }, context.at ?? '');
  if (!cancelled || !('filed' in cancelled)) return {};
  return {
    ...updateConversation(context, { case: cancelled.filed, open: undefined }),
    ...addAct(context, { type: 'cancelled', reference: cancelled.filed.reference }),
  };
}

/** Nobody has claimed the case: others are told, and from the second time on the customer can leave an address. */
export function countUnclaimed({ context }: StepArguments): Partial<Context> {
  const { case: filed, details, open } = context.conversation;
  if (filed?.state !== 'waiting') return {};
  const reminders = filed.reminders + 1;
  const asksContact = reminders >= 2 && !details.email && (open === undefined || open.id === 'email');
  const notices: Act[] = [{ type: 'unclaimed', reference: filed.reference, reminders }];
  if (asksContact) notices.push({ type: 'ask', open: { id: 'email', unclear: 0 }, atMost: 1 });
  return {
    ...updateConversation(context, {
      case: { ...filed, reminders },
      ...(asksContact && { open: { id: 'email', unclear: 0 } }),
    }),
    acts: [...context.acts, ...notices],
  };
}

/** Keeps where the customer wants to be written to, or that they rather wait. */
export function keepContact({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'detail') return {};
  const details = { ...context.conversation.details, ...event.details };
  const kept = updateConversation(context, { details, open: undefined });
  return details.email ? { ...kept, added: { email: details.email } } : kept;
}

/** The reason why people are needed after this event. */
export function reasonOf(context: Context, event: CustomerEvent): CaseReason {
  const { conversation } = context;
  const issued = conversation.decision?.decision;
  if (event.type === 'danger') return 'danger';
  if (event.type === 'declare') return 'declaration';
  if (issued?.resolution === 'refuse-delivery') return issued.resolution;
  if (issued && kindOf(context.interview.policy.file, issued.resolution) === 'person') return 'human-review';
  if (event.type === 'human') return 'asked-for-human';
  if (isLineUnknown({ context })) return 'human-review';
  return currentStatus(context).kind === 'contradicted' ? 'contradiction' : 'asked-for-human';
}
