import { wordSet } from '../../text/phrases.ts';
import en from '../en/asides/beliefs.json' with { type: 'json' };
import { thoughtEnd } from '../tokens/clauses.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Stretch } from './aside.ts';

const THOUGHT = wordSet(en.thought);
const FELT = wordSet(en.felt);
/** "I thought about it", "feared for": no thought follows. */
const NO_THOUGHT = wordSet(en.noThought);
const WAS = new Set(['was', 'were']);

/** What was once thought, if the word for it stands at a place: "I thought it was broken", "I was afraid it had died". */
export function belief(tokens: readonly Token[], at: number, end: number): Stretch | undefined {
  const { word = '' } = tokens[at] ?? {};
  const next = tokens[at + 1];
  const isFelt = FELT.has(word) && [1, 2].some((back) => WAS.has(tokens[at - back]?.word ?? ''));
  if (!(THOUGHT.has(word) || isFelt) || !next || at + 1 >= end) return undefined;
  if (next.pause !== 'none' || NO_THOUGHT.has(next.word)) return undefined;
  return { from: at + 1, end: thoughtEnd(tokens, at + 1, end) };
}
