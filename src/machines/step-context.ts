import type { Act } from './acts.ts';
import type { Agent } from './case.ts';
import type { CustomerEvent } from './events.ts';
import { type Interview, type InterviewStatus, statusOf } from './interview.ts';
import type { Conversation, Details, OpenQuestion } from './record/record.ts';

export interface StepInput {
  interview: Interview;
  conversation: Conversation;
  /** A reference that nobody has yet, for what this step may issue. */
  reference: string;
  /** The ISO instant of the step, for the history of a case. */
  at?: string;
  /** The person who takes the conversation down for a customer who is in no chat; open questions go to people. */
  takenDownBy?: Agent | undefined;
}

/** The context of a step: the conversation so far, and the acts that it adds. */
export interface Context extends StepInput {
  acts: Act[];
  /** The details that the step adds to a case that waits for people, empty if it adds something else. */
  added?: Details | undefined;
}

/** The arguments that XState gives to an action and a guard, as far as ours use them. */
export interface StepArguments {
  context: Context;
  event: CustomerEvent;
}

/** Adds something to be said or done. */
export function addAct(context: Context, act: Act): Partial<Context> {
  return { acts: [...context.acts, act] };
}

/** Changes what the conversation knows; `undefined` forgets. */
export function updateConversation(context: Context, change: Partial<Conversation>): Partial<Context> {
  return { conversation: withoutAbsent({ ...context.conversation, ...change }) };
}

/** The same without keys whose value is undefined. */
function withoutAbsent<T extends object>(value: T): T {
  const kept = { ...value };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}

/** Changes the open question, if there is one. */
export function updateOpenQuestion(context: Context, change: (open: OpenQuestion) => OpenQuestion): Partial<Context> {
  const { open } = context.conversation;
  return open ? updateConversation(context, { open: change(open) }) : {};
}

/** The status of the conversation as it stands. */
export function currentStatus({ interview, conversation }: Context): InterviewStatus {
  return statusOf(interview, conversation);
}

/** The ids answered so far, with this one last. */
export function withAnswered({ history }: Conversation, id: string): string[] {
  return history.includes(id) ? history : [...history, id];
}
