import { expect, test } from 'vitest';
import { amendedDay, withoutLimit } from '../../../src/language/corrections/amended-day.ts';
import { afterBelief } from '../../../src/language/corrections/believed.ts';

test.each([
  ['november 3 - no, 4, I misread. this year', 'november 4, i misread. this year'],
  ['the 3rd of May, sorry, the 5th', 'the 5 of may'],
])('the day of a month is put right: "%s"', (text, amended) => expect(amendedDay(text)).toBe(amended));

test.each(['3 November - no, 4 weeks ago', '3 November, no, 4 December', '3 November'])(
  'another answer is none of it: "%s"',
  (text) => expect(amendedDay(text)).toBeUndefined(),
);

test('more that cannot be told limits nothing', () => expect(withoutLimit("2024, more I can't tell you")).toBe('2024'));

test.each([
  ['I thought three years but now I see it: 24 months', '24 months'],
  ["I'd have said one year but the card says two years", 'two years'],
])('what overtakes a belief: "%s"', (text, found) => expect(afterBelief(text)).toBe(found));

test('a belief alone is overtaken by nothing', () => expect(afterBelief('I thought two years')).toBeUndefined());
