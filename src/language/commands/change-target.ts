import { LONGEST_ANSWER, plainAnswer } from '../text/plain-text.ts';

const asks =
  /^(?:(?:please|actually|no|sorry|wait|can i|could i|i want to|i would like to|i'd like to|i need to)[ ,]+)*(?:change|correct|fix|edit|update) (?:the|my|that|this) ([a-z -]{2,40})$/;
const complains =
  /^(?:(?:no|sorry|wait|actually|but)[ ,]+)*(?:the|my|that|this) ([a-z -]{2,40}?) (?:is|was|isn't|is not|was not|wasn't|looks) (?:all )?(?:wrong|not right|incorrect|not correct|right|correct|false)$/;

/** What a message wants changed, in the customer's words: "date" in "that date is wrong"; `undefined` if nothing. */
export function changeTarget(text: string): string | undefined {
  if (text.length > LONGEST_ANSWER) return undefined;
  const plain = plainAnswer(text).replace(/[.!]+$/, '');
  const complaint = complains.exec(plain);
  // "the date is right" is no complaint.
  if (complaint && / (?:is|was|looks) (?:right|correct)$/.test(plain)) return undefined;
  return complaint?.[1] ?? asks.exec(plain)?.[1];
}
