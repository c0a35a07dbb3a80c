import { type FactWording, usual } from './fact-wording.ts';

export const months: FactWording<'months'> = {
  ...usual,
  input: 'number',
  describe: (words, { value }) => words.say('answer.months', { months: value }),
  example: (words) => words.say('example.months'),
};
