import { isAllOf } from '../../language/choices/multi-choice.ts';
import { plainAnswer } from '../../language/text/plain-text.ts';
import type { Interview } from '../../machines/interview.ts';
import type { Answer, Conversation } from '../../machines/record/record.ts';
import { type Question, questionOf } from '../wording/questions.ts';

const plainYesNo =
  /^(?:(?:oh|ah|well|hm+|hell|um|uh)[ ,.!]+)?(?:yes|yeah|yep|yup|no|nope|nah|sure|of course|certainly|absolutely|definitely|correct|right|true|false|not|never|none|nobody|unfortunately)\b/i;
const hesitating = /\b(?:wait|actually|sorry|hold on|oops|i mean|i meant)\b/i;
/** Something of another time, only thought of, or asked for: "after I bought it it went on sale", "please do not activate it". */
const otherwise =
  /\b(?:after|before|until|unless|if|suppose|would|should|could|might|later|afterwards)\b|^(?:please|pls|kindly|do not|don't|let)\b/i;
/** What else than the asked happens on a day. */
const otherEvents =
  /\b(?:ordered|order date|bought|purchased?|paid|sent|shipped|dispatched|invoice|receive[ds]?|arrived|delivered|got|came)\b/gi;

/** An answer as it was read from the words of a message. */
export interface Given {
  answer: Answer;
  text: string;
  /** Whether the message as a whole says something of the fact as well. */
  isBorneOut: boolean;
}

/**
 * Whether an answer in several words may have been meant otherwise: "my boss bought it" is no yes, "I sent it back" not
 * on its way, and "ordered on 3 May" not the day of receipt.
 */
export function isDoubtful(
  interview: Interview,
  conversation: Conversation,
  { answer, text, isBorneOut }: Given,
): boolean {
  const { open } = conversation;
  if (!open || Array.isArray(answer.value)) return false;
  if (hesitating.test(text)) return true;
  const question = questionOf(interview, conversation, open);
  const isOfWords = typeof answer.value === 'boolean' || question.fact?.type === 'choice';
  if (isOfWords && otherwise.test(text.trim())) return true;
  switch (question.fact?.type) {
    case 'yes-no':
      return !isBorneOut && typeof answer.value === 'boolean' && !plainYesNo.test(text.trim());
    case 'choice':
      return !isBorneOut && !isAllOf(plainAnswer(text), String(answer.value), question.choices);
    case 'date':
      return /\bor\b/i.test(text) || isOfOtherEvent(text, question);
    default:
      return false;
  }
}

/** Whether a message speaks of other events on a day than its question does: "ordered" where receipt is asked. */
export function isOfOtherEvent(text: string, { text: asked, fact }: Question): boolean {
  const events = text.slice(0, 500).match(otherEvents) ?? [];
  const cues = fact?.type === 'date' ? fact.phrases.join(' ') : '';
  const own = new Set(`${asked} ${cues}`.toLowerCase().match(/\w+/g));
  return events.length > 0 && !events.some((event) => own.has(event.toLowerCase()));
}
