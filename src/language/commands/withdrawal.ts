import { anyOf } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer } from '../text/plain-text.ts';
import en from './en/withdrawal.json' with { type: 'json' };

const withdrawal = new RegExp(`^(?:${anyOf(en.leads)}[ ,.!]+)*${anyOf(en.withdrawn)}(?:[ ,.!]+${anyOf(en.tails)})*$`);

/** True if a customer whose case waits says that nobody is needed any more. */
export function isWithdrawal(text: string): boolean {
  return text.length <= MAX_ANSWER_LENGTH && withdrawal.test(plainAnswer(text).replace(/[.!]+$/, ''));
}
