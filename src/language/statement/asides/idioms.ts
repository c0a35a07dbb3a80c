import { anyOf } from '../../text/phrases.ts';
import en from '../en/asides/idioms.json' with { type: 'json' };
import { thoughtEnd } from '../tokens/clauses.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Stretch } from './aside.ts';

const IDIOM = new RegExp(`^${anyOf(en.idioms)}(?= |$)`);
/** The most words of an idiom. */
const LONGEST = 9;

/** How people feel, said in words that tell of broken things, if it begins at a place: "I'm burnt out", "a dead end". */
export function idiom(tokens: readonly Token[], at: number, end: number): Stretch | undefined {
  const words = tokens.slice(at, Math.min(at + LONGEST, thoughtEnd(tokens, at, end)));
  const found = IDIOM.exec(words.map(({ word }) => word).join(' '))?.[0];
  return found === undefined ? undefined : { from: at, end: at + found.split(' ').length };
}
