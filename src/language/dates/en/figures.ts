import { UNIT } from '../../numbers/date-lengths.ts';
import {
  CARDINAL,
  cardinalsInDigits,
  ORDINAL,
  ordinalsInDigits,
  YEAR,
  yearsInDigits,
} from '../../numbers/number-words.ts';
import { type DateText, type Rewriting, rewritten } from '../text.ts';
import { dateWord } from './typos.ts';

const LETTER_UNITS: Record<string, string> = { d: 'days', w: 'weeks', mo: 'months', mos: 'months', y: 'years' };

/** "The twenty-first", "six-months", "3w ago", "1.5 years", "a week or two ago" in figures and whole words. */
const FIGURES: Rewriting[] = [
  [/(?<![\w'-])(?:2day|2nite|2night|[a-z]{2,12})(?![\w'-])/g, ([word]) => dateWord(word)],
  [YEAR, (match) => yearsInDigits(match[0])],
  [ORDINAL, (match) => ordinalsInDigits(match[0])],
  [CARDINAL, (match) => cardinalsInDigits(match[0])],
  [/\bthis past\b/g, () => 'last'],
  [new RegExp(`\\b(\\d{1,3})-?ish (${UNIT})\\b`, 'g'), ([, count, unit]) => `${count} ${unit} or so`],
  [/(?<=[a-z0-9])-ish\b|(?<=\d(?:st|nd|rd|th)?)ish\b/g, () => ' or so'],
  // "A good month ago" is somewhat more than one.
  [
    new RegExp(`\\ba good (?:an? )?(\\d{1,3} )?(?=${UNIT} (?:ago|back)\\b)`, 'g'),
    ([, count = 'a ']) => `just over ${count}`,
  ],
  [/\ba good (?=few|couple)/g, () => 'a '],
  // "Year and a half ago"
  [
    /(?<!\b(?:\d{1,3}|an?|the) )\b(year|month|week|yr)s? and (?:a )?half (?=ago|back)/g,
    ([, unit]) => `a ${unit} and a half `,
  ],
  [/(?<=\d )and half(?= (?:year|month|week))/g, () => 'and a half'],
  // "10days", "six-months ago", "3w ago", "1.5 years", "a week or 2 ago"
  [new RegExp(`(?<![\\w.,/-])(\\d{1,3})-?(${UNIT})\\b`, 'g'), ([, count, unit]) => `${count} ${unit}`],
  [/\b(\d{1,2})-and-a-half-(?=year|month|week)/g, ([, count]) => `${count} and a half `],
  // "3-4 weeks ago" before it is taken for a number with a dash
  [
    new RegExp(`(?<![\\w.,/-])(\\d{1,3}) ?- ?(\\d{1,3}) ?(${UNIT}) (?=ago|back)`, 'g'),
    ([, fewer, more, unit]) => `${fewer} to ${more} ${unit} `,
  ],
  [/(?<![\w.,/-])(\d{1,3}) ?(d|w|mo|mos|y) (?=ago\b)/g, ([, count, unit = '']) => `${count} ${LETTER_UNITS[unit]} `],
  [new RegExp(`(?<![\\w.,/-])(\\d{1,2})[.,]5 (${UNIT})`, 'g'), ([, count, unit]) => `${count} ${unit} and a half`],
  [new RegExp(`\\b(?:an?|1) (${UNIT}) or (\\d{1,2}) (?=ago|back)`, 'g'), ([, unit, count]) => `1 or ${count} ${unit} `],
];

/**
 * The text with its numbers in figures, its lengths of time as "2 years and a half" and its words for dates spelt
 * right.
 */
export function inFigures(text: DateText): DateText {
  return FIGURES.reduce((left, [pattern, write]) => rewritten(left, pattern, write), text);
}
