import { anyOf, wordSet } from '../text/phrases.ts';
import en from './en/looked-up.json' with { type: 'json' };

/** Words by which somebody says that an answer was looked up, or was a slip: "I checked the invoice". */
export const lookedUpWords: ReadonlySet<string> = wordSet(en.lookedUp);

const ANOTHER_MEANT = new RegExp(`^${anyOf(en.anotherMeant)}$`);

/** True if a plain text says no more than that another thing was meant before: "that was the other parcel". */
export function isOfAnotherBefore(text: string): boolean {
  return ANOTHER_MEANT.test(text);
}

const HELD_SINCE = new RegExp(`\\b${anyOf(en.heldSince)}\\b`);

/** True if a plain text tells for how long something has been there: "it has been lying here for a month". */
export function isHeldSince(text: string): boolean {
  return HELD_SINCE.test(text);
}

const AGE = /^(.*\b(?:day|week|month|year)s?) old$/;

/** Plain text with an age told as the time since: "it is 2 years ago" for "it is 2 years old". */
export function asAgo(text: string): string {
  return text.replace(AGE, '$1 ago');
}
