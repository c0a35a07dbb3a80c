import { z } from 'zod';
import { isWhole, readReply } from '../../../language/yes-no/reply.ts';
import type { FactOf } from '../../../policy/fact-types/fact-types.ts';
import { answered, answeredUnsurely, unclear } from '../answers/answer-events.ts';
import { type FactReading, usual } from './fact-reading.ts';

export const yesNo: FactReading<FactOf<'yes-no'>> = {
  ...usual,
  read({ question, text }) {
    const plain = text.trim().toLowerCase();
    if (plain === 'true' || plain === 'false') return answered(question.id, plain === 'true');
    const reply = readReply(text, question.text);
    if (reply?.says !== 'yes' && reply?.says !== 'no') return unclear;
    if (isWhole(reply)) return answered(question.id, reply.says === 'yes');
    // "Yes, the box is crushed" of the device: what it says is likely, and beside the point.
    if (reply.certainty && !reply.meetsPoint) return { type: 'unclear', problem: { kind: 'beside-the-point' } };
    return answeredUnsurely(question.id, reply.says === 'yes');
  },
  isUnsure({ question, value, text, isBorneOut }) {
    if (isBorneOut || typeof value !== 'boolean') return false;
    const reply = readReply(text, question.text);
    return reply === undefined || !isWhole(reply);
  },
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
