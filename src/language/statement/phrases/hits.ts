import { wordSet } from '../../text/phrases.ts';
import en from '../en/phrases/hits.json' with { type: 'json' };
import { headNouns } from '../named/nouns.ts';
import { isAuxiliary, isFiller, isNegator } from '../tokens/function-words.ts';
import type { Token } from '../tokens/tokens.ts';
import type { PhraseNode } from './phrase-tree.ts';
import type { Sense } from './vocabulary.ts';

/** A phrase found in a message. */
export interface Hit {
  senses: Sense[];
  /** Its words, as places among the tokens. */
  words: number[];
  /** The number of times that the words passed over turn it around: "the seal is not broken". */
  turned: number;
}

const MAX_HITS = 250;
/** The most little words between two words of a phrase, and the most words that a `*` stands for. */
const MAX_PASSED = 3;
const WIDEST_GAP = 5;
/** The most words of `**`. */
const FURTHEST_CLAUSE = 9;

/** The phrases in a message, without those that a longer one leaves no room for. */
export function hitsIn(phrases: PhraseNode, tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length && hits.length < MAX_HITS; at += 1) {
    if (isRepeated(tokens, at)) continue;
    for (const node of nodesAt(phrases, tokens[at])) follow(node, { senses: [], words: [at], turned: 0 }, tokens, hits);
  }
  return longest(hits, tokens);
}

// "No no no liquid" begins somewhere; four times the same word is said by machines.
function isRepeated(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word;
  return [1, 2, 3].every((back) => tokens[at - back]?.word === word);
}

function nodesAt(node: PhraseNode, token: Token | undefined): PhraseNode[] {
  if (!token) return [];
  return token.keys.flatMap((key) => node.next.get(key) ?? []);
}

function follow(node: PhraseNode, hit: Hit, tokens: readonly Token[], hits: Hit[]): void {
  if (hits.length >= MAX_HITS) return;
  if (node.senses.length) hits.push({ ...hit, senses: node.senses });
  if (node.next.size) pass(node, hit, tokens, hits, MAX_PASSED, false);
  for (const gap of node.gaps) pass(gap, hit, tokens, hits, WIDEST_GAP, true);
  for (const gap of node.wideGaps) leap(gap, hit, tokens, hits);
}

const LATER = wordSet(en.later);

// "You sent me the white one, but I ordered black"; what happened later is another matter: "it came, and on the first
// hike it tore".
function leap(node: PhraseNode, hit: Hit, tokens: readonly Token[], hits: Hit[]): void {
  const last = hit.words.at(-1) ?? 0;
  for (let at = last + 1; at <= last + 1 + FURTHEST_CLAUSE; at += 1) {
    const token = tokens[at];
    if (!token || token.pause === 'sentence' || LATER.has(token.word)) return;
    for (const next of nodesAt(node, token)) follow(next, { ...hit, words: [...hit.words, at] }, tokens, hits);
  }
}

function pass(node: PhraseNode, hit: Hit, tokens: readonly Token[], hits: Hit[], reach: number, any: boolean): void {
  const last = hit.words.at(-1) ?? 0;
  let { turned } = hit;
  let furthest = last + reach + 1;
  for (let at = last + 1; at <= furthest; at += 1) {
    const token = tokens[at];
    if (!token || token.pause === 'sentence' || token.pause === 'comma') return;
    for (const next of nodesAt(node, token)) follow(next, { ...hit, words: [...hit.words, at], turned }, tokens, hits);
    if (isNegator(token.word)) turned += 1;
    else if (!any && !isFiller(token.word) && !isAuxiliary(token.word)) return;
    if (CONJUNCTION.test(token.word)) return;
    // "It arrived dirty and damaged", but not "it arrived and then it broke".
    if (token.word === 'and') furthest = Math.min(furthest, at + 1);
  }
}

const CONJUNCTION = /^(?:but|then|because|so|until|after|before)$/;

const NOUNS = headNouns();

function longest(hits: readonly Hit[], tokens: readonly Token[]): Hit[] {
  const at = new Map<number, Hit[]>();
  for (const hit of hits) for (const word of hit.words) at.set(word, [...(at.get(word) ?? []), hit]);
  return hits.filter((hit) => {
    const rivals = hit.words.flatMap((word) => at.get(word) ?? []);
    // "The helmet cam came": where it is leaves what it is.
    const isNoun = NOUNS.has(tokens[hit.words.at(-1) ?? 0]?.word ?? '');
    return !rivals.some(
      (other) => other.words.length > hit.words.length && (!isNoun || isOfSameFact(other, hit)) && takes(other, hit),
    );
  });
}

/**
 * True if a longer phrase takes words from a shorter one: always from another of its fact; all words of another fact's
 * if it is a choice and they are several ("in transit" of "damaged in transit"), or if it is a set: in "the seal is
 * broken" nothing else is. The one word "cable" of "wrong cable" says both. A cue may be part of any phrase.
 */
function takes(longer: Hit, shorter: Hit): boolean {
  // What only implies something neither hides what is stated nor is hidden by it.
  if (isImplied(longer) || (isImplied(shorter) && !isOfSameFact(longer, shorter))) return false;
  if (isOfSameFact(longer, shorter)) return true;
  const isOfSet = longer.senses.every(({ kind }) => kind === 'member');
  const isOfChoice = longer.senses.every((sense) => sense.kind === 'value' && typeof sense.value === 'string');
  return (
    (isOfSet || (isOfChoice && shorter.words.length > 1)) &&
    !isCue(shorter) &&
    shorter.words.every((word) => longer.words.includes(word))
  );
}

/** True if a phrase states nothing and only lets one conclude something. */
export function isImplied({ senses }: Hit): boolean {
  return senses.every((sense) => sense.kind === 'value' && sense.isImplied === true);
}

function isOfSameFact(one: Hit, other: Hit): boolean {
  return factsOf(one).some((fact) => factsOf(other).includes(fact));
}

function factsOf({ senses }: Hit): string[] {
  return senses.map(({ fact }) => fact);
}

function isCue({ senses }: Hit): boolean {
  return senses.some(({ kind }) => kind === 'cue');
}
