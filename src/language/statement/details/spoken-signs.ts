import { anyOf, wordSet } from '../../text/phrases.ts';
import en from '../en/details/spoken-signs.json' with { type: 'json' };

const DIGITS = en.digits.map((line) => wordSet([line]));
const DIGIT = `(?:${anyOf(en.digits.flatMap((line) => line.split(' ')))})`;
const IN_A_ROW = new RegExp(`\\b${DIGIT}(?: ${DIGIT}){2,}\\b`, 'gi');
const SIGNS = Object.entries(en.signs).map(
  ([sign, words]) => [new RegExp(`(?<=[\\p{L}\\p{N}]) ${anyOf(words)} (?=[\\p{L}\\p{N}])`, 'giu'), sign] as const,
);

/** A reply with digits that were written as words, three or more in a row, as digits: "EQ four four one" is "EQ 4 4 1". */
export function withDigits(text: string): string {
  return text.replace(IN_A_ROW, (row) =>
    row
      .toLowerCase()
      .split(' ')
      .map((word) => String(DIGITS.findIndex((words) => words.has(word))))
      .join(' '),
  );
}

/** A reply with the signs of an address that were written as words: "k underscore m" is "k_m". */
export function withSigns(text: string): string {
  return SIGNS.reduce((left, [pattern, sign]) => left.replace(pattern, sign), text);
}
