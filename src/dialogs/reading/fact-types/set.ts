import { z } from 'zod';
import { readChoices } from '../../../language/choices/multi-choice.ts';
import type { Sense } from '../../../language/statement/statement.ts';
import { plainAnswer } from '../../../language/text/plain-text.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, answeredUnsurely, unclear } from '../answers/answer-events.ts';
import { explainedValues, type FactReading, usual, wordingsOfValues } from './fact-reading.ts';

export const set: FactReading<FactOf<'set'>> = {
  ...usual,
  read({ question: { id, mentioned, choices }, text }) {
    if (mentioned && isNothingElse(text)) return answered(id, mentioned);
    const reading = readChoices(text, choices);
    // "The seal is intact" names what is asked, and says that it is not so.
    if (reading.kind === 'choices') return (reading.certainty ? answeredUnsurely : answered)(id, reading.values);
    if (reading.kind !== 'none-of-them') return unclear;
    // After something was mentioned, "none" may mean "nothing else"; "all good" may be a farewell.
    return (mentioned || reading.certainty ? answeredUnsurely : answered)(id, []);
  },
  submitted({ values }, text) {
    const members = text.split(',').map((member) => member.trim());
    return members.every((member) => Object.hasOwn(values, member)) ? members : undefined;
  },

  soundsLike: 'set',
  senses: (fact, { phrases: noMember, values }) => [
    [{ kind: 'no-member', fact }, noMember],
    ...Object.entries(values).flatMap(([value, { phrases, negativePhrases }]): [Sense, string[]][] => [
      [{ kind: 'member', fact, value, isSo: true }, phrases],
      [{ kind: 'member', fact, value, isSo: false }, negativePhrases],
    ]),
  ],
  explained: explainedValues,

  forModel: {
    kind: () => 'a list of those of its values that apply',
    wordings: wordingsOfValues,
    schema: ({ values }) => z.array(z.enum(Object.keys(values))).min(1),
  },
};

const nothingElse =
  /^(?:no[ ,.]+|yes[ ,.]+)?(?:that(?:'s| is) (?:all|it)|nothing (?:else|more|other)|only (?:that|this|it|what i (?:said|mentioned|told you))|just (?:that|this)|no (?:others?|more)|none (?:other|else)|that only)(?: .{0,20})?$/;

function isNothingElse(text: string): boolean {
  return nothingElse.test(plainAnswer(text));
}
