import { wordSet } from '../../text/phrases.ts';
import en from '../en/asides/several.json' with { type: 'json' };
import { sentencesOf } from '../tokens/clauses.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Stretch } from './aside.ts';
import { isOtherOfTwo, isVerb } from './other-things.ts';

const COUNTS = wordSet(en.counts);
const THINGS = wordSet(en.things);
const PLURAL = wordSet(en.plural);
const OTHERS = wordSet(en.others);
const ONE_OF_MORE = new Set([...OTHERS, ...wordSet(en.ones)]);

/**
 * The sentences in which a message tells several items apart: "one is broken, the other one is fine". What they say is
 * said of one of them, and who knows which is meant.
 */
export function severalItems(tokens: readonly Token[]): Stretch[] {
  const ones = tokens.flatMap((_, at) => (isOne(tokens, at) ? [at] : []));
  const others = tokens.flatMap((_, at) => (isOtherOfTwo(tokens, at) || isAnother(tokens, at) ? [at] : []));
  const [first] = ones;
  const next = others.find((at) => at > (first ?? 0)) ?? ones[1];
  if (first === undefined || next === undefined) return [];
  const places = [first, next];
  return sentencesOf(tokens)
    .filter(([start, end]) => places.some((at) => at >= start && at < end))
    .map(([from, end]) => ({ from, end }));
}

/** True if a message wants something of several items that it only counts: "I want to return two items". */
export function isOfSeveral(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, at) => {
    if (!THINGS.has(word)) return false;
    const [before, last] = tokens.slice(Math.max(0, at - 2), at);
    return (
      COUNTS.has(last?.word ?? '') ||
      (COUNTS.has(before?.word ?? '') && /^(?:different|separate)$/.test(last?.word ?? ''))
    );
  });
}

// "I want to return another one", "I am sending the third back".
function isAnother(tokens: readonly Token[], at: number): boolean {
  const [word, next, third] = tokens.slice(at, at + 3);
  if (word?.word === 'another') return next?.word === 'one' && next.pause === 'none';
  if (word?.word !== 'the' || !next || next.pause !== 'none') return false;
  if (ONE_OF_MORE.has(next.word) && third?.word === 'one' && third.pause === 'none') return true;
  return OTHERS.has(next.word) && (third?.pause !== 'none' || third.word === 'back');
}

// "One is broken", "one of them works", "the first one came".
function isOne(tokens: readonly Token[], at: number): boolean {
  const [word, next, third, fourth] = tokens.slice(at, at + 4).map((token) => token.word);
  const before = tokens[at - 1];
  // "Two of my testers broke".
  if (COUNTS.has(word ?? '') && next === 'of')
    return PLURAL.has(third ?? '') && (isVerb(fourth ?? '') || isVerb(tokens[at + 4]?.word ?? ''));
  if (word === 'first' && before?.word === 'the') return isVerb(next ?? '') || (next === 'one' && isVerb(third ?? ''));
  if (
    word !== 'one' ||
    (before && /^(?:no|this|that|the|which|any|new|my|other|first|second|last|old|wrong|right)$/.test(before.word))
  )
    return false;
  if (tokens[at + 1]?.pause !== 'none') return false;
  return isVerb(next ?? '') || (next === 'of' && /^(?:them|these|those)$/.test(third ?? '') && isVerb(fourth ?? ''));
}
