import type { CustomerEvent, Statement } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import { whyImpossible } from '../../wording/questions.ts';
import { unclear } from '../answers/answer-events.ts';
import { isEmpty } from '../evidence/stated.ts';
import { afterwards } from './afterwards.ts';
import { concerns, signsOfLife } from './concerns.ts';
import { confirmation } from './confirmation.ts';
import { deniedAnswers } from './denied-answer.ts';
import { likelierOf } from './likely-answer.ts';
import { type Reading, recogniseMessage } from './reading.ts';
import { reasonQuestions } from './reason-questions.ts';
import { replies } from './replies.ts';
import { danger, requests } from './requests.ts';
import type { Row } from './row.ts';
import { talks } from './talks.ts';
import { unasked } from './unasked.ts';
import { unusedDaysIn } from './unused-days.ts';

/** The rows by which a message is read; the first that applies says what it is. */
export const rows: readonly Row[] = [
  danger,
  ...talks,
  ...reasonQuestions,
  ...afterwards,
  ...requests,
  ...deniedAnswers,
  ...concerns,
  ...confirmation,
  ...signsOfLife,
  ...unasked,
  ...replies,
];

/** Reads the words of a message as what the customer does, and names the row that says so. */
export function interpret(
  interview: Interview,
  conversation: Conversation,
  text: string,
): { row: string; event: CustomerEvent } {
  const reading = recogniseMessage(interview, conversation, text);
  for (const { name, read } of rows) {
    const event = read(reading);
    if (event)
      return {
        row: name,
        event: withUnused(reading, event.type === 'statement' ? stated(reading, event) : event),
      };
  }
  return { row: 'none', event: withUnused(reading, unclear) };
}

/** A statement as it is most likely meant; refused where nothing of it can be so. */
function stated(reading: Reading, statement: Statement): CustomerEvent {
  const likelier = likelierOf(reading, statement);
  return refusedWhole(reading, likelier) ?? { ...likelier, type: 'statement' };
}

/** What no fact takes is said, and not dropped. */
function withUnused({ interview, conversation, evidence }: Reading, event: CustomerEvent): CustomerEvent {
  const unusedDays = unusedDaysIn(interview, conversation, evidence, event);
  return unusedDays.length > 0 ? { ...event, unusedDays } : event;
}

/** The refusal of a statement of which nothing can be so. */
function refusedWhole({ interview, conversation, question }: Reading, statement: Statement): CustomerEvent | undefined {
  const { inferred, about, isCorrection, isAgreement } = statement;
  if (!question || about || isCorrection || isAgreement || !isEmpty({ ...statement, inferred: [] })) return undefined;
  const [first, ...others] = inferred;
  const because = first && whyImpossible(interview, conversation, first);
  // One thing that can be so is enough.
  if (because === undefined || others.some((one) => whyImpossible(interview, conversation, one) === undefined))
    return undefined;
  return { type: 'unclear', problem: { kind: 'impossible', because } };
}
