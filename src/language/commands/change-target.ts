import { anyOf } from '../text/phrases.ts';
import { LONGEST_ANSWER, plainAnswer } from '../text/plain-text.ts';
import en from './en/change-target.json' with { type: 'json' };

const asks = new RegExp(
  `^(?:${anyOf(en.asks)}[ ,]+)*(?:change|correct|fix|edit|update) (?:the|my|that|this) ([a-z -]{2,40})$`,
);
const complains = new RegExp(
  `^(?:(?:no|sorry|wait|actually|but)[ ,]+)*(?:the|my|that|this) ([a-z -]{2,40}?) (?:is|was|isn't|is not|was not|wasn't|looks) (?:all )?${anyOf(en.complains)}$`,
);

/** What a message wants changed, in the customer's words: "date" in "that date is wrong"; `undefined` if nothing. */
export function changeTarget(text: string): string | undefined {
  if (text.length > LONGEST_ANSWER) return undefined;
  const plain = plainAnswer(text).replace(/[.!]+$/, '');
  const complaint = complains.exec(plain);
  // "the date is right" is no complaint.
  if (complaint && / (?:is|was|looks) (?:right|correct)$/.test(plain)) return undefined;
  return complaint?.[1] ?? asks.exec(plain)?.[1];
}
