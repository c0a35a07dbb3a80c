import { wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { wordsOf } from '../text/words.ts';
import en from './en/meant-thing.json' with { type: 'json' };

const LEADING_UP = wordSet(en.leadingUp);

/** True if a message names a thing, by some words, and says nothing of it: "sorry, I meant the chair". */
export function namesOnly(text: string, named: ReadonlySet<string>): boolean {
  return wordsOf(plainText(text)).every((word) => named.has(word) || LEADING_UP.has(word));
}
