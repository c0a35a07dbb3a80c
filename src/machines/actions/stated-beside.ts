import { type CustomerEvent, nothingStated, type Statement } from '../events.ts';
import type { Context, StepArguments } from '../step-context.ts';
import { keepStatementQuietly } from './statement.ts';

/** The facts and details of a message that is for people; what a decision stands on changes only by a correction. */
export function statedBeside({ conversation }: Context, stated: Statement): CustomerEvent {
  const { about: _, ...beside } = stated;
  return { type: 'statement', ...(conversation.decision ? { ...nothingStated, details: stated.details } : beside) };
}

/** Keeps for the case what somebody says of it who is in danger or asks for a person; nothing is shown back. */
export function keepStatedBeside({ context, event }: StepArguments): Partial<Context> {
  if ((event.type !== 'danger' && event.type !== 'human') || !event.stated) return {};
  return keepStatementQuietly({ context, event: statedBeside(context, event.stated) });
}
