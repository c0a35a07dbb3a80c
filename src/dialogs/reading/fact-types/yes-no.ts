import { z } from 'zod';
import { readYesNo } from '../../../language/yes-no/yes-no.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, unclear } from '../answers/answer-events.ts';
import { type FactReading, usual } from './fact-reading.ts';

const plainYesNo =
  /^(?:(?:oh|ah|well|hm+|hell|um|uh)[ ,.!]+)?(?:yes|yeah|yep|yup|no|nope|nah|sure|of course|certainly|absolutely|definitely|correct|right|true|false|not|never|none|nobody|unfortunately)\b/i;

export const yesNo: FactReading<FactOf<'yes-no'>> = {
  ...usual,
  read({ question, text }) {
    const plain = text.trim().toLowerCase();
    if (plain === 'true' || plain === 'false') return answered(question.id, plain === 'true');
    const reading = readYesNo(text, question.text);
    return reading === 'yes' || reading === 'no' ? answered(question.id, reading === 'yes') : unclear;
  },
  isUnsure: ({ value, text, isBorneOut }) => !isBorneOut && typeof value === 'boolean' && !plainYesNo.test(text.trim()),
  maxWordsOfCorrection: 5,

  soundsLike: 'yes-no',
  senses: (fact, { phrases }) => [
    [{ kind: 'value', fact, value: true }, phrases.true],
    [{ kind: 'value', fact, value: false }, phrases.false],
  ],
  explained: ({ label }) => [{ term: label, as: 'meaning' }],

  forModel: {
    kind: () => 'true or false',
    wordings: ({ phrases }) => [
      ['true', phrases.true],
      ['false', phrases.false],
    ],
    schema: () => z.boolean(),
  },
};
