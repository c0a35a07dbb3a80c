import { knownWords, leftWords } from '../../../language/coverage/coverage.ts';
import { readTimeOfDay, timeWords } from '../../../language/dates/times.ts';
import { ordinalValue } from '../../../language/numbers/number-words.ts';
import type { Question } from '../../wording/questions.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { readingOf } from '../fact-types/fact-readings.ts';

/**
 * True if nothing in a reply may make its day another: every word that carries meaning belongs to a day and its event,
 * to something that is stated, or to the question.
 */
export function isDayAccountedFor({ text, days, statement }: Evidence, { text: asked, fact }: Question): boolean {
  const spans = [...days.flatMap(({ places }) => places), ...statement.stated, ...statement.detailSpans];
  const cues = fact ? readingOf(fact).cues(fact) : [];
  const left = leftWords(text, spans, knownWords(`${asked} ${cues.join(' ')}`));
  // "The second day of this year", of which only the year was read.
  const unread = leftWords(
    text,
    days.flatMap(({ places }) => places),
  );
  if (unread.some(({ word }) => isOrdinal(word))) return false;
  const hasTime = fact?.type === 'instant' && readTimeOfDay(text) !== undefined;
  return left.every(({ word, kind }) => hasTime && (kind === 'number' || timeWords.has(word)));
}

function isOrdinal(word: string): boolean {
  return (ordinalValue(word) ?? 0) > 1 || /^\d+(?:st|nd|rd|th)$/.test(word);
}

/** True if a word beside what a reply states may turn it around: "one year from the shop, none from the maker". */
export function isTurned({ text, days, statement }: Evidence, { text: asked }: Question): boolean {
  const spans = [...days.flatMap(({ places }) => places), ...statement.stated, ...statement.detailSpans];
  return leftWords(text, spans, knownWords(asked)).some(({ kind }) => kind === 'turn');
}
