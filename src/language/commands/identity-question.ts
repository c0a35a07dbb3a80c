import { anyOf } from '../text/phrases.ts';
import { LONGEST_ANSWER, plainAnswer } from '../text/plain-text.ts';
import en from './en/identity-question.json' with { type: 'json' };

const identity = new RegExp(`^(?:(?:hi|hello|hey|wait|sorry|ok|so|but)[ ,.!]+)*${anyOf(en.identity)}$`);

/** Whether a customer asks whom they are talking to. */
export function asksIdentity(text: string): boolean {
  return text.length <= LONGEST_ANSWER && identity.test(plainAnswer(text).replace(/[?.! ]+$/, ''));
}
