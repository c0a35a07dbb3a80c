import type { DayMention } from '../../../language/dates/events/days.ts';
import type { Span } from '../../../language/statement/statement.ts';
import { segmentsOf } from '../../../language/text/segments.ts';
import type { CustomerEvent, Statement } from '../../../machines/events.ts';
import { type Interview, isSameAnswer, isSameValue, knownAnswers } from '../../../machines/interview.ts';
import type { Answer, Conversation } from '../../../machines/record/record.ts';
import type { Question } from '../../wording/questions.ts';
import { canApply } from '../answers/applicability.ts';
import { readReply } from '../answers/direct-answers.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { statesReason } from '../evidence/reasons.ts';
import { piecesBeside } from './pieces-beside.ts';

/** The facts of a statement that nothing known says already. */
export function newFacts(interview: Interview, conversation: Conversation, { inferred }: Statement): Answer[] {
  const known = knownAnswers(interview, conversation);
  return inferred.filter((one) => !known.some((other) => isSameAnswer(one, other)));
}

/** A reply with all that may be an echo in it. */
interface Reply {
  question: Question | undefined;
  direct: CustomerEvent;
  evidence: Evidence;
}

/**
 * A statement without what its answer to the open question only sounds like, and what it says against an answer that was
 * given: "no, it does not start" to "does it work?" does not take back the reason, nor does the day it was sent, to
 * "when did you receive it?". Words that give no answer contradict: "yesterday, on sale".
 */
export function withoutEchoes(
  interview: Interview,
  conversation: Conversation,
  reply: Reply,
  statement: Statement,
): { statement: Statement; contradictions: Answer[] } {
  const { question, direct, evidence } = reply;
  if (!question?.fact || !answers(question.id, direct, statement)) return { statement, contradictions: [] };
  const stated = knownAnswers(interview, conversation).filter(({ source }) => source === 'stated');
  const others = stated.filter(({ fact }) => fact !== question.id);
  const contradictions = contradictionsIn(interview, others, reply, statement);
  if (evidence.takesBack) return { statement, contradictions };
  const inferred = statement.inferred.filter(({ fact }) => !others.some((one) => one.fact === fact));
  return { statement: { ...statement, inferred: [...inferred, ...contradictions] }, contradictions };
}

/** What words that do not answer the open question say against answers that were given; one a fact. */
function contradictionsIn(
  interview: Interview,
  given: readonly Answer[],
  reply: Reply,
  { inferred }: Statement,
): Answer[] {
  const { file } = interview.policy;
  const { id, fact: asked } = reply.question ?? {};
  // "Yes, at the door with the driver", to what is asked of a parcel that was received, and "the box is torn" to a
  // checklist, only sound like another place and another reason.
  const isMoot = ({ fact, value }: Answer): boolean =>
    (asked?.type === 'yes-no' && typeof value === 'string' && !canApply(file, id ?? '', new Map([[fact, value]]))) ||
    (asked?.type === 'set' && statesReason(file.facts[fact]));
  const isAgainst = (answer: Answer): boolean =>
    given.some(({ fact, value }) => fact === answer.fact && !isSameValue(value, answer.value)) && !isMoot(answer);
  const chosen = given.filter(({ fact }) => file.facts[fact]?.type === 'choice');
  const spans = answeringSpans(reply);
  const pieces = piecesBeside(interview, chosen, { text: reply.evidence.text, spans });
  const whole = inferred.map((answer) => ({ answer, spans: besideIn(reply, answer.fact, spans) }));
  // Whichever of several it is, the answer that was given is none of them.
  const contested = reply.evidence.statement.contested.flatMap(({ fact, values, spans: [...own] }) => {
    const isOther = given.every((one) => one.fact !== fact || !values.includes(String(one.value)));
    const [value] = values;
    return value !== undefined && isOther ? [{ answer: { fact, value, source: 'inferred' } as const, spans: own }] : [];
  });
  const against = [...whole, ...contested, ...pieces].filter(
    (one) => isAgainst(one.answer) && isBeside(interview, reply, one.spans),
  );
  return [...new Map(against.reverse().map(({ answer }) => [answer.fact, answer])).values()];
}

/** The characters that are known to answer the open question. */
function answeringSpans({ question, evidence: { statement, days } }: Reply): Span[] {
  const own = statement.facts.find(({ fact }) => fact === question?.id)?.spans ?? [];
  // What happened on a day that is named is past: "sent on the 13th" is not on its way. What broke still is.
  const ofDay = ({ places, events }: DayMention): readonly Span[] =>
    events.includes('broke') ? places.slice(0, 1) : places;
  return [...own, ...days.flatMap(ofDay)];
}

function besideIn({ evidence: { statement } }: Reply, id: string, answering: readonly Span[]): Span[] {
  const spans = statement.facts.find(({ fact }) => fact === id)?.spans ?? [];
  return spans.filter((one) => !answering.some(({ start, end }) => start < one.end && one.start < end));
}

/** True if a reply answers without the parts in which some words stand, and those words do not answer likewise. */
function isBeside(interview: Interview, { question, direct, evidence: { text } }: Reply, spans: Span[]): boolean {
  const given = valueGivenBy(direct);
  if (spans.length === 0) return false;
  if (!question || given === undefined) return true;
  const answersAlone = (words: string): boolean =>
    isSameValue(valueGivenBy(readReply(interview, question, words)), given);
  if (answersAlone(spans.map(({ start, end }) => text.slice(start, end)).join(' '))) return false;
  if (typeof given !== 'boolean' && !Array.isArray(given)) return true;
  const others = segmentsOf(text).filter(
    (part) => !spans.some(({ start, end }) => start < part.end && part.start < end),
  );
  return answersAlone(others.map(({ start, end }) => text.slice(start, end)).join(', '));
}

/** The value that an event gives to the open question, in doubt or not. */
function valueGivenBy(event: CustomerEvent): Answer['value'] | undefined {
  if (event.type === 'answer') return event.answer.value;
  return event.type === 'statement' ? event.inferred[0]?.value : undefined;
}

function answers(id: string, direct: CustomerEvent, { inferred }: Statement): boolean {
  // The day of another event was meant for an answer.
  if (direct.type === 'unclear' && ['other-event', 'not-one-day'].includes(direct.problem.kind)) return true;
  const given = direct.type === 'statement' ? direct.inferred : [];
  return direct.type === 'answer' || [...given, ...inferred].some(({ fact }) => fact === id);
}
