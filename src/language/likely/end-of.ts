import { wordsOf } from '../text/words.ts';

/** What turns around what was said before it: a "but", or a new start after a pause. */
const TURN = /[,;.!?] ?(?:but |and )?| but /i;
const FEWEST_WORDS = 3;

/** The last clause of a message of several; undefined of one alone, or where it says too little by itself. */
export function endOf(text: string): string | undefined {
  const clauses = text
    .trim()
    .replace(/[.!?]+$/, '')
    .split(TURN);
  const last = clauses.at(-1) ?? '';
  return clauses.length > 1 && wordsOf(last).length >= FEWEST_WORDS ? last : undefined;
}
