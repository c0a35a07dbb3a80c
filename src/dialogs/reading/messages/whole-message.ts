import type { CustomerEvent, Statement } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Answer, Conversation, Range } from '../../../machines/record/record.ts';
import { whyImpossible } from '../../wording/questions.ts';
import { unclear } from '../answers/answer-events.ts';
import { isUnsure } from '../answers/confidence.ts';
import { isEmpty, readFree } from './free-message.ts';
import { wordCount } from './word-count.ts';

/** An answer in more words than this was told, not given; it is confirmed. */
const plainAnswerWords = 8;

/** Signs of more than one thing said: what is meant of one may seem said of the other. */
const clauses = /[,;:.!?\n]\s*\p{L}|\b(?:and|but|or)\b/u;

/** A message beside what it says to the open question itself. */
export interface Reply {
  text: string;
  /** The reading as a reply to the question itself. */
  direct: CustomerEvent;
  rough: Range | undefined;
  /** True if it is nothing but a question of the customer's own. */
  isQuestion: boolean;
}

/** Reads what the message says beside, or instead of, a direct answer to the question. */
export function readWhole(
  interview: Interview,
  conversation: Conversation,
  { text, direct, rough, isQuestion }: Reply,
): CustomerEvent {
  const isAnswered = direct.type !== 'unclear' && direct.type !== 'statement';
  const { statement, event } = readFree(interview, conversation, text, isAnswered);
  if (event?.type === 'human') return event;
  const own = statement.inferred.find(({ fact }) => fact === conversation.open?.id);
  const refused = own && refuseImpossible(interview, conversation, { type: 'answer', answer: own });
  if (refused?.type === 'unclear') return withoutOwn(statement, own?.fact) ?? refused;
  if (direct.type === 'unclear' || direct.type === 'ambiguous') {
    if (rough)
      return stating(statement, { ranges: [...statement.ranges.filter(({ fact }) => fact !== rough.fact), rough] });
    if (isEmpty(statement)) return direct.type === 'ambiguous' || isTelling(direct) ? direct : (event ?? direct);
    // What is wrong with the answer is said, and it is not taken in another reading.
    return isTelling(direct) ? (withoutOwn(statement, conversation.open?.id) ?? direct) : stating(statement, {});
  }
  if (direct.type === 'statement') return withInferred(statement, direct, own ? undefined : event);
  if (isQuestion && statement.about && isEmpty(statement)) return { type: 'digress', about: statement.about };
  if (direct.type === 'answer') {
    const { answer } = direct;
    const isTaken = !own && isChoiceValue(answer.value) && namesMembers(statement);
    if (!isTaken && isUnsure(interview, conversation, { answer, text, isBorneOut: own !== undefined })) {
      const others = statement.inferred.filter(({ fact }) => fact !== answer.fact);
      const inferred: Answer = own ?? { ...answer, source: 'inferred' };
      return stating(statement, { inferred: [inferred, ...others], isUnsure: true });
    }
    return withAnswer(statement, answer, text);
  }
  if (isEmpty(statement) && !statement.about) return direct;
  if (direct.type === 'yes') return stating(statement, { isAgreement: true });
  if (direct.type === 'no') return stating(statement, { isCorrection: true });
  if (direct.type === 'detail') return stating(statement, { details: { ...direct.details, ...statement.details } });
  return direct;
}

/** An answer that was read in doubt gives way to a reading of the whole message, and to what that is about. */
function withInferred(statement: Statement, direct: Statement, event: CustomerEvent | undefined): CustomerEvent {
  const stated = new Set(statement.inferred.map(({ fact }) => fact));
  const fresh = direct.inferred.filter(({ fact }) => !stated.has(fact));
  if (fresh.length === 0) return stating(statement, {});
  const isChoice = fresh.every(({ value }) => isChoiceValue(value));
  if (event && direct.isUnsure && isChoice && isEmpty(statement)) return event;
  if (isChoice && namesMembers(statement)) return stating(statement, {});
  // What only its words say, and the message as a whole does not, is asked back at once.
  const isUnsure = direct.isUnsure || statement.isUnsure || isChoice;
  return stating(statement, { inferred: [...fresh, ...statement.inferred], ...(isUnsure && { isUnsure }) });
}

/** "The seal is broken" speaks of the seal, and not of what is asked. */
function namesMembers({ mentioned }: Statement): boolean {
  return Object.keys(mentioned).length > 0;
}

/** A direct answer beside what else was inferred; one that is read otherwise in the whole message is no answer. */
function withAnswer(
  statement: Statement,
  answer: Extract<CustomerEvent, { type: 'answer' }>['answer'],
  text: string,
): CustomerEvent {
  const own = statement.inferred.find(({ fact }) => fact === answer.fact);
  if (!own && isChoiceValue(answer.value) && namesMembers(statement)) return stating(statement, {});
  const others = statement.inferred.filter(({ fact }) => fact !== answer.fact);
  const isRead = !isChoiceValue(answer.value) && typeof answer.value !== 'boolean';
  if (own && !isRead && JSON.stringify(own.value) !== JSON.stringify(answer.value)) {
    return others.length ? stating(statement, { inferred: others }) : unclear;
  }
  const isInPassing =
    (wordCount(text) > plainAnswerWords || clauses.test(text)) &&
    (typeof answer.value === 'boolean' || isChoiceValue(answer.value));
  // The answer itself may name what was also read from it.
  const { [answer.fact]: _, ...mentioned } = statement.mentioned;
  const rest = { ...statement, inferred: others, mentioned };
  if (isInPassing) return stating(rest, { inferred: [{ ...answer, source: 'inferred' }, ...others] });
  return isEmpty(rest) && !statement.about ? { type: 'answer', answer } : stating(rest, { answer });
}

/** A list or a day in many words was read whole; a choice may have been quoted in passing. */
function isChoiceValue(value: unknown): boolean {
  return typeof value === 'string' && !/^\d{4}-/.test(value);
}

/** The other statements of a message, if there are any. */
function withoutOwn(statement: Statement, own: string | undefined): CustomerEvent | undefined {
  const rest = {
    ...statement,
    inferred: statement.inferred.filter(({ fact }) => fact !== own),
    ranges: statement.ranges.filter(({ fact }) => fact !== own),
  };
  return isEmpty(rest) ? undefined : stating(rest, {});
}

function stating(statement: Statement, more: Partial<Statement>): CustomerEvent {
  return { type: 'statement', ...statement, ...more };
}

/** True if an unclear reply was understood well enough to say what is wrong with it. */
export function isTelling(direct: CustomerEvent): boolean {
  return direct.type === 'unclear' && direct.problem.kind !== 'not-understood';
}

/** Refuses an answer that is impossible beside the others, and says why. */
export function refuseImpossible(
  interview: Interview,
  conversation: Conversation,
  event: CustomerEvent,
): CustomerEvent {
  if (event.type !== 'answer') return event;
  const because = whyImpossible(interview, conversation, event.answer);
  return because === undefined ? event : { type: 'unclear', problem: { kind: 'impossible', because } };
}
