import { wordSet } from '../../text/phrases.ts';
import en from '../en/asides/counted-things.json' with { type: 'json' };
import type { Token } from '../tokens/tokens.ts';

const COUNTS = wordSet(en.counts);
const ONES = wordSet(en.ones);
const PAIRS = wordSet(en.pairs);
const WANTING = wordSet(en.wanting);
const NO_THINGS = wordSet(en.noThings);
/** The most words of a thing: "blue rain jackets". */
const MAX_WORDS = 3;

/** True if a message wants something of things of two kinds that it counts: "return 3 shirts and a pair of boxers". */
export function countsThings(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => {
    const first = isWanted(tokens, at) ? thingAt(tokens, at) : undefined;
    if (!first) return false;
    const and = tokens.findIndex(({ word }, i) => i > first.noun && /^(?:and|plus)$/.test(word));
    const between = tokens.slice(first.noun + 1, and);
    if (and < 0 || between.length >= MAX_WORDS || between.some(({ pause }) => pause !== 'none')) return false;
    const second = thingAt(tokens, and + 1);
    return second !== undefined && (first.isCounted || second.isCounted);
  });
}

/** True at the start of a message, or behind a word that wants, bought or sends something in the same sentence. */
function isWanted(tokens: readonly Token[], at: number): boolean {
  for (let before = at; before > 0; before -= 1) {
    if (tokens[before]?.pause === 'sentence') return false;
    if (WANTING.has(tokens[before - 1]?.word ?? '')) return true;
  }
  return at === 0;
}

/** A count and a thing: "3 shirts", "a pair of boxers", "a rain jacket"; its first noun, and if there are several. */
function thingAt(tokens: readonly Token[], at: number): { noun: number; isCounted: boolean } | undefined {
  const count = tokens[at]?.word ?? '';
  const isMany = COUNTS.has(count);
  if (!isMany && !ONES.has(count)) return undefined;
  const isPair = PAIRS.has(tokens[at + 1]?.word ?? '') && tokens[at + 2]?.word === 'of';
  const from = isPair ? at + 3 : at + 1;
  const nouns = tokens.slice(from, from + MAX_WORDS).filter(({ pause }) => pause === 'none');
  const noun = isMany ? nouns.findIndex(({ word }) => word.endsWith('s')) : 0;
  const words = nouns.slice(0, noun + 1).map(({ word }) => word);
  const isThing = words.length > 0 && words.every((word) => /^\p{L}{3,}$/u.test(word) && !NO_THINGS.has(word));
  return isThing ? { noun: from + noun, isCounted: isPair || isMany } : undefined;
}
