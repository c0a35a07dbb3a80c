import { inFigures } from '../dates/en/figures.ts';
import { sentencesWith } from '../dates/sentences.ts';
import { type DateText, plainDateText } from '../dates/text.ts';
import { anyOf } from '../text/phrases.ts';
import en from './en/durations.json' with { type: 'json' };

/** A length of time in a message, in whole months, and the place in the message where it is said. */
export interface FoundDuration {
  months: number;
  start: number;
  end: number;
}

const LENGTH_SIGN = /year|yr|month|mth|\bmos?\b|\d ?(?:[my]|mos?)\b/i;
/** The policies take at most 50 years of warranty. */
const MAX_MONTHS = 600;

const AMOUNT = '(?:\\d{1,3}|an?|a couple(?: of)?|(?:a )?half an?)';
const UNIT = '(?:years?|yrs?|months?|mths?|mos?)';
// "2y" and "24m" are lengths only beside the word for what lasts so long.
const LETTER =
  '(?:[ym](?=[ -](?:warranty|guarantee|cover))|(?<=(?:warranty|guarantee)[: ]{1,2}(?:of |is )?\\d{1,3})[ym])';
const MORE_MONTHS = ',? (?:and )?';
const MONTHS = '(?:months?|mths?|mos?)';
const LENGTH = new RegExp(
  `(?<![\\w.,/-]|\\b${anyOf(en.before)} )(?:(${AMOUNT}) (and a half )?|(\\d{1,3})-?)(${UNIT}|${LETTER})\\b( and a half)?` +
    `(?:${MORE_MONTHS}(\\d{1,2}) ${MONTHS}\\b)?` +
    `(?! ?-?${anyOf(en.after)}\\b| and a half\\b|${MORE_MONTHS}\\d{1,2} ${MONTHS}\\b)`,
  'g',
);

/**
 * Every length of time in months or years in a message ("2 year warranty", "a year and a half"); days, weeks and ages
 * are left out.
 */
export function findDurations(text: string): FoundDuration[] {
  return sentencesWith(LENGTH_SIGN, text)
    .map(([start, end]) => inFigures(plainDateText(text, start, end)))
    .flatMap(lengthsIn);
}

function lengthsIn({ text, starts, ends }: DateText): FoundDuration[] {
  return Array.from(text.matchAll(LENGTH), (match) => ({
    months: monthsOf(match),
    start: starts[match.index] ?? 0,
    end: ends[match.index + match[0].length - 1] ?? 0,
  })).filter(({ months }) => Number.isInteger(months) && months <= MAX_MONTHS);
}

function monthsOf([, amount = '', halfBefore, figures, unit = '', halfAfter, more]: RegExpExecArray): number {
  const half = halfBefore === undefined && halfAfter === undefined ? 0 : 0.5;
  const whole = (amountOf(figures ?? amount) + half) * (unit.startsWith('y') ? 12 : 1);
  return whole + Number(more ?? 0);
}

function amountOf(amount: string): number {
  if (amount.includes('half')) return 0.5;
  if (amount.includes('couple')) return 2;
  return /^\d/.test(amount) ? Number(amount) : 1;
}
