import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/numbers.json' with { type: 'json' };
import { cardinalsInDigits } from './number-words.ts';

/** The policies take at most 50 years of warranty. */
const MAX_MONTHS = 600;

const LEAD = new RegExp(`^(?:${anyOf(en.leads)}[ ,:]+|it's |that's |there's )`);
const TAIL = new RegExp(`[ ,]+${anyOf(en.tails)}$`);
/** "I have had it for 7 months" */
const OF_USE = new RegExp(`\\b${anyOf(en.ofUse)}\\b`);
const NO_WARRANTY = new RegExp(`^${anyOf(en.no)} (?:warranty|guarantee)$|^${anyOf(en.noWarranty)}$`);

/**
 * The whole months a customer means ("24", "2 years", "a year and a half", "no warranty" is 0), from 0 to 600; else
 * undefined.
 */
export function readMonths(text: string): number | undefined {
  const answer = plainAnswer(text, 120);
  if (isNegative(text) || OF_USE.test(answer)) return undefined;
  const [first = '', ...more] = answer.split(/[,;.] ?/);
  // "No warranty on it, it was ex-demo": why, and no other length.
  if (NO_WARRANTY.test(answer) || (NO_WARRANTY.test(first) && !/\d|\bbut\b/.test(more.join(' ')))) return 0;
  const months = monthsIn(inDigits(core(answer)));
  return months !== undefined && Number.isInteger(months) && months <= MAX_MONTHS ? months : undefined;
}

/** The whole number a customer means, in digits or words; undefined for anything else. */
export function readInteger(text: string): number | undefined {
  const digits = cardinalsInDigits(core(plainAnswer(text, 120))).replace(/^(\d{1,3})((?:,\d{3})+)$/, (number) =>
    number.replaceAll(',', ''),
  );
  if (!/^\d{1,15}$/.test(digits)) return undefined;
  return isNegative(text) ? -Number(digits) : Number(digits);
}

function isNegative(text: string): boolean {
  return /^\s*(?:minus |[-−–]\s?)\d/i.test(text.slice(0, 40));
}

function core(answer: string): string {
  let left = answer.replace(/^minus /, '');
  for (let next = left.replace(LEAD, ''); next !== left; next = left.replace(LEAD, '')) left = next;
  for (let next = left.replace(TAIL, ''); next !== left; next = left.replace(TAIL, '')) left = next;
  return left;
}

function inDigits(answer: string): string {
  return cardinalsInDigits(answer)
    .replace(/(\d)[ -]?([a-z])/g, '$1 $2')
    .replace(/\b(\d+) 1\/2\b/g, '$1.5')
    .replace(/\b(\d+) and a half (y|m)/g, '$1.5 $2')
    .replace(/^(year|month) (?=and a half)/, '1 $1 ')
    .replace(/^(?:a |1 )?half (?:a |an )?/, '0.5 ')
    .replace(/\band (?:a |1 )half$/, 'and 0.5')
    .replace(/^an? /, '1 ');
}

const QUANTITY = /^(\d{1,4}(?:[.,]\d{1,2})?) ?(months?|mos?|mths?|m|years?|yrs?|yr|y)?$/;

// "1 year and 0.5": a part without a unit after "and" counts in the unit before it.
function monthsIn(answer: string): number | undefined {
  const parts = answer
    .replace(/([a-z]),? (?=\d)/g, '$1 and ')
    .replaceAll('and and', 'and')
    .split(' and ');
  if (parts.length > 2) return undefined;
  let unit = parts.length === 1 ? 'm' : undefined;
  let total = 0;
  for (const part of parts) {
    const match = QUANTITY.exec(part);
    if (match?.[1] === undefined) return undefined;
    unit = match[2]?.charAt(0) ?? unit;
    if (unit === undefined) return undefined;
    const amount = Number(match[1].replace(',', '.'));
    total += unit === 'y' ? amount * 12 : amount;
  }
  return total;
}
