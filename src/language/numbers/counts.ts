import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { isNegation } from '../text/words.ts';
import en from './en/counts.json' with { type: 'json' };
import { cardinalsInDigits } from './number-words.ts';

const ALL = new RegExp(String.raw`\b${anyOf(en.all)}\b`);
const BOTH = new RegExp(String.raw`\b${anyOf(en.both)}\b`);
const PART = /\b(\d+) (?:out )?of (?:the |my |those |these )?\d+\b/;
const maxLength = 200;

/** How many of so many a reply says: "two of them", "all", "1 of 3"; `undefined` where it says no one number. */
export function readCount(text: string, { of }: { of: number }): number | undefined {
  const plain = cardinalsInDigits(plainText(text, maxLength));
  const part = PART.exec(plain)?.[1];
  if (part !== undefined) return Number(part);
  const numbers = plain.match(/\d+(?:[.,]\d+)?/g) ?? [];
  if (numbers.length > 1) return undefined;
  const [number] = numbers;
  const isAll = ALL.test(plain) || (of === 2 && BOTH.test(plain));
  if (isNegated(plain)) return undefined;
  if (number === undefined) return isAll ? of : undefined;
  // "All but one" is none of the two.
  return /^\d{1,5}$/.test(number) && (!isAll || Number(number) === of) ? Number(number) : undefined;
}

function isNegated(plain: string): boolean {
  return plain.split(/[^\p{L}\p{N}'-]+/u).some((word) => isNegation(word)) || /-\s?\d/.test(plain);
}
