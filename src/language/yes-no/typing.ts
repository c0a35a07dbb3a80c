import { isTypoOf, wordsOf } from '../text/words.ts';

// "okthanks", "yesplease", "nothank you": the space left out; "yesterday" and "okra" are words of their own.
const GLUED =
  /^(?:(yes)(?!ter)|(okay)|(ok)(?!ay|ra|ie|ey|lahoma)|(nothing)(?!ness)|(no)(?=(?:every|really|thank|please|need|more|that'?s|this|its?\b|i'm|im\b|sir)))(?=[a-z]{2})/;
// One key beside the one that was meant, one struck twice or with its neighbour, two swapped; "yet" and "yen" are words.
const MISTYPED_YES =
  /^(?:[tugh]es|y[wrd34]s|ye[adwzx]|yse|eys|ys|yes[adwzx]|y[wrd]es|ye[wrd]s|yees+|yess+)(?![\p{L}\p{N}'])/u;
const MISTYPED_NO =
  /^(?:[bm]o|n[i09]|n[bhjm]o|[bhjm]no|n[ipl09]o|no[ipl09]|nno|noo+|nop(?:ee+|w|r)|npoe|noep)(?![\p{L}\p{N}'])/u;
// "Yrs" and "hes" may be years and "he's".
const OTHER_WORDS = /^(?:yrs|hes|ges|noi|nol)\b/;

const CONFIRMED = /^(?:conform|comfirm|confrim|cofirm)(?=e?d?(?:[ ,.!]|$))/;

/** A short answer with its first word as it was meant: "yws" is yes, "okthanks" ok thanks. */
export function asMeant(answer: string): string {
  const parted = answer.replace(GLUED, '$1$2$3$4$5 ');
  const [first = '', ...others] = wordsOf(parted);
  if (others.length > 5 || OTHER_WORDS.test(parted)) return parted;
  if (first !== 'noting' && isTypoOf(first, 'nothing')) return parted.replace(first, 'nothing');
  return parted.replace(MISTYPED_YES, 'yes').replace(MISTYPED_NO, 'no').replace(CONFIRMED, 'confirm');
}
