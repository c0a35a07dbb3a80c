import { wordSet } from '../text/phrases.ts';
import en from './en/commonplace.json' with { type: 'json' };

const WORDS = wordSet(en.words);

/** True if every one of these words is in nearly every message, so that together they tell nothing. */
export function isCommonplace(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => WORDS.has(word));
}
