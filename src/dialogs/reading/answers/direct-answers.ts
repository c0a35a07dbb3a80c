import { readChoice } from '../../../language/choices/choices.ts';
import { isJoined, namesMore, withoutCounts } from '../../../language/choices/more-than-one.ts';
import { readChoices } from '../../../language/choices/multi-choice.ts';
import { isDontKnow } from '../../../language/commands/dont-know.ts';
import { questionsIn } from '../../../language/policy-questions/question-form.ts';
import { readYesNo } from '../../../language/yes-no/yes-no.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { DetailId } from '../../../machines/record/record.ts';
import { UNKNOWN } from '../../../policy/engine/diagram/variables.ts';
import { parseValue } from '../../../policy/fact-types/fact-types.ts';
import type { Question } from '../../wording/questions.ts';
import { readingOf } from '../fact-types/fact-readings.ts';
import { answered, unclear } from './answer-events.ts';
import { isDetail, readDetail } from './details.ts';
import { readHour } from './hour.ts';
import { readPieces } from './pieces.ts';

/** Reads what a card submits for the question. */
export function readSubmitted(
  interview: Interview,
  question: Question,
  given: string | number | boolean | string[],
): CustomerEvent {
  const { fact, id } = question;
  if (fact) {
    const value = typeof given === 'string' ? readingOf(fact).submitted(fact, given) : given;
    if (value !== undefined && parseValue(fact, value)) return answered(id, value);
  }
  return readReply(interview, question, Array.isArray(given) ? given.join(', ') : String(given));
}

/** Reads a reply as an answer to the question, and to nothing else. */
export function readReply(interview: Interview, question: Question, text: string): CustomerEvent {
  if (question.id === 'changeWhich') {
    const reading = readChoice(text, question.choices);
    return reading.kind === 'choice' ? { type: 'change', fact: reading.value } : unclear;
  }
  if (question.id === 'choose') return readOption(question, text);
  if (question.id === 'offerHuman' || question.id === 'confirm' || question.id === 'eraseData')
    return readAgreement(question, text);
  if (question.hourOf !== undefined) return readHour(interview, { fact: question.id, day: question.hourOf }, text);
  if (isDetail(question.id)) return readDetailReply(question, question.id, text);
  const { fact } = question;
  const answer = fact ? readingOf(fact).read({ interview, question, fact, text }) : unclear;
  if (answer.type === 'unclear' && isDontKnow(text)) {
    return question.allowsUnknown
      ? answered(question.id, UNKNOWN)
      : { type: 'unclear', problem: { kind: 'cannot-be-unknown' } };
  }
  return answer;
}

/** "What does the credit mean?" names an option, and takes none; neither does what may only be about one. */
function readOption({ choices }: Question, text: string): CustomerEvent {
  const reading = readChoice(text, choices);
  const isSure = reading.kind === 'choice' && reading.certainty === undefined && questionsIn(text).length === 0;
  return isSure ? { type: 'choose', option: reading.value } : unclear;
}

function readDetailReply(question: Question, id: DetailId, text: string): CustomerEvent {
  if (id === 'pieces') return readPieces(text, question.most ?? 1);
  if (id !== 'item') {
    const reply = readDetail(id, text);
    if (reply.kind === 'several') return { type: 'ambiguous', candidates: reply.numbers };
    return reply.kind === 'details' ? { type: 'detail', details: reply.details } : unclear;
  }
  const named = withoutCounts(text);
  if (isOfSeveral(question, named)) return { type: 'digress', about: { kind: 'several-items' } };
  const reading = readChoice(named, question.choices);
  if (reading.kind === 'choice') return { type: 'detail', details: { item: reading.value } };
  return isDontKnow(text) ? { type: 'detail', details: { item: null } } : unclear;
}

/** "The desk and the chair", "both", "2 coats and the boots": of the items of an order one is decided at a time. */
function isOfSeveral({ choices }: Question, text: string): boolean {
  if (namesMore(text)) return true;
  const reading = readChoices(text, choices);
  if (reading.kind === 'choices') return reading.values.length > 1 && reading.certainty === undefined;
  return readChoice(text, choices).kind === 'ambiguous' && isJoined(text);
}

function readAgreement({ id, text: asked }: Question, text: string): CustomerEvent {
  // What was shown back is right as a whole, or not: "yes, but …" does not agree.
  const reading = readYesNo(text, id === 'confirm' ? 'Is all of that right?' : asked);
  // "Wait, yes" to what is shown back may answer what was asked before.
  if (id === 'confirm' && reading === 'yes' && hesitating.test(text)) return unclear;
  return reading === 'yes' || reading === 'no' ? { type: reading } : unclear;
}

const hesitating = /\b(?:wait|actually|sorry|hold on|oops|i meant?)\b/i;
