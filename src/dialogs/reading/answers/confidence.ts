import type { Interview } from '../../../machines/interview.ts';
import type { Answer, Conversation } from '../../../machines/record/record.ts';
import { questionOf } from '../../wording/questions.ts';
import { readingOf } from '../fact-types/fact-readings.ts';

const hesitating = /\b(?:wait|actually|hold on|oops|i mean|i meant)\b/i;
/**
 * Something of another time, only thought of, or asked for: "after I bought it it went on sale", "please do not
 * activate it".
 */
const otherwise =
  /\b(?:after|before|until|unless|if|suppose|would|should|could|might|later|afterwards)\b|^(?:please|pls|kindly|do not|don't|let)\b/i;
/** An answer as it was read from the words of a message. */
export interface Given {
  answer: Answer;
  text: string;
  /** True if the message as a whole says something of the fact as well. */
  isBorneOut: boolean;
}

/**
 * True if an answer in several words may have been meant otherwise: "my boss bought it" is no yes, "I sent it back" not
 * on its way, and "ordered on 3 May" not the day of receipt.
 */
export function isUnsure(
  interview: Interview,
  conversation: Conversation,
  { answer, text, isBorneOut }: Given,
): boolean {
  const { open } = conversation;
  if (!open || Array.isArray(answer.value)) return false;
  if (hesitating.test(text)) return true;
  const question = questionOf(interview, conversation, open);
  const { fact } = question;
  const reading = fact && readingOf(fact);
  const isOfWords = typeof answer.value === 'boolean' || reading?.isOfWords === true;
  if (isOfWords && otherwise.test(text.trim())) return true;
  return fact !== undefined && readingOf(fact).isUnsure({ fact, question, value: answer.value, text, isBorneOut });
}
