import en from './en/doubts.json' with { type: 'json' };
import { expressionOf, textBefore } from './phrases.ts';
import type { Sentence } from './sentences.ts';

const supposing = expressionOf(en.supposing);
const possible = expressionOf(en.possible);
const exempt = expressionOf(en.exempt);
const asserting = expressionOf(en.asserting);
const asking = expressionOf(en.asking);

/** How far before something a doubt about it can stand, and how far on its words can go, in characters. */
const BEFORE = 160;
const AFTER = 60;

/**
 * True if what begins at a place of a sentence is no more than imagined, asked or hearsay: "could it catch fire?". Said
 * beside a question it is so: "is it dangerous that it smokes?", "should I worry, the battery is bulging?"
 */
export function isSupposed({ text, isAsked }: Sentence, at: number): boolean {
  const before = textBefore(text, at, BEFORE);
  const words = before.slice(before.lastIndexOf(',') + 1);
  const clause = `${words}${text.slice(at, at + AFTER)}`.replace(exempt, (exempted) => '.'.repeat(exempted.length));
  if (beginsWithin(clause, supposing, 0, words.length)) return true;
  const [last] = [...words.matchAll(asserting)].slice(-1);
  const asserted = last ? last.index + last[0].length : 0;
  if (beginsWithin(clause, possible, asserted, words.length)) return true;
  return isAsked && !last && words.trim().search(asking) >= 0;
}

/** True if an expression begins between two places of a text, whatever follows there. */
function beginsWithin(text: string, expression: RegExp, start: number, end: number): boolean {
  return [...text.matchAll(expression)].some(({ index }) => index >= start && index < end);
}
