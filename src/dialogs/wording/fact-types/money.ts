import { type FactWording, usual } from './fact-wording.ts';

export const money: FactWording<'money'> = {
  ...usual,
  input: 'text',
  describe: (words, { value }) => words.money(value.amount, value.currency),
  // It is never asked.
  example: () => '',
};
