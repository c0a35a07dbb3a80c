import { z } from 'zod';
import { readChoice } from '../../../language/choices/choices.ts';
import { isAllOf } from '../../../language/choices/multi-choice.ts';
import { intentsNamed } from '../../../language/intents/intents.ts';
import { plainAnswer } from '../../../language/text/plain-text.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, answeredUnsurely, roughly, unclear } from '../answers/answer-events.ts';
import { explainedValues, type FactReading, usual, wordingsOfValues } from './fact-reading.ts';

export const choice: FactReading<FactOf<'choice'>> = {
  ...usual,
  read({ question, text }) {
    const reading = readChoice(text, question.choices);
    if (reading.kind !== 'choice') return unclear;
    if (!reading.certainty) return answered(question.id, reading.value);
    return (reading.certainty === 'vague' ? answeredUnsurely : roughly)(question.id, reading.value);
  },
  isUnsure: ({ question, value, text, isBorneOut }) =>
    !isBorneOut && !isAllOf(plainAnswer(text), String(value), question.choices),
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
