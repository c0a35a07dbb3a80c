import { isDontKnow } from '../commands/dont-know.ts';
import { MAX_ANSWER_LENGTH, plainAnswer, plainText } from '../text/plain-text.ts';
import { answerIn } from './polarity.ts';
import { complains, hesitates, isUndecided } from './reactions.ts';
import { isHalfYes, isUnreal } from './reserve.ts';
import { isHedge } from './short-answers.ts';

export type YesNo = 'yes' | 'no' | 'unsure';

/**
 * The answer to a yes/no question, undefined when in doubt: a wrong polarity is the worst error here.
 * With the `question`, statements that repeat it count too ("it does not turn on").
 */
export function readYesNo(text: string, question?: string): YesNo | undefined {
  if (text.length > MAX_ANSWER_LENGTH) return undefined;
  const answer = plainAnswer(text);
  if (isDontKnow(answer, question) || isHedge(answer)) return 'unsure';
  if (isUnreal(answer)) return undefined;
  const asked = question === undefined ? undefined : plainText(question);
  if (asked !== undefined && (isUndecided(answer) || hesitates(answer) || complains(answer))) return undefined;
  const says = answerIn(text, asked)?.says;
  return says === 'yes' && asked !== undefined && isHalfYes(answer, asked) ? undefined : says;
}
