import { wordsOf } from './words.ts';

// "okthanks", "yesplease", "nothank you": the space left out; "yesterday" and "okra" are words of their own.
const GLUED =
  /^(?:(yes)(?!ter)|(okay)|(ok)(?!ay|ra|ie|ey|lahoma)|(nothing)(?!ness)|(no)(?=(?:every|really|thank|please|need|more|that'?s|this|its?\b|i'm|im\b|sir)))(?=[a-z]{2})/;
// One key beside the one that was meant, or two swapped.
const MISTYPED_YES =
  /^(?:yws|yed|yec|yex|yez|yse|eys|tes|ues|ys|yess+|yesh|yeha|yeahj|yees|yeds|yesd|yepp+|uep)(?![\p{L}\p{N}'])/u;
const MISTYPED_NO = /^(?:nbo|nho|npo|nno|ni|mo|bo|nmo|noo+|nop|npoe|nopee+|noep|n0)(?![\p{L}\p{N}'])/u;
const MISTYPED_NOTHING = /^(?:nothin|nuthin|nothng|noting|othing|nthing|notihng|nohting|nuttin)(?![\p{L}\p{N}'])/u;
const CONFIRMED = /^(?:conform|comfirm|confrim|cofirm)(?=e?d?(?:[ ,.!]|$))/;

/** A short answer with its first word as it was meant: "yws" is yes, "okthanks" ok thanks. */
export function asMeant(answer: string): string {
  const parted = answer.replace(GLUED, '$1$2$3$4$5 ');
  if (wordsOf(parted).length > 6) return parted;
  return parted
    .replace(MISTYPED_YES, 'yes')
    .replace(MISTYPED_NOTHING, 'nothing')
    .replace(MISTYPED_NO, 'no')
    .replace(CONFIRMED, 'confirm');
}
