import { isBelief, isMereAssent } from '../../../language/yes-no/short-answers.ts';
import { nextDetail } from '../../../machines/details.ts';
import { type CustomerEvent, nothingStated } from '../../../machines/events.ts';
import { knownAnswers, statusOf } from '../../../machines/interview.ts';
import { questionOf } from '../../wording/questions.ts';
import { readReply } from '../answers/direct-answers.ts';
import { refuseImpossible } from '../answers/impossible.ts';
import { isEmpty } from '../evidence/stated.ts';
import { contradiction } from './contradictions.ts';
import { isTime, readCorrected, saysNothing } from './corrections.ts';
import { isCostly } from './costly.ts';
import { likelyAnswers } from './likely-answer.ts';
import { notKnown } from './not-known.ts';
import { readOwnWords } from './own-words.ts';
import { readOwnWordsList } from './own-words-list.ts';
import { isAnswer, type Reading } from './reading.ts';
import { shortReply } from './requests.ts';
import type { Row } from './row.ts';
import { answersOtherwise, readAnswerAmongMore, readDoubtful, stating, withoutOwn } from './statements.ts';

/** Replies to the open question, and what is said beside or instead of one. */
export const replies: readonly Row[] = [
  contradiction,
  {
    name: 'short-range',
    read: ({ evidence, range }) =>
      evidence.words <= shortReply && range ? { type: 'statement', ...nothingStated, ranges: [range] } : undefined,
  },
  { name: 'read-otherwise', read: readOtherwise },
  {
    name: 'short-reply',
    read: (reading) =>
      reading.evidence.words <= shortReply &&
      !hasOtherDetails(reading) &&
      !hasOtherDay(reading) &&
      !isSaidOtherwise(reading) &&
      (isAnswer(reading.direct) || isTelling(reading.direct))
        ? (readDenied(reading) ?? readAssent(reading) ?? reading.direct)
        : undefined,
  },
  notKnown,
  { name: 'own-words', read: readOwnWords },
  { name: 'own-words-list', read: readOwnWordsList },
  { name: 'reply-behind-offer', read: readReplyBehindOffer },
  { name: 'person', read: ({ digression }) => (digression?.type === 'human' ? digression : undefined) },
  { name: 'impossible', read: readImpossible },
  { name: 'range-and-more', read: readRangeAndMore },
  ...likelyAnswers,
  { name: 'no-statement', read: readNoStatement },
  { name: 'statement-instead', read: readStatementInstead },
  {
    name: 'doubtful-answer',
    read: (reading) => (reading.direct.type === 'statement' ? readDoubtful(reading, reading.direct) : undefined),
  },
  { name: 'question-only', read: readQuestionOnly },
  { name: 'answer', read: readAnswerAmongMore },
  { name: 'plain-reply', read: readPlainReply },
  {
    name: 'yes-and-more',
    read: ({ direct, statement }) => (direct.type === 'yes' ? stating(statement, { isAgreement: true }) : undefined),
  },
  {
    name: 'no-and-more',
    read: ({ direct, statement }) => (direct.type === 'no' ? stating(statement, { isCorrection: true }) : undefined),
  },
  {
    name: 'detail-and-more',
    read: ({ direct, statement }) =>
      direct.type === 'detail'
        ? stating(statement, { details: { ...direct.details, ...statement.details } })
        : undefined,
  },
  { name: 'other-reply', read: ({ direct }) => direct },
];

/** "KX-2040 lena@example.com broken": a number or an address stands beside the answer. */
function hasOtherDetails({ direct, statement: { details, orderNumbers } }: Reading): boolean {
  return direct.type !== 'detail' && (Object.keys(details).length > 0 || orderNumbers !== undefined);
}

/** "Arrived this morning", to where the parcel is: the day stands beside the answer. */
function hasOtherDay({ interview, question, direct, statement }: Reading): boolean {
  if (direct.type !== 'answer' || question?.fact?.type !== 'choice') return false;
  return statement.inferred.some(({ fact }) => fact !== question.id && isTime(interview, fact));
}

/** True if a yes or no is at odds with what the message states as a whole: "yes, full price". */
function isSaidOtherwise({ evidence, direct }: Reading): boolean {
  if (direct.type !== 'answer' || typeof direct.answer.value !== 'boolean') return false;
  const { answer } = direct;
  return evidence.statement.facts.some(
    ({ fact, value, confidence }) => fact === answer.fact && confidence !== 'low' && value !== answer.value,
  );
}

/** "No, 8 November" to what was shown back: what is not right, and what is right instead. */
function readDenied(reading: Reading): CustomerEvent | undefined {
  return reading.question?.id === 'confirm' && reading.direct.type === 'no' ? readCorrected(reading) : undefined;
}

/**
 * "Ok", where a yes would decide against the customer, may mean that the question was read, and "I think so" is not sure
 * of it; they are shown back.
 */
function readAssent(reading: Reading): CustomerEvent | undefined {
  const { direct, evidence } = reading;
  if (direct.type !== 'answer' || typeof direct.answer.value !== 'boolean') return undefined;
  const isAssent = direct.answer.value && isMereAssent(evidence.text);
  if (!isAssent && !isBelief(evidence.text)) return undefined;
  if (!isCostly(reading, direct.answer)) return undefined;
  return stating({ ...nothingStated, inferred: [{ ...direct.answer, source: 'inferred' }] }, { isUnsure: true });
}

/** "Received wrong product" has words of one choice and means another, which is shown back. */
function readOtherwise(reading: Reading): CustomerEvent | undefined {
  const { question, evidence, statement } = reading;
  if (question?.fact?.type !== 'choice') return undefined;
  const own = evidence.statement.facts.find(({ fact, isProposal }) => fact === question.id && !isProposal);
  return own && answersOtherwise(reading, own) ? stating(statement, { isUnsure: true }) : undefined;
}

/** While a person is offered, an answer to the question that waits behind it is taken too. */
function readReplyBehindOffer(reading: Reading): CustomerEvent | undefined {
  const { interview, conversation, question, direct, evidence } = reading;
  if (question?.id !== 'offerHuman' || direct.type !== 'unclear') return undefined;
  const next = statusOf(interview, conversation);
  if (next.kind !== 'open') return undefined;
  const id = nextDetail(interview, conversation, next) ?? next.ask;
  const waiting = questionOf(interview, conversation, { id, unclear: 0 });
  const reply = refuseImpossible(interview, conversation, readReply(interview, waiting, evidence.text));
  if (reply.type === 'statement') return readDoubtful(reading, reply);
  return reply.type === 'unclear' ? undefined : reply;
}

/** What the whole message answers, and cannot be. */
function readImpossible({ interview, conversation, question, statement }: Reading): CustomerEvent | undefined {
  const own = statement.inferred.find(({ fact }) => fact === question?.id);
  const refused = own && refuseImpossible(interview, conversation, { type: 'answer', answer: own });
  return refused?.type === 'unclear' ? (withoutOwn(statement, own?.fact) ?? refused) : undefined;
}

function isOpen({ direct }: Reading): boolean {
  return direct.type === 'unclear' || direct.type === 'ambiguous';
}

function readRangeAndMore(reading: Reading): CustomerEvent | undefined {
  const { range, statement } = reading;
  if (!isOpen(reading) || !range) return undefined;
  const ranges = [...statement.ranges.filter(({ fact }) => fact !== range.fact), range];
  return stating(statement, { ranges, ...(range.source === 'inferred' && { isUnsure: true }) });
}

/** No answer, and nothing of the case. */
function readNoStatement(reading: Reading): CustomerEvent | undefined {
  const { direct, statement, digression } = reading;
  if (!isOpen(reading) || !isEmpty(statement)) return undefined;
  if (direct.type === 'ambiguous' || isTelling(direct)) return direct;
  return correctedOr(reading, digression ?? direct);
}

function correctedOr(reading: Reading, event: CustomerEvent): CustomerEvent {
  return (saysNothing(event) ? readCorrected(reading) : undefined) ?? event;
}

/** No answer, but something of the case. */
function readStatementInstead(reading: Reading): CustomerEvent | undefined {
  const { direct, statement, question } = reading;
  if (!isOpen(reading)) return undefined;
  // What is wrong with the answer is said, and it is not taken in another reading.
  if (isTelling(direct)) return withoutOwn(statement, question?.id) ?? direct;
  return stating(statement, { ...(overturns(reading) && { isUnsure: true }) });
}

/** True if something that was answered is said otherwise in passing, while another question is open. */
function overturns({ interview, conversation, statement }: Reading): boolean {
  const stated = knownAnswers(interview, conversation).filter(({ source }) => source === 'stated');
  return statement.inferred.some(({ fact, value }) =>
    stated.some((one) => one.fact === fact && JSON.stringify(one.value) !== JSON.stringify(value)),
  );
}

function readQuestionOnly(reading: Reading): CustomerEvent | undefined {
  const { evidence, statement } = reading;
  if (evidence.statedText !== '' || !statement.about || !isEmpty(statement)) return undefined;
  return correctedOr(reading, { type: 'digress', about: statement.about });
}

/** Yes, no or a detail, and nothing else. */
function readPlainReply(reading: Reading): CustomerEvent | undefined {
  const { direct, statement } = reading;
  if (!isEmpty(statement) || statement.about) return undefined;
  return readDenied(reading) ?? direct;
}

/** True if an unclear reply was understood well enough to say what is wrong with it. */
export function isTelling(direct: CustomerEvent): boolean {
  return direct.type === 'unclear' && direct.problem.kind !== 'not-understood';
}
