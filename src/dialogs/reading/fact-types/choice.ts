import { z } from 'zod';
import { readChoice } from '../../../language/choices/choices.ts';
import { isAllOf } from '../../../language/choices/multi-choice.ts';
import { noneOfThem } from '../../../language/choices/none-of-them.ts';
import { intentsNamed } from '../../../language/intents/intents.ts';
import { plainAnswer } from '../../../language/text/plain-text.ts';
import { isWhole, readReply } from '../../../language/yes-no/reply.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import type { Question } from '../../wording/questions.ts';
import { answered, answeredUnsurely, roughly, unclear } from '../answers/answer-events.ts';
import { explainedValues, type FactReading, usual, wordingsOfValues } from './fact-reading.ts';

export const choice: FactReading<FactOf<'choice'>> = {
  ...usual,
  read({ question, text }) {
    const polar = polarAnswer(question, text);
    if (polar === 'unsure') return unclear;
    if (polar) return (polar.isWhole ? answered : answeredUnsurely)(question.id, polar.value);
    const reading = readChoice(text, question.choices);
    if (reading.kind !== 'choice') return unclear;
    // "Nothing fits" may be none of the choices, or the one of what does not fit.
    if (deniesAll(question, reading.value, text)) return answeredUnsurely(question.id, reading.value);
    if (!reading.certainty) return answered(question.id, reading.value);
    return (reading.certainty === 'vague' ? answeredUnsurely : roughly)(question.id, reading.value);
  },
  isUnsure({ question, value, text, isBorneOut }) {
    const polar = polarAnswer(question, text);
    const isPolar = typeof polar === 'object' && polar.isWhole;
    return !isBorneOut && !isPolar && !isAllOf(plainAnswer(text), String(value), question.choices);
  },
  isOfWords: true,
  agreesInPassing: true,

  soundsLike: 'choice',
  senses: (fact, { values }) =>
    Object.entries(values).map(([value, { phrases }]) => [{ kind: 'value', fact, value }, phrases]),
  intents: ({ values }) =>
    Object.entries(values).map(([value, { intents }]) => ({ value, intents: intents.flatMap(intentsNamed) })),
  explained: explainedValues,

  forModel: {
    kind: () => 'one of its values',
    wordings: wordingsOfValues,
    schema: ({ values }) => z.enum(Object.keys(values)),
  },
};

/** True if a reply says that none of a list applies, in other words than those of the value. */
function deniesAll({ choices }: Question, value: string, text: string): boolean {
  const plain = plainAnswer(text);
  return noneOfThem(plain) === 'meant' && !isAllOf(plain, value, choices);
}

/**
 * The value that a yes or a no stands for, where the policy names both among the synonyms of its values: "nope" to "Are
 * you a member?". One that is named otherwise beside it is no answer of this kind.
 */
function polarAnswer(
  { text: asked, choices }: Question,
  text: string,
): { value: string; isWhole: boolean } | 'unsure' | undefined {
  const meaning = (says: 'yes' | 'no'): string | undefined =>
    choices.find(({ synonyms = [] }) => synonyms.some((synonym) => readReply(synonym)?.says === says))?.value;
  const values = { yes: meaning('yes'), no: meaning('no') };
  const reply = values.yes && values.no ? readReply(text, asked) : undefined;
  if (reply?.says !== 'yes' && reply?.says !== 'no') return reply && 'unsure';
  const value = values[reply.says];
  const named = readChoice(text, choices);
  const isNamed = named.kind === 'choice' && named.certainty === undefined;
  if (value === undefined || (reply.certainty && !reply.meetsPoint)) return undefined;
  if (isNamed && named.value !== value && !isWhole(reply)) return undefined;
  return { value, isWhole: isWhole(reply) || (isNamed && named.value === value) };
}
