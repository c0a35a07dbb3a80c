import { isTypoOf } from '../../text/words.ts';
import { type Meaning, meaningOfWord } from './meaning.ts';

export interface Verdict {
  says: 'yes' | 'no';
  /** The share of the question that the sentence takes up, from 0 to 1. */
  weight: number;
}

// Said of anything: sharing one of these says nothing.
const DEGREES = new Set(
  ['more', 'less', 'still', 'now', 'fully', 'completely', 'entirely', 'totally', 'full'].map(meaningOfWord),
);

/** The share of the asked words that are said, typing mistakes allowed. */
export function coverage(stated: Meaning, asked: Meaning): number {
  const weighed = [...asked].filter((word) => !DEGREES.has(word));
  return weighed.length === 0 ? 0 : weighed.filter((word) => isStated(word, stated)).length / weighed.length;
}

function isStated(word: string, stated: Meaning): boolean {
  return stated.has(word) || [...stated].some((written) => isTypoOf(written, word));
}

/**
 * The common verdict of sentences: those that disagree settle nothing, unless one clearly answers and the other tells
 * something else.
 */
export function agreedVerdict(verdicts: readonly Verdict[]): 'yes' | 'no' | undefined {
  const [nearest, ...others] = verdicts.toSorted((a, b) => b.weight - a.weight);
  if (nearest === undefined) return undefined;
  const rivals = others.filter(({ says }) => says !== nearest.says);
  return rivals.every(({ weight }) => weight < nearest.weight / 2) ? nearest.says : undefined;
}
