import { insteadOfTakenBack } from '../corrections/instead.ts';
import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { findDurations } from './durations.ts';
import en from './en/months-among-more.json' with { type: 'json' };
import { cardinalsInDigits } from './number-words.ts';
import { readMonths } from './numbers.ts';

const INSTEAD = /\bnot (?:just |only )?(?:\w+ ){1,3}but (.+)/;
const OTHERWISE = new RegExp(`\\b${anyOf(en.otherwise)}\\b`);
const DOUBTFUL = new RegExp(`(?<!\\w)${anyOf(en.doubtful)}(?!\\w)`);

/**
 * The one length of time that a reply of more words gives, in months: "ten years, it's a German make", "not 12 but 24".
 * It is unsure where something else in the reply may change it; undefined where the time is that of a use.
 */
export function readMonthsAmongMore(text: string): { months: number; isUnsure: boolean } | undefined {
  const plain = plainText(text, MAX_LENGTH);
  const instead = (insteadOfTakenBack(plain) ?? INSTEAD.exec(plain)?.[1])?.split(/[,;.]/)[0];
  const replaced = instead === undefined ? undefined : readMonths(instead);
  if (replaced !== undefined) return { months: replaced, isUnsure: false };
  // "One year, no sorry, the card says 2 years": the length that what replaces it names.
  const [named, ...more] = instead === undefined ? [] : findDurations(instead);
  if (named && more.length === 0) return { months: named.months, isUnsure: true };
  if (OTHERWISE.test(plain)) return undefined;
  const [length, ...others] = findDurations(plain);
  // "1 year, the card says 12 months" says it twice.
  if (length === undefined || others.some(({ months }) => months !== length.months)) return undefined;
  const left = [length, ...others].reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), plain);
  const rest = cardinalsInDigits(left);
  return { months: length.months, isUnsure: /\d/.test(rest) || DOUBTFUL.test(rest) };
}

/** The length that a reply begins with, before it tells when the thing was bought: "24 months, and I bought it on 2 May". */
export function readMonthsBeforePurchase(text: string): number | undefined {
  const length = BEFORE_PURCHASE.exec(plainText(text, MAX_LENGTH))?.[1];
  return length === undefined ? undefined : readMonths(length);
}

const BEFORE_PURCHASE = new RegExp(`^([^,;.]{1,40})[,;.] ?(?:(?:and|so|but) )?${anyOf(en.purchase)}\\b`);
const MAX_LENGTH = 300;
