import { type FactWording, titleOf } from './fact-wording.ts';

export const choice: FactWording<'choice'> = {
  input: 'choice',
  describe: (_, { fact, value }) => titleOf(fact, value),
  inOneLine: (_, { fact, value }) => titleOf(fact, value),
  example: (_, __, firstTitle) => firstTitle,
  isNarrowed: true,
};
