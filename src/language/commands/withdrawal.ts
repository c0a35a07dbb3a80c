import { anyOf } from '../text/phrases.ts';
import { LONGEST_ANSWER, plainAnswer } from '../text/plain-text.ts';
import en from './en/withdrawal.json' with { type: 'json' };

const withdrawal = new RegExp(
  `^(?:${anyOf(en.withdrawal)}[ ,.!]+)*(?:${anyOf(en.withdrawal2)}|(?:it(?:'s| is| has)|its|that(?:'s| is)|i have|i've) (?:been )?(?:solved|sorted|settled|resolved|fixed)(?: it)?(?: (?:now|already|itself))*)(?:[ ,.!]+(?:please|thanks|thank you|anyway|now))*$`,
);

/** Whether a customer whose case waits says that nobody is needed any more. */
export function isWithdrawal(text: string): boolean {
  return text.length <= LONGEST_ANSWER && withdrawal.test(plainAnswer(text).replace(/[.!]+$/, ''));
}
