import { anyOf, wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/recovered.json' with { type: 'json' };

/** Words beside those that say that something is well again: "it suddenly works again". */
export const recoveringWords: ReadonlySet<string> = wordSet(en.recovering);

const CONSENTING = new RegExp(`\\b${anyOf(en.consenting)}\\b`);

/** True if a message agrees to something, rather than telling how a thing is: "that works for me". */
export function isConsenting(text: string): boolean {
  return CONSENTING.test(plainText(text));
}
