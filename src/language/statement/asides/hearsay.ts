import { wordSet } from '../../text/phrases.ts';
import en from '../en/asides/hearsay.json' with { type: 'json' };
import { thoughtEnd } from '../tokens/clauses.ts';
import { isAuxiliary, isFiller } from '../tokens/function-words.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Stretch } from './aside.ts';

const VERBS = wordSet(en.verbs);
const CLAIMS = wordSet(en.claims);
const SOURCES = wordSet(en.sources);
/** Whose word on the item is likely right, and still not the customer's own. */
const JUDGES = wordSet(en.judges);
/** The most words between who says it and the word for saying. */
const REACH = 4;
const STATUSES = wordSet(en.statuses);
const TRACKERS = wordSet(en.trackers);
/** The most words between a tracker and the status it shows. */
const STATUS_REACH = 4;

/** What others say, if the word for saying it stands at a place: "the reviews say it dies after a week". */
export function hearsay(tokens: readonly Token[], at: number, end: number): Stretch | undefined {
  if (isAccordingTo(tokens, at)) return { from: at, end: thoughtEnd(tokens, at + 2, end) };
  if (isClaimedStatus(tokens, at)) return { from: at, end: at + 1 };
  // What somebody only claims of the item is not said by the customer, whoever it is.
  const source = sourceOf(tokens, at, SOURCES) ?? (isClaim(tokens, at) ? sourceOf(tokens, at, JUDGES) : undefined);
  return source === undefined ? undefined : { from: source, end: thoughtEnd(tokens, at, end) };
}

/** What is known from somebody who may well know: "the technician said the board is dead", "I was told". */
export function secondHand(tokens: readonly Token[], at: number, end: number): Stretch | undefined {
  const { word = '' } = tokens[at] ?? {};
  const wasTold = word === 'told' && /^(?:was|were|been|got)$/.test(tokens[at - 1]?.word ?? '');
  if (!wasTold && sourceOf(tokens, at, JUDGES) === undefined) return undefined;
  return { from: at + 1, end: thoughtEnd(tokens, at, end) };
}

/** What a status says of the delivery, which need not be so: "tracking says delivered", "marked as delivered". */
function isClaimedStatus(tokens: readonly Token[], at: number): boolean {
  if (!STATUSES.has(tokens[at]?.word ?? '')) return false;
  const before = tokens.slice(Math.max(0, at - STATUS_REACH), at);
  const isBroken = tokens.slice(at - before.length + 1, at + 1).some(({ pause }) => pause === 'sentence');
  return !isBroken && before.some(({ word }, place) => TRACKERS.has(word) || isItSays(before, place));
}

function isClaim(tokens: readonly Token[], at: number): boolean {
  return CLAIMS.has(tokens[at]?.word ?? '');
}

function isItSays(tokens: readonly Token[], at: number): boolean {
  return /^(?:it|they)$/.test(tokens[at]?.word ?? '') && VERBS.has(tokens[at + 1]?.word ?? '');
}

function isAccordingTo(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word !== 'according' || tokens[at + 1]?.word !== 'to') return false;
  return tokens.slice(at + 2, at + 5).some(({ word }) => SOURCES.has(word));
}

function sourceOf(tokens: readonly Token[], at: number, sources: ReadonlySet<string>): number | undefined {
  if (!VERBS.has(tokens[at]?.word ?? '')) return undefined;
  for (let before = at - 1; before >= 0 && before >= at - REACH; before -= 1) {
    if (tokens[before + 1]?.pause !== 'none') return undefined;
    const { word = '' } = tokens[before] ?? {};
    if (sources.has(word)) return before;
    if (!isFiller(word) && !isAuxiliary(word)) return undefined;
  }
  return undefined;
}
