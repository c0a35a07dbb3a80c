import { anyOf } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer } from '../text/plain-text.ts';
import en from './en/cancel-question.json' with { type: 'json' };

const possible = new RegExp(`^(?:${anyOf(en.leads)}[ ,.!]+)*${anyOf(en.possible)}$`);

/** True if a whole message asks if one may cancel at all; "cancel my order" and "can you cancel it" want it done. */
export function asksIfCancellable(text: string): boolean {
  return text.length <= MAX_ANSWER_LENGTH && possible.test(plainAnswer(text));
}
