import { anyOf } from '../../text/phrases.ts';
import en from '../en/details/numbers.json' with { type: 'json' };
import type { Span } from '../inferred-fact.ts';

const DAY =
  /^(?:(?:19[5-9]|20[0-3])\d|(?:(?:19|20)\d\d|\d{1,2})[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d{1,2}[-/.]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/.]?\d{2,4})?|q[1-4])$/i;
const MEASURE = new RegExp(String.raw`^\d+(?:[.]\d+)?(?:${anyOf(en.units)}|${anyOf(en.currencies)})$`, 'i');
/** "4471902X" is of a device. */
const MANY_DIGITS = /^\d{6,}\p{L}$/u;
const UNIT_AFTER = new RegExp(
  String.raw`^(?: ?[%€$£¥₴°"]| ?-? ?(?:${anyOf(en.units)}|${anyOf(en.currencies)})\b|,\d)`,
  'i',
);
const CURRENCY_BEFORE = new RegExp(String.raw`(?:[€$£¥₴]|\b${anyOf(en.currencies)}) ?$`, 'i');
const PHONE = /\+?\(?\d[\d ()./-]{5,22}\d/g;
const PHONE_WORD = new RegExp(String.raw`\b${anyOf(en.phone)}\b[^.!?\n\d]{0,30}$`, 'i');

/** "Serial no 0099-5521" is no call. */
const CODE_WORD = new RegExp(
  String.raw`\b(?:${anyOf([...en.serial, ...en.order])})(?: ${anyOf(en.number)}\.?)?[ :#]*$`,
  'i',
);

/** True if a run of characters is a day, a year, an amount, a length of time or a size, and no number of anything. */
export function isOtherFigure(text: string, { value, start, end }: Span & { value: string }): boolean {
  if (text[start - 1] === '#') return false;
  if (DAY.test(value) || (MEASURE.test(value) && !MANY_DIGITS.test(value)) || /^\d+\.\d{1,2}$/.test(value)) return true;
  if (!/^\d/.test(value)) return false;
  return UNIT_AFTER.test(text.slice(end, end + 14)) || CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 12), start));
}

/** Telephone numbers: with a plus or in groups behind a zero, or behind words that tell of calling. */
export function phonesIn(text: string): Span[] {
  return Array.from(text.matchAll(PHONE), ({ 0: value, index: start }) => ({ value, start, end: start + value.length }))
    .filter(({ value, start }) => {
      const digits = value.match(/\d/g)?.length ?? 0;
      if (digits < 7) return false;
      const lead = text.slice(Math.max(0, start - 50), start);
      if (CODE_WORD.test(lead)) return false;
      const isInGroups = /\d[ ()./-]+\d/.test(value);
      const isInternational = value.startsWith('+') || text[start - 1] === '+' || (/^00\d/.test(value) && isInGroups);
      return isInternational || (/^\(?0/.test(value) && isInGroups) || PHONE_WORD.test(lead);
    })
    .map(({ start, end }) => ({ start, end }));
}
