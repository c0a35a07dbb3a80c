import { moneyOf } from '../../../policy/fact-types/amount.ts';
import { type FactOf, scaleOf, spanOf } from '../../../policy/fact-types/fact-types.ts';
import type { Words } from '../catalog/words.ts';
import { type FactWording, spanInWords, usual } from './fact-wording.ts';

export const amount: FactWording<'amount'> = {
  ...usual,
  input: 'number',
  describe: (words, known) =>
    spanInWords(words, scaleOf(known.fact), spanOf(known), (step) => priced(words, known.fact, step)),
  example: (words, fact) => priced(words, fact, Math.min(4_990, scaleOf(fact)?.max ?? 0)),
};

function priced(words: Words, fact: FactOf<'amount'>, step: number): string {
  const { amount: sum, currency } = moneyOf(fact, step);
  return words.money(sum, currency);
}
