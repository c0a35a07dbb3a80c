import { isNegation, wordsOf } from '../../../../language/text/words.ts';
import type { Interview } from '../../../../machines/interview.ts';
import type { Conversation } from '../../../../machines/record/record.ts';
import { readReply } from '../../answers/direct-answers.ts';
import { shownIn } from './shown.ts';
import { isSame, type Shown, toldIn } from './told.ts';

/** More words than that tell something else as well. */
const maxWords = 5;

const YES = '(?:yes|yeah|yep|yup|right|correct|exactly|true)';
const AGREED = [new RegExp(`^${YES}[ ,.;:!-]+(.+)$`), new RegExp(`^(.+?)[ ,.;:!-]+${YES}$`)];

/** True if a plain reply agrees, and beside that only says again what is shown: "yes, 24", "the 3rd, correct". */
export function agreesAndSaysAgain(interview: Interview, conversation: Conversation, answer: string): boolean {
  const rest = AGREED.map((pattern) => pattern.exec(answer)?.[1]).find((found) => found !== undefined);
  const words = wordsOf(rest ?? '');
  if (rest === undefined || words.length > maxWords || words.some((word) => isNegation(word) || TURNING.has(word)))
    return false;
  return shownIn(interview, conversation).some((one) => names(interview, one, rest));
}

const TURNING = new Set(['but', 'or', 'and', 'maybe', 'except', 'only']);

/** True if words name the value that is shown, or a part of its day: "14 May", "August 2027". */
function names(interview: Interview, shown: Shown, text: string): boolean {
  const { question, value } = shown;
  if (!question.fact || typeof value === 'boolean' || value === undefined) return false;
  const told = toldIn(interview, shown, text);
  if (told && 'value' in told && !told.isRough) return isSame(told, shown);
  if (typeof value !== 'string') return false;
  const event = readReply(interview, question, text);
  if (event.type === 'ambiguous') return event.candidates.some((day) => day === value);
  if (event.type !== 'unclear' || event.problem.kind !== 'not-one-day') return false;
  return event.problem.from <= value && value <= event.problem.to;
}
