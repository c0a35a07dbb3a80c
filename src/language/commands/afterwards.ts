import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/afterwards.json' with { type: 'json' };

/**
 * What customers want once something was granted: to keep the item after all, the form (or the way to send the item)
 * again, or their reference.
 */
export type Afterwards = 'keeps-it' | 'form-again' | 'reference';

const LEADS = `(?:${anyOf(en.leads)}[ ,.!?;:-]+)*`;
const TAILS = `(?:[ ,.!?;:-]+${anyOf(en.tails)})*`;
const WISHES: readonly [Afterwards, RegExp][] = [
  ['keeps-it', whole(en.keepsIt)],
  ['form-again', whole(en.formAgain)],
  ['reference', whole(en.reference)],
];

/** A longer message says more than that, in characters. */
const maxLength = 120;

/** The wish that a whole message is, if it is one of those that come after a decision. */
export function readAfterwards(text: string): Afterwards | undefined {
  const plain = plainAnswer(text, maxLength + 1);
  if (plain.length > maxLength) return undefined;
  return WISHES.find(([, form]) => form.test(plain))?.[0];
}

function whole(phrases: readonly string[]): RegExp {
  return new RegExp(`^${LEADS}${anyOf(phrases)}${TAILS}$`);
}
