import { readDate } from '../../../language/dates/dates.ts';
import { plainText } from '../../../language/text/plain-text.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../../machines/events.ts';
import { type Interview, knownAnswers, statusOf } from '../../../machines/interview.ts';
import type { Answer, Conversation, Range } from '../../../machines/record/record.ts';
import { questionOf } from '../../wording/questions.ts';
import { readReply } from '../answers/direct-answers.ts';
import { isOfOtherEvent } from '../answers/other-events.ts';
import { rangeOf } from '../answers/ranges.ts';
import { type Evidence, recognise } from '../evidence/evidence.ts';
import { listReply, statedIn } from '../evidence/stated.ts';
import { readingOf } from '../fact-types/fact-readings.ts';
import type { Reading } from './reading.ts';

/** A longer message tells a story, and is read as one. */
const maxWords = 12;

/** Intents that a short correction is easily taken for. */
const elsewhere = new Set(['out-of-scope', 'refund-status', 'case-status', 'unanswered-question']);

/** True if nothing of the case was found in a message. */
export function saysNothing(event: CustomerEvent): boolean {
  if (event.type === 'unclear') return event.problem.kind === 'not-understood';
  return event.type === 'digress' && elsewhere.has(event.about.kind);
}

/** Reads a short message that replaces an earlier answer ("no wait, it was May"); the customer confirms it. */
export function readCorrected({ interview, conversation, evidence, question }: Reading): CustomerEvent | undefined {
  const { lead } = evidence;
  const plain = plainText(evidence.text, 200);
  const isShownBack = question?.id === 'confirm';
  // "It was the 20th, actually": what takes it back may stand behind.
  const isBehind = lead === '' && !question && evidence.takesBack;
  if ((lead === '' && !isShownBack && !isBehind) || plain.split(' ').length > maxWords || plain.includes('?'))
    return undefined;
  const rest = plain.slice(lead.length).trim();
  if (rest === '') return undefined;
  const afterLead = recognise(interview, rest, question?.fact && question.id);
  const { inferred, ranges } = statedIn(interview, conversation, afterLead);
  if (lead !== '' && inferred.length + ranges.length > 0) return correcting({ ...nothingStated, inferred, ranges });
  const { facts } = interview.policy.file;
  // "I bought it a year ago" repeats words of a question that it does not answer.
  const isOfTime = lead === '' || readDate(rest, interview).kind !== 'none';
  for (const fact of conversation.history.toReversed()) {
    const described = facts[fact];
    if (!described || (isOfTime && !isTime(interview, fact))) continue;
    if (afterLead.words > readingOf(described).maxWordsOfCorrection) continue;
    const reading = readAnew(interview, conversation, fact, afterLead);
    if (reading && (lead !== '' || !isElsewhen(conversation, reading))) return correcting(reading);
  }
  return lead === '' && isShownBack ? readAhead(interview, conversation, rest) : undefined;
}

/** "The Wednesday", said to a week that was shown back, is a day of that week. */
export function isElsewhen({ ranges }: Conversation, { inferred }: Statement): boolean {
  return inferred.some(({ fact, value }) =>
    ranges.some((range) => range.fact === fact && !isWithin(range, String(value))),
  );
}

function isWithin({ from, to }: Range, day: string): boolean {
  return from <= day && day <= to;
}

/** A day or a length that answers the question behind what is shown back. */
function readAhead(interview: Interview, conversation: Conversation, text: string): CustomerEvent | undefined {
  const next = statusOf(interview, conversation);
  if (next.kind !== 'open' || !isTime(interview, next.ask)) return undefined;
  const question = questionOf(interview, conversation, { id: next.ask, unclear: 0 });
  const reading = readReply(interview, question, text);
  const { fact } = question;
  const cues = fact ? readingOf(fact).cues(fact) : [];
  if (reading.type !== 'answer' || isOfOtherEvent(text, question.text, cues)) return undefined;
  const statement: Statement = { ...nothingStated, inferred: [{ ...reading.answer, source: 'inferred' }] };
  return isElsewhen(conversation, statement) ? undefined : { ...statement, type: 'statement' };
}

/** True if the answer of a fact is a day or a length of time. */
export function isTime({ policy }: Interview, fact: string): boolean {
  const described = policy.file.facts[fact];
  return described !== undefined && readingOf(described).isOfTime;
}

/** A new answer to the question of a fact that was answered already, if the message is one. */
function readAnew(
  interview: Interview,
  conversation: Conversation,
  fact: string,
  { text, statement }: Evidence,
): Statement | undefined {
  const known = knownAnswers(interview, conversation).find((one) => one.fact === fact);
  const reading = readReply(interview, questionOf(interview, conversation, { id: fact, unclear: 0 }), text);
  // "No scratch" takes one of those away that were named.
  const changed = Array.isArray(known?.value)
    ? listReply(interview, fact, known.value.map(String), statement)
    : undefined;
  const answer: Answer | undefined = reading.type === 'answer' ? reading.answer : changed;
  if (answer) {
    const isKnown = JSON.stringify(answer.value) === JSON.stringify(known?.value);
    return isKnown ? undefined : { ...nothingStated, inferred: [{ ...answer, source: 'inferred' }] };
  }
  if (reading.type !== 'unclear' || reading.problem.kind !== 'not-one-day') return undefined;
  const range = rangeOf(interview, fact, reading.problem);
  return range && { ...nothingStated, ranges: [{ ...range, source: 'inferred' }] };
}

/** The event of a statement that takes something back, to be shown back. */
export function correcting(statement: Statement): CustomerEvent {
  return { ...statement, type: 'statement', isCorrection: true, isUnsure: true };
}
