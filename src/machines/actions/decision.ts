import { asJson } from '../../json.ts';
import type { Act } from '../acts.ts';
import { type CaseReason, caseStep, type FiledCase, isHandedBack, isOpenCase } from '../case.ts';
import type { CustomerEvent } from '../events.ts';
import { type Context, knowing, type Scene, saying, standing } from '../scene.ts';

/** Withdraws what was issued and filed, because an answer changes; what people have settled stays settled. */
export function withdraw(scene: Scene): Partial<Context> {
  const { decision, case: filed } = scene.context.conversation;
  const isSettled = filed !== undefined && !isOpenCase(filed) && !isHandedBack(filed);
  const acts: Act[] = [];
  if (decision && !isSettled) acts.push({ type: 'withdraw', reference: decision.reference, what: 'decision' });
  if (filed && isOpenCase(filed)) acts.push({ type: 'withdraw', reference: filed.reference, what: 'case' });
  return {
    ...knowing(scene, { decision: undefined, case: undefined, open: undefined }),
    acts: [...scene.context.acts, ...acts],
  };
}

/** Issues the decision that the answers entail, under a reference of its own. */
export function issueDecision(scene: Scene): Partial<Context> {
  const next = standing(scene.context);
  if (next.kind !== 'decided') return {};
  const { reference } = scene.context;
  const { decision, facts } = next;
  return {
    ...knowing(scene, { decision: { reference, decision, facts: asJson(facts) }, open: undefined }),
    ...saying(scene, { type: 'decide', reference, decision, facts }),
  };
}

/** Files a case for people, under the reference of the decision if there is one; one that was settled is reopened. */
export function fileCase(scene: Scene): Partial<Context> {
  const { conversation, reference: fresh, at = '', takenDownBy: by } = scene.context;
  const before = conversation.case;
  const reopened = before && caseStep(before, { type: 'reopen' }, at);
  if (reopened && 'filed' in reopened) {
    const { reference } = reopened.filed;
    return {
      ...knowing(scene, { case: reopened.filed, open: undefined, changing: undefined }),
      ...saying(scene, { type: 'reopen', reference }),
    };
  }
  const reference = conversation.decision?.reference ?? fresh;
  const because = reasonOf(scene.context, scene.event);
  const filed: FiledCase = {
    reference,
    state: 'waiting',
    because,
    history: [{ at, what: 'filed', ...(by && { by }) }],
    reminders: 0,
  };
  return {
    ...knowing(scene, { case: filed, open: undefined, changing: undefined }),
    ...saying(scene, { type: 'file', reference, because }),
  };
}

/** The customer needs nobody any more. */
export function cancelCase(scene: Scene): Partial<Context> {
  const { case: filed } = scene.context.conversation;
  const cancelled = filed && caseStep(filed, { type: 'cancel' }, scene.context.at ?? '');
  if (!cancelled || !('filed' in cancelled)) return {};
  return {
    ...knowing(scene, { case: cancelled.filed, open: undefined }),
    ...saying(scene, { type: 'cancelled', reference: cancelled.filed.reference }),
  };
}

/** Nobody has claimed the case: others are told, and from the second time on the customer can leave an address. */
export function countUnclaimed(scene: Scene): Partial<Context> {
  const { case: filed, details } = scene.context.conversation;
  if (filed?.state !== 'waiting') return {};
  const reminders = filed.reminders + 1;
  const asksContact = reminders >= 2 && !details.email;
  const told: Act[] = [{ type: 'unclaimed', reference: filed.reference, reminders }];
  if (asksContact) told.push({ type: 'ask', open: { id: 'email', unclear: 0 }, atMost: 1 });
  return {
    ...knowing(scene, {
      case: { ...filed, reminders },
      ...(asksContact && { open: { id: 'email', unclear: 0 } }),
    }),
    acts: [...scene.context.acts, ...told],
  };
}

/** Keeps where the customer wants to be written to, or that they rather wait. */
export function keepContact(scene: Scene): Partial<Context> {
  const { event, context } = scene;
  if (event.type !== 'detail') return {};
  const details = { ...context.conversation.details, ...event.details };
  const kept = knowing(scene, { details, open: undefined });
  return details.email ? { ...kept, ...saying(scene, { type: 'contactKept' }) } : kept;
}

/** Why people are needed, after this event. */
export function reasonOf(context: Context, event: CustomerEvent): CaseReason {
  const { conversation } = context;
  const issued = conversation.decision?.decision;
  if (event.type === 'human' || event.type === 'yes') return 'asked-for-human';
  if (issued?.resolution === 'human-review' || issued?.resolution === 'refuse-delivery') return issued.resolution;
  return standing(context).kind === 'contradicted' ? 'contradiction' : 'asked-for-human';
}
