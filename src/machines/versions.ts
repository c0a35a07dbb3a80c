import { type Interview, isPossible, withAnswer } from './interview.ts';
import type { Answer, Conversation } from './record/record.ts';

/**
 * The conversation as another version of its policy takes it: answers that the version does not know, or that it
 * cannot take together, are dropped to be asked again; the rest is kept.
 */
export function takenBy(interview: Interview, conversation: Conversation): Conversation {
  const { changing, ...kept } = conversation;
  const answers = conversation.answers.reduce<Answer[]>(
    (taken, answer) => withAnswer(interview, taken, answer) ?? taken,
    [],
  );
  const dropped = conversation.answers.filter(({ fact }) => !answers.some((answer) => answer.fact === fact));
  return {
    ...kept,
    answers,
    ranges: conversation.ranges.filter(({ fact }) => Object.hasOwn(interview.policy.file.facts, fact)),
    fromLookUp: conversation.fromLookUp.filter((answer) => isPossible(interview, [answer])),
    history: conversation.history.filter((id) => !dropped.some(({ fact }) => fact === id)),
    ...(changing !== undefined && Object.hasOwn(interview.policy.file.facts, changing) && { changing }),
  };
}
