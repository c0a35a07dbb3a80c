import { isIsoDate } from '../../../policy/calendar.ts';
import { type FactWording, usual } from './fact-wording.ts';

export const instant: FactWording<'instant'> = {
  ...usual,
  input: 'date',
  describe: (words, { value }, timeZone) => (isIsoDate(value) ? words.day(value) : words.instant(value, timeZone)),
  example: (words) => words.say('example.instant'),
};
