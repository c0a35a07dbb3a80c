import { type FactWording, usual } from './fact-wording.ts';

export const yesNo: FactWording<'yes-no'> = {
  ...usual,
  input: 'yes-no',
  describe: (words, { value }) => words.say(value ? 'answer.yes' : 'answer.no'),
  inOneLine: (_, { fact, value }) => fact.summary?.[value ? 'true' : 'false'],
  example: (words) => words.say('example.yes'),
};
