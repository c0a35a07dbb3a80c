import { isWhole, readReply } from '../../../language/yes-no/reply.ts';
import type { CustomerEvent, Statement } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { isInstant, isIsoDate } from '../../../policy/calendar.ts';
import { unclear } from '../answers/answer-events.ts';
import { isUnsure } from '../answers/confidence.ts';
import { isEmpty } from '../evidence/stated.ts';
import type { Reading } from './reading.ts';

/** An answer in more words than this was told, not given; it is confirmed. */
const plainAnswerWords = 8;

/** Signs of more than one thing said: what is meant of one may seem said of the other. */
const clauses = /[,;:.!?\n]\s*\p{L}|\b(?:and|but|or)\b/u;

/** The event of a statement with some parts replaced. */
export function stating(statement: Statement, more: Partial<Statement>): CustomerEvent {
  return { type: 'statement', ...statement, ...more };
}

/** The other statements of a message, if there are any. */
export function withoutOwn(statement: Statement, own: string | undefined): CustomerEvent | undefined {
  const rest = {
    ...statement,
    inferred: statement.inferred.filter(({ fact }) => fact !== own),
    ranges: statement.ranges.filter(({ fact }) => fact !== own),
  };
  return isEmpty(rest) ? undefined : stating(rest, {});
}

/** True if the message, read as a reply to the open question and nothing else, answers with another value. */
export function answersOtherwise({ direct }: Reading, { value }: { value?: unknown }): boolean {
  const given = direct.type === 'answer' ? direct.answer : direct.type === 'statement' ? direct.inferred[0] : undefined;
  return given !== undefined && JSON.stringify(given.value) !== JSON.stringify(value);
}

/** An answer that was read in doubt gives way to a reading of the whole message, and to what that is about. */
export function readDoubtful(
  { statement: whole, question, digression, evidence }: Reading,
  direct: Statement,
): CustomerEvent {
  // "All of it works apart from the display": a yes or no is read by what was asked.
  const isOverruled = ({ fact, value }: Answer): boolean =>
    direct.inferred.some(
      (one) => one.fact === fact && ((typeof value === 'boolean' && one.value === !value) || isFullerList(one, value)),
    );
  const inferred = whole.inferred
    .filter((one) => !isOverruled(one))
    .map((one) => direct.inferred.find((other) => isTimeOf(other, one)) ?? one);
  const statement = { ...whole, inferred };
  const own = statement.inferred.some(({ fact }) => fact === question?.id);
  const stated = new Set(statement.inferred.map(({ fact }) => fact));
  const fresh = direct.inferred.filter(({ fact }) => !stated.has(fact));
  if (fresh.length === 0) return stating(statement, evidence.isUnsettled ? { isUnsure: true } : {});
  const isChoice = fresh.every(({ value }) => isChoiceValue(value));
  if (!own && digression && direct.isUnsure && isChoice && isEmpty(statement)) return digression;
  if (isChoice && namesMembers(statement)) return stating(statement, {});
  // What only its words say, and the message as a whole does not, is asked back at once.
  const isUnsure = direct.isUnsure || statement.isUnsure || isChoice;
  return stating(statement, { inferred: [...fresh, ...statement.inferred], ...(isUnsure && { isUnsure }) });
}

/** "All of them but the labels": a list of which every part was read says more than the members that are named. */
function isFullerList({ value }: Answer, other: Answer['value']): boolean {
  return Array.isArray(value) && Array.isArray(other) && other.length > 0 && value.length > other.length;
}

/** True if an answer says the time of day of what another says without one. */
function isTimeOf(timed: Answer, day: Answer): boolean {
  return timed.fact === day.fact && isIsoDate(String(day.value)) && isInstant(String(timed.value));
}

/** An answer to the question of a fact, among whatever else a message says. */
export function readAnswerAmongMore(reading: Reading): CustomerEvent | undefined {
  const { interview, conversation, evidence, direct, statement } = reading;
  if (direct.type !== 'answer') return undefined;
  const { answer } = direct;
  const { text } = evidence;
  const own = statement.inferred.find(({ fact }) => fact === answer.fact);
  const isPassedOver = !own && isChoiceValue(answer.value) && namesMembers(statement);
  if (!isPassedOver && isUnsure(interview, conversation, { answer, text, isBorneOut: own !== undefined })) {
    const others = statement.inferred.filter(({ fact }) => fact !== answer.fact);
    const inferred: Answer = own ?? { ...answer, source: 'inferred' };
    return stating(statement, { inferred: [inferred, ...others], isUnsure: true });
  }
  return withAnswer(reading, answer);
}

/** A direct answer beside what else was inferred; one that is read otherwise in the whole message is no answer. */
function withAnswer(reading: Reading, answer: Answer): CustomerEvent {
  const { statement, evidence } = reading;
  const own = statement.inferred.find(({ fact }) => fact === answer.fact);
  if (!own && isChoiceValue(answer.value) && namesMembers(statement)) return stating(statement, {});
  const others = statement.inferred.filter(({ fact }) => fact !== answer.fact);
  const isRead = !isChoiceValue(answer.value) && typeof answer.value !== 'boolean';
  if (own && !isRead && JSON.stringify(own.value) !== JSON.stringify(answer.value)) {
    if (others.length > 0) return stating(statement, { inferred: others });
    // The number and the address of "KX-2040 lena@example.com broken" are not lost by what may mean two things.
    return isEmpty({ ...statement, inferred: [] }) ? unclear : stating(statement, { isUnsure: true });
  }
  const isInPassing =
    (evidence.words > plainAnswerWords || clauses.test(evidence.text)) &&
    ((typeof answer.value === 'boolean' && !isWholeReply(reading)) || isChoiceValue(answer.value));
  // The answer itself may name what was also read from it.
  const { [answer.fact]: _, ...mentioned } = statement.mentioned;
  const ranges = statement.ranges.filter(({ fact }) => fact !== answer.fact);
  const rest = { ...statement, inferred: others, ranges, mentioned };
  if (isInPassing) return stating(rest, { inferred: [{ ...answer, source: 'inferred' }, ...others] });
  return isEmpty(rest) && !statement.about ? { type: 'answer', answer } : stating(rest, { answer });
}

/** True if every word of a yes or no says the same of what was asked: "yes, the screen is cracked". */
function isWholeReply({ evidence, question }: Reading): boolean {
  const reply = question && readReply(evidence.text, question.text);
  return reply !== undefined && isWhole(reply);
}

/** "The seal is broken" speaks of the seal, and not of what is asked. */
function namesMembers({ mentioned }: Statement): boolean {
  return Object.keys(mentioned).length > 0;
}

/** A list or a day in many words was read whole; a choice may have been quoted in passing. */
function isChoiceValue(value: unknown): boolean {
  return typeof value === 'string' && !/^\d{4}-/.test(value);
}
