import { type FactWording, usual } from './fact-wording.ts';

export const date: FactWording<'date'> = {
  ...usual,
  input: 'date',
  describe: (words, { value }) => words.day(value),
  example: (words, { future }) => words.say(future ? 'example.futureDate' : 'example.date'),
};
