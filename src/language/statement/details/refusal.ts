import { isDontKnow } from '../../commands/dont-know.ts';
import { isUnreadable } from '../../commands/unreadable.ts';
import { clausesOf } from '../../text/account.ts';
import { anyOf } from '../../text/phrases.ts';
import { plainAnswer } from '../../text/plain-text.ts';
import { readYesNo } from '../../yes-no/yes-no.ts';
import en from '../en/details/refusals.json' with { type: 'json' };

const NOT_HAVING = new RegExp(
  [
    String.raw`\b${anyOf(en.cannot)} (?:even |really |actually )?${anyOf(en.having)}\b`,
    String.raw`\b${anyOf(en.unable)} (?:even |really |actually )?${anyOf(en.finding)}\b`,
    String.raw`\b${anyOf(en.unwilling)} (?:${anyOf(en.willing)} )?(?:to )?${anyOf(en.telling)}\b`,
    `^${anyOf(en.alone)}(?:[ ,.!]+(?:please|thanks|thank you|sorry|it))*$`,
    String.raw`\b${anyOf(en.gone)}\b`,
  ].join('|'),
  'i',
);

/** True if a reply to a question for a detail says that it is not at hand, or that it is not going to be told. */
export function isNotTold(text: string): boolean {
  const plain = text.replace(/[\u2018\u2019\u02BC]/g, "'").trim();
  // "What if I do not have one?" asks.
  return (
    isDontKnow(plain) ||
    clausesOf(plain).some(({ text: clause }) => isUnreadable(clause)) ||
    (!plain.includes('?') && NOT_HAVING.test(plain.replace(/[.!\s]+$/, '')))
  );
}

/** True if it says so, or just "no". */
export function isDetailRefused(text: string): boolean {
  if (OF_ELSE.test(plainAnswer(text))) return false;
  // "Either mine or my wife's" says that there is one.
  return isNotTold(text) || (!text.includes('?') && readYesNo(text) === 'no');
}

/** "I don't want any spam" refuses something else. */
const OF_ELSE = new RegExp(`^${anyOf(en.refusingElse)}\\b`);
const PARTLY = new RegExp(String.raw`\b${anyOf(en.partly)}\b`, 'i');

/** True if a reply says that only a part of a number can be read. */
export function isOnlyPart(text: string): boolean {
  return PARTLY.test(text);
}
