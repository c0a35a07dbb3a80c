import { type FactWording, titleOf, usual } from './fact-wording.ts';

export const set: FactWording<'set'> = {
  ...usual,
  input: 'multi-choice',
  describe: (words, { fact, value }) =>
    value.map((member) => titleOf(fact, member)).join(', ') || words.say('answer.none'),
  example: (words) => words.say('example.none'),
};
