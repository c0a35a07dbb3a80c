import { anyOf } from '../text/phrases.ts';
import { isTypoOf, wordsOf } from '../text/words.ts';
import en from './en/typing.json' with { type: 'json' };

// "okthanks", "yesplease", "nothank you": the space left out; "yesterday" and "okra" are words of their own.
const GLUED = new RegExp(
  `^(?:(yes)(?!ter)|(okay)|(ok)(?!ay|ra|ie|ey|lahoma)|(nothing)(?!ness)|(no)(?=(?:${anyOf(en.glued)}|its?\\b|im\\b)))(?=[a-z]{2})`,
);
// One key beside the one that was meant, one struck twice or with its neighbour, two swapped; "yet" and "yen" are words.
const MISTYPED_YES = new RegExp(`^${anyOf(en.mistypedYes)}(?![\\p{L}\\p{N}'])`, 'u');
const MISTYPED_NO = new RegExp(`^${anyOf(en.mistypedNo)}(?![\\p{L}\\p{N}'])`, 'u');
// "Yrs" and "hes" may be years and "he's".
const OTHER_WORDS = /^(?:yrs|hes|ges|noi|nol)\b/;

// "Yuuup", "nooope": no word has a letter three times in a row.
const STRETCHED = /(?<=^\p{L}*)(\p{L})\1{2,}(?=\p{L}*(?:[^\p{L}]|$))/gu;

const CONFIRMED = /^(?:conform|comfirm|confrim|cofirm)(?=e?d?(?:[ ,.!]|$))/;

/** A short answer with its first word as it was meant: "yws" is yes, "okthanks" ok thanks. */
export function asMeant(answer: string): string {
  const parted = answer.replace(STRETCHED, '$1').replace(GLUED, '$1$2$3$4$5 ');
  const [first = '', ...others] = wordsOf(parted);
  if (others.length > 5 || OTHER_WORDS.test(parted)) return parted;
  if (first !== 'noting' && isTypoOf(first, 'nothing')) return parted.replace(first, 'nothing');
  return parted.replace(MISTYPED_YES, 'yes').replace(MISTYPED_NO, 'no').replace(CONFIRMED, 'confirm');
}
