import { leftWords } from '../../../language/coverage/coverage.ts';
import type { Span } from '../../../language/statement/statement.ts';
import type { CustomerEvent, Statement } from '../../../machines/events.ts';
import { type Interview, statusOf } from '../../../machines/interview.ts';
import type { Answer, Conversation, Range } from '../../../machines/record/record.ts';
import { UNKNOWN } from '../../../policy/engine/diagram/variables.ts';
import { type Question, questionOf } from '../../wording/questions.ts';
import { answeredUnsurely, unclear } from '../answers/answer-events.ts';
import { isDetail } from '../answers/details.ts';
import { readReply } from '../answers/direct-answers.ts';
import { refuseImpossible } from '../answers/impossible.ts';
import { rangeOf } from '../answers/ranges.ts';
import { digressionIn } from '../evidence/digressions.ts';
import { type Evidence, recognise } from '../evidence/evidence.ts';
import { isEmpty, shortPiece, statedIn } from '../evidence/stated.ts';
import { isDayAccountedFor, isTurned } from './accounting.ts';
import { withoutEchoes } from './echoes.ts';
import { withStatement } from './with-statement.ts';

/** A message with its evidence, beside the question and the conversation that it meets. */
export interface Reading {
  interview: Interview;
  conversation: Conversation;
  evidence: Evidence;
  /** The open question. */
  question: Question | undefined;
  /** The message as a reply to the open question, and to nothing else. */
  direct: CustomerEvent;
  /** The days between which the reply lies, where that is exact enough for now. */
  range: Range | undefined;
  /** What it states of the case. */
  statement: Statement;
  /** What it says, beside what answers, against answers that were given before. */
  contradictions: Answer[];
  /** What else it is about. */
  digression: CustomerEvent | undefined;
}

/** Recognises all that is in a message, once. */
export function recogniseMessage(interview: Interview, conversation: Conversation, text: string): Reading {
  const { open } = conversation;
  const question = open && questionOf(interview, conversation, open);
  const evidence = recognise(interview, text, question?.fact && question.id);
  const direct = question ? directReply(interview, conversation, question, evidence) : unclear;
  const whole = statedIn(interview, conversation, evidence);
  const { statement, contradictions } = withoutEchoes(interview, conversation, { question, direct, evidence }, whole);
  const range = rangeIn(interview, conversation, { question, direct, evidence });
  const digression = aboutElse(evidence, statement, question, isAnswer(direct));
  return { interview, conversation, evidence, question, direct, range, statement, contradictions, digression };
}

/** True if a reply answers the question that was asked. */
export function isAnswer({ type }: CustomerEvent): boolean {
  return type !== 'unclear' && type !== 'statement';
}

function directReply(
  interview: Interview,
  conversation: Conversation,
  question: Question,
  evidence: Evidence,
): CustomerEvent {
  const { text, statedText, factText, statement } = evidence;
  // What is asked beside is no answer; "Can I return an opened one?" names one without giving it.
  const isOfDetail = isDetail(question.id) && question.id !== 'item';
  const given = isOfDetail ? statedText : factText;
  if (given === '' && statement.detailSpans.length > 0) return unclear;
  // "One is broken, the other is fine": who knows of which the answer is.
  if (statement.isAboutSeveral && question.fact && !isOfDay(question)) return unclear;
  if (question.fact && isOfAnotherThing(question, evidence)) return unclear;
  const reply = refuseImpossible(interview, conversation, readReply(interview, question, given || text));
  if (statedText === '' && reply.type === 'statement') return unclear;
  if (isDenied(reply, statement)) return unclear;
  if (reply.type !== 'answer' || reply.answer.value === UNKNOWN) return reply;
  const isAsked = statedText === '' && question.fact !== undefined;
  if (isAsked && evidence.clauseQuestion) return unclear;
  return isAsked || isInDoubt(question, evidence, reply.answer)
    ? answeredUnsurely(reply.answer.fact, reply.answer.value)
    : reply;
}

/** "No, nothing is broken" names a choice that the message as a whole denies. */
function isDenied(reply: CustomerEvent, { deniedValues }: Evidence['statement']): boolean {
  const given = reply.type === 'answer' ? [reply.answer] : reply.type === 'statement' ? reply.inferred : [];
  return given.some(({ fact, value }) => deniedValues.some((one) => one.fact === fact && one.value === value));
}

/** "My old one still works, yes", "my neighbour received his on the 15th": all that answers is said of another thing. */
function isOfAnotherThing(question: Question, { text, statement: { asides }, days }: Evidence): boolean {
  if (asides.length === 0) return false;
  const isAside = (place: Span): boolean => asides.some(({ start, end }) => place.start >= start && place.end <= end);
  const places = days.flatMap(({ places: [day] }) => day ?? []);
  if (isOfDay(question) && places.length > 0) return places.every(isAside);
  return leftWords(text, asides).every(({ kind }) => kind === 'doubt');
}

function isOfDay({ fact }: Question): boolean {
  return fact?.type === 'date' || fact?.type === 'instant';
}

/** True if what else is said may make the day that answers another, or the length or the end of a period. */
function isInDoubt(question: Question, evidence: Evidence, answer?: Answer): boolean {
  // "No warranty at all" is a length of nothing.
  if (question.fact?.type === 'months')
    return evidence.isUnsettled || (answer?.value !== 0 && isTurned(evidence, question));
  return isOfDay(question) && (evidence.isUnsettled || !isDayAccountedFor(evidence, question));
}

/** A day said roughly counts unless the policy has to know the very day next. */
function rangeIn(
  interview: Interview,
  conversation: Conversation,
  { question, direct, evidence }: Pick<Reading, 'question' | 'direct' | 'evidence'>,
): Range | undefined {
  const { open } = conversation;
  if (!open || direct.type !== 'unclear' || direct.problem.kind !== 'not-one-day') return undefined;
  const days = rangeOf(interview, direct.problem.fact ?? open.id, direct.problem);
  if (!days) return undefined;
  const isSure = question === undefined || !isInDoubt(question, evidence);
  const range: Range = { ...days, source: isSure ? 'stated' : 'inferred' };
  const { changing: _, ...others } = conversation;
  const next = statusOf(interview, { ...others, ranges: [...conversation.ranges, range] });
  return next.kind === 'open' && next.ask === open.id ? undefined : range;
}

/** So sure that a person is wanted. */
const wantsPerson = 0.75;
/** Who also states something of the case may just mention people. */
const surelyPerson = 0.9;

function aboutElse(
  evidence: Evidence,
  statement: Statement,
  question: Question | undefined,
  isAnswered: boolean,
): CustomerEvent | undefined {
  const { intent, text, words, takesBack, days } = evidence;
  if (evidence.wantsPerson) return { type: 'human', ...withStatement(statement) };
  const isForPerson = intent.confidence >= (isEmpty(statement) && !isAnswered ? wantsPerson : surelyPerson);
  if (intent.intent === 'talk_to_human' && isForPerson) return { type: 'human', ...withStatement(statement) };
  if (statement.about) return { type: 'digress', about: statement.about };
  const isOfTime = days.length > 0 || question?.hourOf !== undefined;
  const isAnswerPiece = words <= shortPiece && !text.includes('?') && (takesBack || isOfTime);
  return digressionIn(evidence, { asked: question?.fact, isAnswerPiece });
}
