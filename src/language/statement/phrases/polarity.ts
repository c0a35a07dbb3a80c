import { wordSet } from '../../text/phrases.ts';
import en from '../en/phrases/polarity.json' with { type: 'json' };
import { isOnlyBeside } from '../named/beside.ts';
import { isAuxiliary, isFiller, isNegator } from '../tokens/function-words.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Hit } from './hits.ts';
import { isOfMessage } from './messages.ts';

/** A message affirms a phrase, or turns it around; `unsure` where that is not certain. */
export type Polarity = 'affirmed' | 'negated' | 'unsure';

const BOUNDARY = wordSet(en.boundary);
const CLAUSE_SUBJECT = wordSet(en.clauseSubject);
/** Words of thinking: what is denied of a thought need not be false: "I didn't notice that the seal was broken". */
const THOUGHT = wordSet(en.thought);
const NO_DENIAL = wordSet(en.noDenial);
/** The number of words that a negation reaches back, and the number that are not mere fillers. */
const REACH = 8;
const MAX_BETWEEN = 3;

/** The words that other phrases take, each with the end of its phrase. */
export type Taken = ReadonlyMap<number, number>;

/** The polarity of a phrase in a message, given the words that other phrases take. */
export function polarityOf(hit: Hit, tokens: readonly Token[], taken: Taken): Polarity {
  if (isOfMessage(hit, tokens) || namesThingBeside(hit, tokens)) return 'unsure';
  const before = negationBefore(hit, tokens, taken);
  const after = negationAfter(hit, tokens, taken);
  if (before === 'unsure' || after === 'unsure') return 'unsure';
  const turns = hit.turned + (before === 'negated' ? 1 : 0) + (after === 'negated' ? 1 : 0);
  if (turns > 1) return 'unsure';
  return turns === 1 ? 'negated' : 'affirmed';
}

// "Connected to my TV" says nothing of what the item is.
function namesThingBeside(hit: Hit, tokens: readonly Token[]): boolean {
  const isName = hit.senses.every((sense) => sense.kind === 'value' && typeof sense.value === 'string');
  return isName && isOnlyBeside(tokens, hit.words.at(-1) ?? 0);
}

function negationBefore(hit: Hit, tokens: readonly Token[], taken: Taken): Polarity {
  const first = hit.words[0] ?? 0;
  // That a yes is turned into a no must be beyond doubt.
  const maxBetween = hit.senses.some((sense) => sense.kind === 'value' && typeof sense.value === 'boolean')
    ? 0
    : MAX_BETWEEN;
  let between = 0;
  let isUnsure = false;
  let isAlternative = false;
  for (let at = first - 1; at >= 0 && at >= first - REACH; at -= 1) {
    const after = tokens[at + 1];
    if (after?.pause === 'sentence' || after?.pause === 'comma')
      return isListed(hit, tokens, at, taken) ? 'unsure' : 'affirmed';
    const { word = '' } = tokens[at] ?? {};
    // "Not yet received": there "yet" begins nothing.
    const isNotYet = word === 'yet' && isNegator(tokens[at - 1]?.word ?? '');
    if ((BOUNDARY.has(word) && !isNotYet) || isApart(tokens, at)) return 'affirmed';
    if (word === 'and' && CLAUSE_SUBJECT.has(after?.word ?? '')) return 'affirmed';
    if (word === 'and') isUnsure = true;
    // "Never dropped it or tinkered with it": the denial of the first is that of the next as well.
    if (word === 'or' || word === 'nor') isAlternative = true;
    if (word === 'instead' || word === 'rather') return 'unsure';
    // In "I have not received the scanner" there is a scanner all the same.
    if (isNegator(word) && isNamed(hit, tokens) && at < first - 2) return 'affirmed';
    if (isNegator(word))
      return verdict(tokens, at, isTaken(taken, at, first) && !isAlternative, between > maxBetween || isUnsure);
    if (THOUGHT.has(word)) isUnsure = true;
    if (!isFiller(word) && !isAuxiliary(word) && word !== 'or') between += 1;
  }
  return 'affirmed';
}

function verdict(tokens: readonly Token[], at: number, isTakenBefore: boolean, isUnsure: boolean): Polarity {
  if (isTakenBefore) return 'affirmed';
  const next = tokens[at + 1]?.word ?? '';
  if (NO_DENIAL.has(next)) return 'affirmed';
  // "No, it is broken" without its comma.
  if (tokens[at]?.word === 'no' && CLAUSE_SUBJECT.has(next)) return 'affirmed';
  // "A barely visible scratch" is one.
  const isSlight = /^(?:hardly|barely)$/.test(tokens[at]?.word ?? '');
  return isUnsure || isSlight ? 'unsure' : 'negated';
}

function isNamed(hit: Hit, tokens: readonly Token[]): boolean {
  const first = hit.words[0] ?? 0;
  // "The truck licence".
  const before = tokens.slice(Math.max(0, first - 2), first).map(({ word }) => word);
  return (
    before.some((word) => /^(?:the|my|this|our)$/.test(word)) &&
    hit.senses.every((sense) => sense.kind === 'value' && typeof sense.value === 'string')
  );
}

// "Perfect apart from a scratch", "no damage other than a scratch".
function isApart(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.word, tokens[at + 1]?.word];
  return (
    (word === 'apart' && next === 'from') ||
    (word === 'other' && next === 'than') ||
    (word === 'aside' && next === 'from')
  );
}

/** True if the phrase goes on a list that began with a negation: "no scratches, dents or stains". */
function isListed(hit: Hit, tokens: readonly Token[], end: number, taken: Taken): boolean {
  const first = hit.words[0] ?? 0;
  if (isNegator(tokens[first]?.word ?? '')) return false;
  const isBare = tokens
    .slice(end + 1, first)
    .every(({ word }) => isFiller(word) && !isAuxiliary(word) && !CLAUSE_SUBJECT.has(word));
  if (!isBare || tokens[end + 1]?.pause === 'sentence') return false;
  for (let at = end; at >= 0 && at >= end - 3; at -= 1) {
    if (isNegator(tokens[at]?.word ?? '') && !isTaken(taken, at, first))
      return hit.senses.some(({ kind }) => kind === 'member');
    if (tokens[at]?.pause !== 'none') return false;
  }
  return false;
}

/** "Scratches: none", "the marks are not visible". */
function negationAfter(hit: Hit, tokens: readonly Token[], taken: Taken): Polarity {
  const last = hit.words.at(-1) ?? 0;
  if (isTakenBack(tokens, last + 1) || isAboutReturn(tokens, last + 1)) return 'unsure';
  const next = tokens[last + 1];
  if (!next || next.pause === 'sentence') {
    const isAnswered = tokens[last]?.isAsked && next && /^(?:no|none|nope|never)$/.test(next.word);
    return isAnswered ? 'negated' : 'affirmed';
  }
  // "Defect: no sound" is one.
  const isAlone = tokens[last + 2]?.pause !== 'none';
  if (next.pause === 'colon' && isAlone && /^(?:no|none|nope|never)$/.test(next.word)) return 'negated';
  if (!hit.senses.some(({ kind }) => kind === 'member') || !isAuxiliary(next.word)) return 'affirmed';
  return tokens[last + 2]?.word === 'not' && !taken.has(last + 2) ? 'unsure' : 'affirmed';
}

// "It does not turn on, broken seal": the negation is used up by the phrase before.
function isTaken(taken: Taken, at: number, first: number): boolean {
  return (taken.get(at) ?? first) < first;
}

/** "They said it was on sale but it wasn't". */
function isTakenBack(tokens: readonly Token[], from: number): boolean {
  const at = tokens.slice(from, from + 2).findIndex(({ word }) => word === 'but') + from;
  const [but, , auxiliary, not, next] = tokens.slice(at, at + 5);
  if (but?.word !== 'but' || at < from || !isAuxiliary(auxiliary?.word ?? '') || not?.word !== 'not') return false;
  return next === undefined || next.pause !== 'none';
}

// "I changed my mind about returning it".
function isAboutReturn(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from, from + 4).map(({ word }) => word);
  return words[0] === 'about' && words.some((word) => /^(?:return|cancel|refund|send|complain)/.test(word));
}
