import { readDate } from '../../../language/dates/dates.ts';
import { plainText } from '../../../language/text/plain-text.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../../machines/events.ts';
import { type Interview, knownAnswers, statusOf } from '../../../machines/interview.ts';
import type { Answer, Conversation, Range } from '../../../machines/record/record.ts';
import { questionOf } from '../../wording/questions.ts';
import { readReply } from '../answers/direct-answers.ts';
import { isOfOtherEvent } from '../answers/other-events.ts';
import { readingOf } from '../fact-types/fact-readings.ts';
import { readFree } from './free-message.ts';

/** "No wait,", "sorry, I meant": what comes after it replaces what was said before. The "no" of "no scratch" stays. */
const lead =
  /^(?:(?:no|nope)(?:[,.!;:-]+ ?| (?=(?:wait|sorry|actually|hold on|oops|i (?:mean|meant)|it (?:was|is)|it's)\b))|(?:not quite|wait|hold on|stop|oops|sorry|actually|oh|ah|hm+|um|well|but|correction|scratch that|my mistake|rather|i (?:mean|meant)(?: to (?:say|write|type))?)(?:[ ,.!:;-]+|$)){1,6}/;
const maxLeadLength = 80;
/** A longer message tells a story, and is read as one. */
const maxWords = 12;

/** Reads a short message that replaces an earlier answer ("no wait, it was May"); the customer confirms it. */
export function readCorrected(
  interview: Interview,
  conversation: Conversation,
  text: string,
): CustomerEvent | undefined {
  const plain = plainText(text, 200);
  const found = lead.exec(plain.slice(0, maxLeadLength))?.[0] ?? '';
  const isShownBack = conversation.open?.id === 'confirm';
  if ((found === '' && !isShownBack) || plain.split(' ').length > maxWords || plain.includes('?')) return undefined;
  const rest = plain.slice(found.length).trim();
  if (rest === '') return undefined;
  const { statement } = readFree(interview, conversation, rest);
  const { inferred, ranges } = statement;
  if (found !== '' && inferred.length + ranges.length > 0) return correcting({ ...nothingStated, inferred, ranges });
  const { facts } = interview.policy.file;
  // "I bought it a year ago" repeats words of a question that it does not answer.
  const isOfTime = found === '' || readDate(rest, interview).kind !== 'none';
  for (const fact of conversation.history.toReversed()) {
    const described = facts[fact];
    if (!described || (isOfTime && !isTime(interview, fact))) continue;
    if (rest.split(' ').length > readingOf(described).maxWordsOfCorrection) continue;
    const reading = readAnew(interview, conversation, fact, rest);
    if (reading && (found !== '' || !isElsewhen(conversation, reading))) return correcting(reading);
  }
  return found === '' ? readAhead(interview, conversation, rest) : undefined;
}

/** "The Wednesday", said to a week that was shown back, is a day of that week. */
function isElsewhen({ ranges }: Conversation, { inferred }: Statement): boolean {
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
  const open = { id: next.ask, unclear: 0 };
  const question = questionOf(interview, { ...conversation, open }, open);
  const reading = readReply(interview, question, text);
  const { fact } = question;
  const cues = fact ? readingOf(fact).cues(fact) : [];
  if (reading.type !== 'answer' || isOfOtherEvent(text, question.text, cues)) return undefined;
  const statement: Statement = { ...nothingStated, inferred: [{ ...reading.answer, source: 'inferred' }] };
  return isElsewhen(conversation, statement) ? undefined : { ...statement, type: 'statement' };
}

function isTime({ policy }: Interview, fact: string): boolean {
  const described = policy.file.facts[fact];
  return described !== undefined && readingOf(described).isOfTime;
}

/** A new answer to the question of a fact that was answered already, if the message is one. */
function readAnew(interview: Interview, conversation: Conversation, fact: string, text: string): Statement | undefined {
  const known = knownAnswers(interview, conversation).find((one) => one.fact === fact);
  const open = { id: fact, unclear: 0 };
  const answer = answerTo(interview, { ...conversation, open }, text, known);
  if (answer) {
    const isKnown = JSON.stringify(answer.value) === JSON.stringify(known?.value);
    return isKnown ? undefined : { ...nothingStated, inferred: [{ ...answer, source: 'inferred' }] };
  }
  const reading = readReply(interview, questionOf(interview, conversation, open), text);
  if (reading.type !== 'unclear' || reading.problem.kind !== 'not-one-day') return undefined;
  const { from, to } = reading.problem;
  const until = to > interview.today ? interview.today : to;
  return { ...nothingStated, ranges: [{ fact, from, to: until, source: 'inferred' }] };
}

function answerTo(
  interview: Interview,
  conversation: Conversation & { open: { id: string; unclear: number } },
  text: string,
  known: Answer | undefined,
): Answer | undefined {
  const { open } = conversation;
  const reading = readReply(interview, questionOf(interview, conversation, open), text);
  if (reading.type === 'answer') return reading.answer;
  if (!Array.isArray(known?.value)) return undefined;
  // "No scratch" takes one of those away that were named.
  const mentioned = { ...conversation.mentioned, [open.id]: known.value.map(String) };
  const { statement } = readFree(interview, { ...conversation, mentioned }, text);
  return statement.inferred.find(({ fact }) => fact === open.id);
}

function correcting(statement: Statement): CustomerEvent {
  return { ...statement, type: 'statement', isCorrection: true, isUnsure: true };
}
