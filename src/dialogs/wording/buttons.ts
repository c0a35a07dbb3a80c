import { type Interview, unconfirmed } from '../../machines/interview.ts';
import type { Conversation, OpenQuestion } from '../../machines/record/record.ts';
import { UNKNOWN } from '../../policy/engine/diagram/variables.ts';
import { isDetail } from '../reading/answers/details.ts';
import type { Words } from './catalog/words.ts';
import type { Question } from './questions.ts';
import type { Button } from './replies/reply.ts';
import { shownBack } from './shown-back.ts';
import { wordsOf } from './words-of.ts';

/** A button that stands beside any question or decision. */
export function commandButton(words: Words, command: 'change' | 'human'): Button {
  return { title: words.say(`button.${command}`), action: { command } };
}

/** The buttons that answer a question; where a reply could mean several days, one for each. */
export function buttonsOf(
  interview: Interview,
  conversation: Conversation,
  question: Question,
  { candidates }: OpenQuestion,
): Button[] {
  const words = wordsOf(interview);
  const { id: questionId, input, choices, allowsUnknown } = question;
  const shown = questionId === 'confirm' ? { shown: shownBack(conversation) } : {};
  const answering = (title: string, answer: string | boolean): Button => ({
    title,
    action: { questionId, answer, ...shown },
  });
  if (candidates) return candidates.map((one) => answering(candidateTitle(words, questionId, one), one));
  const isYesNo = input === 'yes-no';
  return [
    ...(isYesNo ? [answering(words.say('button.yes'), true), answering(words.say('button.no'), false)] : []),
    ...(input === 'choice' ? choices.map(({ title, value }) => answering(title, value)) : []),
    ...(allowsUnknown ? [answering(words.say('button.unknown'), UNKNOWN)] : []),
    ...(questionId === 'confirm' ? changeButtons(words, interview, conversation) : []),
  ];
}

/** A day in words; a number is shown as it is. */
export function candidateTitle(words: Words, questionId: string, candidate: string): string {
  return isDetail(questionId) ? candidate : words.day(candidate);
}

/** One tap changes one of the things that were inferred. */
function changeButtons(words: Words, { policy }: Interview, conversation: Conversation): Button[] {
  const { answers, ranges } = unconfirmed(conversation);
  return [...answers, ...ranges].map(({ fact }) => ({
    title: words.say('button.changeOne', { label: policy.file.facts[fact]?.label ?? fact }),
    action: { command: 'change', fact },
  }));
}
