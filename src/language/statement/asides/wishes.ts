import { anyOf, wordSet } from '../../text/phrases.ts';
import en from '../en/asides/wishes.json' with { type: 'json' };
import { thoughtEnd, wordsFrom } from '../tokens/clauses.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Stretch } from './aside.ts';

const REQUESTS = wordSet(en.requests);
/** What may stand before "do not cancel" for that to be a request. */
const LEADS = wordSet(en.leads);
const DENIED = new RegExp(`^${anyOf(en.denied)}$`);
const BETWEEN = wordSet(en.between);
const DETERMINER = wordSet(en.determiner);
/** "I asked you not to activate it" tells what was wished for, and not what was done. */
const ASKED_NOT_TO = new RegExp(`^${anyOf(en.askedNotTo)}(?= |$)`);
const MAX_ASKED = 6;
/** The most words of a denied wish before what is wished for. */
const LONGEST = 8;

/** What is not wished for, if the words for it begin at a place: "do not cancel it", "I don't want to send it back". */
export function deniedWish(tokens: readonly Token[], at: number, end: number): Stretch | undefined {
  const isAsked = ASKED_NOT_TO.test(wordsFrom(tokens, at, MAX_ASKED));
  if (isAsked) return { from: at, end: thoughtEnd(tokens, at, end) };
  const request = requestAfter(tokens, at, end);
  return request === undefined ? undefined : { from: at, end: objectEnd(tokens, request + 1, end) };
}

function requestAfter(tokens: readonly Token[], at: number, end: number): number | undefined {
  const limit = Math.min(end, at + LONGEST);
  for (let next = at + 1; next < limit; next += 1) {
    if (tokens[next]?.pause !== 'none') return undefined;
    if (REQUESTS.has(tokens[next]?.word ?? '')) return isDenied(tokens, at, next) ? next : undefined;
  }
  return undefined;
}

function isDenied(tokens: readonly Token[], at: number, request: number): boolean {
  const words = tokens.slice(at, request).map(({ word }) => word);
  while (words.length > 0 && BETWEEN.has(words.at(-1) ?? '')) words.pop();
  const before = words.join(' ');
  if (before === 'do not') return tokens[at]?.pause !== 'none' || LEADS.has(tokens[at - 1]?.word ?? '');
  return DENIED.test(before);
}

/** The end of "it", "my order", "it back" after a request. */
function objectEnd(tokens: readonly Token[], from: number, end: number): number {
  const [first, second] = tokens.slice(from, from + 2);
  if (from >= end || !first || first.pause !== 'none') return from;
  if (/^(?:it|this|them|that|these|anything|back)$/.test(first.word))
    return second?.word === 'back' ? from + 2 : from + 1;
  return DETERMINER.has(first.word) && second?.pause === 'none' ? from + 2 : from;
}
