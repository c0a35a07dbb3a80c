import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/adding.json' with { type: 'json' };

const ADDING = new RegExp(`\\b${anyOf(en.adding)}\\b`);

/** True if a message adds to what was understood: "also", "as well", "too". */
export function isAdding(text: string): boolean {
  return ADDING.test(plainText(text));
}
