import { type FactOf, scaleOf, spanOf } from '../../../policy/fact-types/fact-types.ts';
import { decimalOf } from '../../../policy/fact-types/measured/scale.ts';
import type { Words } from '../catalog/words.ts';
import { type FactWording, spanInWords, usual } from './fact-wording.ts';

export const number: FactWording<'number'> = {
  ...usual,
  input: 'number',
  describe(words, known) {
    const [scale, span] = [scaleOf(known.fact), spanOf(known)];
    return spanInWords(words, scale, span, (step) => counted(words, known.fact, step));
  },
  example: (words, fact) => counted(words, fact, scaleOf(fact)?.min === 0 ? 10 ** fact.decimals * 3 : fact.min),
};

function counted(words: Words, { unit, decimals: digits }: FactOf<'number'>, step: number): string {
  const said = words.number(decimalOf({ digits }, step));
  return unit === undefined ? said : words.say('answer.inUnit', { number: said, unit });
}
