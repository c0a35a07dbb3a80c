import { readChoices } from '../../../../language/choices/multi-choice.ts';
import { dayOfMonth, daysMoved, monthNamed, yearNamed } from '../../../../language/corrections/days.ts';
import { knownWords, leftWords } from '../../../../language/coverage/coverage.ts';
import { readTimeOfDay } from '../../../../language/dates/times.ts';
import type { Statement } from '../../../../language/statement/statement.ts';
import { isNegation, wordsOf } from '../../../../language/text/words.ts';
import { explicitLead, verdict } from '../../../../language/yes-no/short-answers.ts';
import type { Interview } from '../../../../machines/interview.ts';
import type { Answer } from '../../../../machines/record/record.ts';
import { addDays, dayOf, instantAt, isInstant, isIsoDate } from '../../../../policy/calendar.ts';
import type { Question } from '../../../wording/questions.ts';
import { readReply } from '../../answers/direct-answers.ts';
import { isOfOtherEvent } from '../../answers/other-events.ts';
import { rangeOf } from '../../answers/ranges.ts';
import { readingOf } from '../../fact-types/fact-readings.ts';

/** Something that was shown back, with its question; without a value where only a range is known. */
export interface Shown {
  question: Question;
  value: Answer['value'] | undefined;
}

/** What a part of a message says to the question of something that was shown; `isRough`: likely, or only roughly. */
export type Told = { isRough?: boolean } & (
  | { fact: string; from: string; to: string }
  | { fact: string; value: Answer['value'] }
);

/** What a part of a message says to the question of something shown; undefined if nothing. */
export function toldIn(interview: Interview, shown: Shown, text: string): Told | undefined {
  const { question, value } = shown;
  const { id, fact } = question;
  if (!fact || fact.type === 'set') return undefined;
  const { isOfTime, cues } = readingOf(fact);
  if (isOfTime && isOfOtherEvent(text, question.text, cues(fact))) return undefined;
  if (typeof value === 'string' && isInstant(value)) {
    const time = timeAlone(text);
    if (time !== undefined) return { fact: id, value: atTime(interview, value, time) };
  }
  const day = typeof value === 'string' && isIsoDate(value) ? dayBeside(value, text) : undefined;
  if (day === undefined) return asReply(interview, question, text);
  const mayLieAhead = fact.type === 'date' && fact.future;
  return mayLieAhead || day <= interview.today ? { fact: id, value: day } : undefined;
}

/** The time of a part that names nothing else: "noon", "at 3 pm". */
function timeAlone(text: string): string | undefined {
  const timed = readTimeOfDay(text);
  return timed && !/[\p{L}\p{N}]/u.test(timed.rest.replace(/\b(?:it|was|at|the|about)\b/g, ''))
    ? timed.time
    : undefined;
}

/** Another time of the day that was shown. */
function atTime({ policy }: Interview, shown: string, time: string): string {
  const { timeZone } = policy.file;
  return instantAt(dayOf(shown, timeZone), time, timeZone);
}

/** A day that is told by the one shown: "the 24th" of its month, "three days later". */
function dayBeside(shown: string, text: string): string | undefined {
  const days = daysMoved(text);
  if (days !== undefined) return addDays(shown, days);
  const month = monthNamed(text);
  if (month !== undefined) return inMonth(shown, month);
  const year = yearNamed(text);
  if (year !== undefined) return inYear(shown, year);
  const day = dayOfMonth(text);
  const date = day === undefined ? '' : `${shown.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

/** The same day of another month, in the year that was shown. */
function inMonth(shown: string, month: number): string | undefined {
  const day = `${shown.slice(0, 5)}${String(month).padStart(2, '0')}${shown.slice(7)}`;
  return isIsoDate(day) ? day : undefined;
}

/** The same day of another year. */
function inYear(shown: string, year: number): string | undefined {
  const day = `${year}${shown.slice(4)}`;
  return isIsoDate(day) ? day : undefined;
}

function asReply(interview: Interview, question: Question, text: string): Told | undefined {
  const event = readReply(interview, question, text);
  if (event.type === 'answer') return event.answer;
  if (event.type === 'statement') return event.inferred[0] && { ...event.inferred[0], isRough: true };
  if (event.type !== 'unclear' || event.problem.kind !== 'not-one-day') return undefined;
  const range = rangeOf(interview, event.problem.fact ?? question.id, event.problem);
  return range && { ...range, isRough: true };
}

/** True if a part denies what was shown: "not received yet", "I did not change my mind". */
export function deniesShown(interview: Interview, shown: Shown, text: string): boolean {
  const words = wordsOf(text);
  if (!words.some(isNegation)) return false;
  const bare = words.filter((word) => !isNegation(word)).join(' ');
  return isSame(toldIn(interview, shown, bare), shown);
}

/** True if a part names something, rather than only saying that all is right or wrong: "outlet", but not "quite right". */
export function isNamed(text: string): boolean {
  return verdict(text) === undefined && explicitLead(text, true) === undefined && leftWords(text, []).length > 0;
}

/** True if a part names what was shown: as an answer would, or by a word of a question that was shown as a yes. */
export function namesShown(interview: Interview, shown: Shown, text: string): boolean {
  const { question, value } = shown;
  if (isSame(toldIn(interview, shown, text), shown)) return true;
  return value === true && leftWords(text, [], knownWords(question.text)).length === 0;
}

export function isSame(told: Told | undefined, { value }: Shown): boolean {
  return told !== undefined && 'value' in told && JSON.stringify(told.value) === JSON.stringify(value);
}

/** What a list that was shown becomes by the members that are named and denied; undefined if that changes nothing. */
export function listAnew(
  { question, value }: Shown,
  { right, wrong, isAdded }: { right: readonly string[]; wrong: readonly string[]; isAdded: boolean },
  { mentioned, denied }: Pick<Statement, 'mentioned' | 'denied'>,
): Told | undefined {
  const { id, choices } = question;
  if (!Array.isArray(value)) return undefined;
  const own = (list: readonly { fact: string; value: string }[]): string[] =>
    list.filter((one) => one.fact === id).map((one) => one.value);
  const membersIn = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => {
      const reading = readChoices(text, choices);
      return reading.kind === 'choices' && reading.certainty === undefined ? reading.values : [];
    });
  const not = [...own(denied), ...membersIn(wrong)];
  const named = [...own(mentioned), ...membersIn(right)].filter((one) => !not.includes(one));
  const isNone = named.length === 0 && right.some((text) => readChoices(text, choices).kind === 'none-of-them');
  if (named.length + not.length === 0 && !isNone) return undefined;
  const kept = isAdded || not.length > 0 ? value.map(String) : [];
  const all = isNone ? [] : [...named, ...kept.filter((one) => !not.includes(one))];
  const inOrder = choices.map((one) => one.value).filter((one) => all.includes(one));
  const told = { fact: id, value: inOrder };
  return isSame(told, { question, value }) ? undefined : told;
}
