import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/none-of-them.json' with { type: 'json' };

const LEADS = `(?:${anyOf(en.leads)}[ ,.!-]+)*`;
const TAILS = `(?:[ ,]+${anyOf(en.tails)}){0,3}`;
const NONE_OF_THEM = new RegExp(
  `^(?:${anyOf(en.before)}[ ,.:!]+)?(?:(?:no|nope|nah)[ ,.!]+)*(?:it's |there is |there's |i have )?${anyOf(en.none)}(?: (?:of|from) ${anyOf(en.ofThem)})?(?: at all)?` +
    `(?: ${anyOf(en.verbs)})?${TAILS}$`,
);
const IN_OWN_WORDS = new RegExp(`^${LEADS}${anyOf(en.own)}${TAILS}$`);

/**
 * If a whole reply says that none of a list applies: `meant` in so many words ("none of these", "nope, nothing like
 * that"), `likely` in the customer's own ("all good", "clean as new").
 */
export function noneOfThem(plain: string): 'meant' | 'likely' | undefined {
  const answer = plain.slice(0, 200);
  if (NONE_OF_THEM.test(answer)) return 'meant';
  return IN_OWN_WORDS.test(answer) ? 'likely' : undefined;
}

const REST_IS_NONE = new RegExp(`^${LEADS}${anyOf(en.rest)}${TAILS}$`);

/** True if a part of a reply says that none of the others applies: "the rest is fine", "nothing else", a bare "no". */
export function saysRestIsNone(part: string): boolean {
  const plain = plainAnswer(part, 200);
  return REST_IS_NONE.test(plain) || noneOfThem(plain) === 'meant';
}
