import { readChoices } from '../../../../language/choices/multi-choice.ts';
import { dayOfMonth, daysMoved, monthNamed } from '../../../../language/corrections/days.ts';
import type { Statement } from '../../../../language/statement/statement.ts';
import { isNegation, wordsOf } from '../../../../language/text/words.ts';
import type { Interview } from '../../../../machines/interview.ts';
import type { Answer } from '../../../../machines/record/record.ts';
import { addDays, isIsoDate } from '../../../../policy/calendar.ts';
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
  const day = typeof value === 'string' && isIsoDate(value) ? dayBeside(value, text) : undefined;
  if (day === undefined) return asReply(interview, question, text);
  const mayLieAhead = fact.type === 'date' && fact.future;
  return mayLieAhead || day <= interview.today ? { fact: id, value: day } : undefined;
}

/** A day that is told by the one shown: "the 24th" of its month, "three days later". */
function dayBeside(shown: string, text: string): string | undefined {
  const days = daysMoved(text);
  if (days !== undefined) return addDays(shown, days);
  const month = monthNamed(text);
  if (month !== undefined) return inMonth(shown, month);
  const day = dayOfMonth(text);
  const date = day === undefined ? '' : `${shown.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

/** The same day of another month, in the year that was shown. */
function inMonth(shown: string, month: number): string | undefined {
  const day = `${shown.slice(0, 5)}${String(month).padStart(2, '0')}${shown.slice(7)}`;
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
