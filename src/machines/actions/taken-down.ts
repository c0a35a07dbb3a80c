import { type Context, type StepArguments, updateConversation } from '../step-context.ts';
import { takenBy } from '../versions.ts';

/**
 * Keeps what somebody took down, as far as the policy can take it together; a whole pair of an order is to be looked
 * up.
 */
export function keepTakenDown({ context, event }: StepArguments): Partial<Context> {
  if (event.type !== 'takenDown') return {};
  const { interview, conversation } = context;
  const { details } = event;
  const { answers } = takenBy(interview, { ...conversation, answers: event.answers });
  const isPair = details.orderNumber && details.email && interview.lookUps.orders;
  return updateConversation(context, {
    answers,
    details,
    history: answers.map(({ fact }) => fact),
    ...(isPair && { lookingUp: 'order' }),
  });
}
