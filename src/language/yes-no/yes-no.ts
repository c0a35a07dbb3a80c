import { isDontKnow } from '../commands/dont-know.ts';
import { MAX_ANSWER_LENGTH, plainAnswer, plainText } from '../text/plain-text.ts';
import { Remembered } from '../text/remembered.ts';
import { kindOf, replyIdiom } from './idioms.ts';
import { lastSaid } from './last-said.ts';
import { isOfOtherTimes } from './other-times.ts';
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
  return answers.of(text, `${question ?? ''}${question === undefined}`, () => readAnew(text, question));
}

const answers = new Remembered<YesNo | undefined>();

function readAnew(text: string, question: string | undefined): YesNo | undefined {
  if (text.length > MAX_ANSWER_LENGTH) return undefined;
  const answer = plainAnswer(text);
  const asked = question === undefined ? undefined : plainText(question);
  const kind = kindOf(asked);
  if (isDontKnow(answer, question) || (isHedge(answer) && !replyIdiom(answer, kind))) return 'unsure';
  if (isUnreal(answer)) return undefined;
  const last = asked === undefined ? undefined : lastSaid(answer);
  // Of a fact it is shown back.
  if (last !== undefined) return kind === 'fact' ? undefined : readYesNo(last, question);
  if (asked !== undefined && isOfOtherTimes(answer, asked)) return undefined;
  if (asked !== undefined && (isUndecided(answer) || hesitates(answer) || complains(answer))) return undefined;
  const says = answerIn(text, asked)?.says;
  return says === 'yes' && asked !== undefined && isHalfYes(answer, asked) ? undefined : says;
}
