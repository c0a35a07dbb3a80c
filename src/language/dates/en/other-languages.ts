import { anyOf, wordSet } from '../../text/phrases.ts';
import en from './other-languages.json' with { type: 'json' };

/** Short words that are English ones as well, or parts of names. */
const SHARED = new Set([
  'um',
  'i',
  'et',
  'ou',
  'dal',
  'prima',
  'ay',
  'las',
  'tot',
  'sera',
  'ore',
  'morgen',
  'dia',
  'mes',
  'ano',
]);
const WORDS = new Set([...wordSet(en.words)].filter((word) => !SHARED.has(word)));
const BEFORE_DAY = new RegExp(`(?<![\\w'])${anyOf(en.beforeDay)} (?=\\d)`);
const OTHER_SCRIPT = /(?!\p{Script=Latin})(?!\p{Script=Common})(?!\p{Script=Inherited})\p{L}/u;

/**
 * True if plain text is of another language than English, or of another script: what looks like a date in it may be half
 * of one, and is left alone.
 */
export function isOfOtherLanguage(plain: string): boolean {
  if (OTHER_SCRIPT.test(plain) || BEFORE_DAY.test(plain)) return true;
  return plain.match(/\p{L}+/gu)?.some((word) => WORDS.has(word)) ?? false;
}
