import { anyOf } from '../text/phrases.ts';
import en from './en/other-times.json' with { type: 'json' };
import { kindOf } from './idioms.ts';

/** "I hope so": a wish of a fact, and no word of it. */
const WISH = new RegExp(
  `^(?:(?:well|yes|oh|haha?|lol)[ ,]+)?${anyOf(en.wishes)}(?:[ ,.!]+(?:lol|haha?|at least|for you|that it does|thanks))*$`,
);
const CONSIDERED = new RegExp(`\\b${anyOf(en.considered)}\\b`);
/** "I have bought from there before" tells of another time. */
const OTHER_TIMES = /\b(?:have|'ve)\b(?!.*\b(?:not|n't|never)\b).*\b(?:before|in the past|other times|many times)$/;
const HABIT = new RegExp(
  `\\b${anyOf(en.habits)} (?:i |we )?(?:always |usually )?(?:do|does|check|inspect|look|would|open)\\b|\\bi always do\\b`,
);
const ASKS_OF_THEN = /^(?:did|were|was|had)\b/;
const STILL_WORKS = /\b(?:does|is|do)\b.*\bstill\b/;
const WORKED_THEN = /\bworked\b(?!.*\b(?:again|since|so far|until now|today)\b)/;

/** True if an answer to a question of fact only wishes, weighs or tells of other times than the one asked about. */
export function isOfOtherTimes(answer: string, question: string): boolean {
  if (kindOf(question) !== 'fact') return false;
  if (WISH.test(answer) || CONSIDERED.test(answer) || OTHER_TIMES.test(answer)) return true;
  if (ASKS_OF_THEN.test(question)) return HABIT.test(answer);
  return STILL_WORKS.test(question) && WORKED_THEN.test(answer);
}
