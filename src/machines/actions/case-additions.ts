import { isOpenCase } from '../case.ts';
import type { Digression } from '../events.ts';
import { addAct, type Context, type StepArguments } from '../step-context.ts';
import { newsIn, saysSomethingNew } from './news.ts';

/** What the assistant cannot help with, and people who look at a case can. */
const forPeople: ReadonlySet<Digression['kind']> = new Set([
  'out-of-scope',
  'unanswered-question',
  'refund-status',
  'no-reason',
]);

/** True if a message adds something to a case that waits: a fact or detail, or what only people can answer. */
export function addsToCase({ context, event }: StepArguments): boolean {
  const { case: filed } = context.conversation;
  if (filed === undefined || !isOpenCase(filed)) return false;
  if (event.type === 'digress') return forPeople.has(event.about.kind);
  return event.type === 'statement' && saysSomethingNew(context, event);
}

/** Marks what a step adds to a case, so that the customer hears so. */
export function markAdded({ context, event }: StepArguments): Partial<Context> {
  const { case: filed, details } = context.conversation;
  if (filed === undefined || !isOpenCase(filed)) return {};
  if (event.type === 'statement') return { added: newsIn(context, event).details };
  const { orderNumber, email } = details;
  const isOfOrder = event.type.startsWith('order');
  return { added: isOfOrder && orderNumber && email ? { orderNumber, email } : {} };
}

/** True if a message names an order number, an e-mail or a serial number that was not known. */
export function addsDetails({ context, event }: StepArguments): boolean {
  return event.type === 'statement' && Object.keys(newsIn(context, event).details).length > 0;
}

/** Keeps such details beside a decision that stands; a whole pair is looked up all the same. */
export function keepDetailsAside({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'statement' || context.conversation.lookingUp) return {};
  return addAct(context, { type: 'detailsKept', details: event.details });
}
