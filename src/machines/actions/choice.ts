import { choicesIn } from '../../policy/engine/choice.ts';
import type { Decision } from '../../policy/engine/decision.ts';
import { type Context, currentStatus, type StepArguments, updateConversation } from '../step-context.ts';

/** The decision with what the customer has chosen, as far as it offers that. */
export function withChoice(decision: Decision, chosen: string | undefined): Decision {
  const isOffered = choicesIn(decision).some(({ id }) => id === chosen);
  return isOffered && chosen !== undefined ? { ...decision, chosen } : decision;
}

/** True if the decision leaves the customer a choice that is still to be made. */
export function isChoiceOpen({ context }: Pick<StepArguments, 'context'>): boolean {
  const next = currentStatus(context);
  if (next.kind !== 'decided' || context.takenDownBy !== undefined) return false;
  return (
    choicesIn(next.decision).length > 0 && withChoice(next.decision, context.conversation.chosen).chosen === undefined
  );
}

/** Asks what the customer would like. */
export function openChoosing({ context }: Pick<StepArguments, 'context'>): Partial<Context> {
  return updateConversation(context, { open: { id: 'choose', unclear: 0 } });
}

/** Keeps what the customer would like. */
export function keepChoice({ context, event }: StepArguments): Partial<Context> {
  return event.type === 'choose' ? updateConversation(context, { chosen: event.option, open: undefined }) : {};
}
