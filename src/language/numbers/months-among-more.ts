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
  const instead = INSTEAD.exec(plain)?.[1]?.split(/[,;.]/)[0];
  const replaced = instead === undefined ? undefined : readMonths(instead);
  if (replaced !== undefined) return { months: replaced, isUnsure: false };
  if (OTHERWISE.test(plain)) return undefined;
  const [length, ...others] = findDurations(plain);
  if (length === undefined || others.length > 0) return undefined;
  const rest = cardinalsInDigits(plain.slice(0, length.start) + plain.slice(length.end));
  return { months: length.months, isUnsure: /\d/.test(rest) || DOUBTFUL.test(rest) };
}

const MAX_LENGTH = 300;
