import type { Act } from './acts.ts';
import type { Agent } from './case.ts';
import type { CustomerEvent } from './events.ts';
import { type Interview, type Standing, standingOf } from './interview.ts';
import type { Conversation, OpenQuestion } from './record/record.ts';

export interface StepInput {
  interview: Interview;
  conversation: Conversation;
  /** A reference that nobody has yet, for what this step may issue. */
  reference: string;
  /** The ISO instant of the step, for the history of a case. */
  at?: string;
  /** Who has taken the conversation down for a customer who is in no chat; what they leave open goes to people. */
  takenDownBy?: Agent | undefined;
}

/** What a step works on: the conversation so far, and what it says and does. */
export interface Context extends StepInput {
  acts: Act[];
}

/** A moment of a step: the context and the event that is taken. */
export interface Scene {
  context: Context;
  event: CustomerEvent;
}

/** Adds something to be said or done. */
export function saying({ context }: Scene, act: Act): Partial<Context> {
  return { acts: [...context.acts, act] };
}

/** Changes what the conversation knows; `undefined` forgets. */
export function knowing({ context }: Scene, change: Partial<Conversation>): Partial<Context> {
  const merged = { ...context.conversation, ...change };
  return {
    conversation: Object.fromEntries(Object.entries(merged).filter(([, v]) => v !== undefined)) as Conversation,
  };
}

/** Changes the open question, if there is one. */
export function onOpen(scene: Scene, change: (open: OpenQuestion) => OpenQuestion): Partial<Context> {
  const { open } = scene.context.conversation;
  return open ? knowing(scene, { open: change(open) }) : {};
}

/** Where the conversation leads as it stands. */
export function standing({ interview, conversation }: Context): Standing {
  return standingOf(interview, conversation);
}

/** What was answered so far, with this last. */
export function followed({ trail }: Conversation, id: string): string[] {
  return trail.includes(id) ? trail : [...trail, id];
}
