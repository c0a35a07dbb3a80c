import { knownWords, leftWords } from '../../../language/coverage/coverage.ts';
import type { Question } from '../../wording/questions.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { readingOf } from '../fact-types/fact-readings.ts';

/** So many words beside a day may colour it without changing it: "I brought it home on Sunday". */
const maxColouring = 2;

/**
 * True if nothing in a reply may make its day another: every word that carries meaning belongs to a day and its event,
 * to something that is stated, or to the question.
 */
export function isDayAccountedFor({ text, days, statement }: Evidence, { text: asked, fact }: Question): boolean {
  const spans = [...days.flatMap(({ places }) => places), ...statement.stated, ...statement.detailSpans];
  const cues = fact ? readingOf(fact).cues(fact) : [];
  const left = leftWords(text, spans, knownWords(`${asked} ${cues.join(' ')}`));
  // The figures beside a day are its time of day, where that is asked.
  const isTime = (kind: string): boolean => kind === 'number' && fact?.type === 'instant';
  return left.every(({ kind }) => kind === 'content' || isTime(kind)) && left.length <= maxColouring;
}
