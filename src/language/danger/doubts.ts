import en from './en/doubts.json' with { type: 'json' };
import { expressionOf } from './phrases.ts';
import type { Sentence } from './sentences.ts';

const supposing = expressionOf(en.supposing);
const possible = expressionOf(en.possible);
const exempt = expressionOf(en.exempt);
const asserting = expressionOf(en.asserting);
const asking = expressionOf(en.asking);

/**
 * True if what begins at a place of a sentence is no more than imagined, asked or hearsay: "could it catch fire?". Said
 * beside a question it is so: "is it dangerous that it smokes?", "should I worry, the battery is bulging?"
 */
export function isSupposed({ text, isAsked }: Sentence, at: number): boolean {
  const start = text.lastIndexOf(',', at - 1) + 1;
  const without = text.replace(exempt, (words) => '.'.repeat(words.length));
  if (standsIn(without, supposing, start, at)) return true;
  const [last] = [...text.slice(start, at).matchAll(asserting)].slice(-1);
  const asserted = last ? start + last.index + last[0].length : start;
  if (standsIn(without, possible, asserted, at)) return true;
  return isAsked && !last && text.slice(start, at).trim().search(asking) >= 0;
}

/** True if an expression begins between two places of a text, whatever follows there. */
function standsIn(text: string, expression: RegExp, start: number, end: number): boolean {
  return [...text.matchAll(expression)].some(({ index }) => index >= start && index < end);
}
