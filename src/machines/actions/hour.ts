import { hourFacts, openHour } from '../hours.ts';
import { addAct, type Context, currentStatus, type StepArguments, updateConversation } from '../step-context.ts';

/** True if a decision is due that the hour of a day would change. */
export function isHourOpen({ context }: Pick<StepArguments, 'context'>): boolean {
  const { interview, conversation, takenDownBy } = context;
  if (takenDownBy || hourFacts(interview.policy).length === 0) return false;
  return openHour(interview, conversation, currentStatus(context)) !== undefined;
}

/** Asks for that hour. */
export function openHourQuestion({ context }: StepArguments): Partial<Context> {
  const hour = openHour(context.interview, context.conversation, currentStatus(context));
  return hour ? updateConversation(context, { open: { id: hour.fact, unclear: 0, hourOf: hour.day } }) : {};
}

/** The customer does not know the hour: it is not asked again of that day. */
export function keepNoHour({ context }: StepArguments): Partial<Context> {
  const { open, unknownHours = [] } = context.conversation;
  if (open?.hourOf === undefined) return {};
  const unknown = { fact: open.id, day: open.hourOf };
  return {
    ...updateConversation(context, { unknownHours: [...unknownHours, unknown], open: undefined }),
    ...addAct(context, { type: 'note', answer: { fact: open.id, value: open.hourOf, source: 'stated' } }),
  };
}
