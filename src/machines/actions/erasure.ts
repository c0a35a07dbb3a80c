import { isOpenCase } from '../case.ts';
import { newConversation } from '../record/record.ts';
import { addAct, type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { isAlarm } from '../urgency.ts';

/** True if all is to be deleted; who is in danger is not made to lose the case over it. */
export function asksErasure({ context, event }: StepArguments): boolean {
  return event.type === 'digress' && event.about.kind === 'erase-data' && !isAlarm(context.conversation);
}

/** Says what deleting means, and waits for a yes. */
export function openErasure({ context }: StepArguments): Partial<Context> {
  return {
    ...updateConversation(context, { open: { id: 'eraseData', unclear: 0 } }),
    ...addAct(context, { type: 'erasureAsked' }),
  };
}

/** Forgets everything; people are told that a case which waits is withdrawn. */
export function eraseData({ context }: StepArguments): Partial<Context> {
  const { case: filed } = context.conversation;
  const isOpen = filed !== undefined && isOpenCase(filed);
  return {
    conversation: newConversation(),
    acts: [
      ...context.acts,
      ...(isOpen ? [{ type: 'withdraw', reference: filed.reference, what: 'case' } as const] : []),
      { type: 'erased' },
    ],
  };
}
