import { stemPattern, wordSet } from '../../text/phrases.ts';
import en from '../en/named/beside.json' with { type: 'json' };
import { isAuxiliary, isFiller, isNegator } from '../tokens/function-words.ts';
import type { Token } from '../tokens/tokens.ts';
import { headNouns, plainNouns } from './nouns.ts';

const HEADS = plainNouns();
const NOUNS = new Set([...headNouns(), ...wordSet(en.things)]);
/** What makes another thing of the noun before it: "phone case". */
const AFTER = wordSet(en.after);
/** What always stands before another thing, and what does after some words: "connected to", "a gift for". */
const ALWAYS_AFTER = wordSet(en.alwaysAfter);
const PREPOSITION = wordSet(en.preposition);
const BEFORE = stemPattern(en.before);
/** What a noun after "with" or "for" only belongs to. */
const THING = new Set([...NOUNS, ...wordSet(en.thing)]);
const PASSED = wordSet(en.passed);
const PROGRAMS = wordSet(en.programs);
const SAYING = wordSet(en.saying);
/** Nouns that are verbs as well, and what stands before those: "please phone me", "I watch TV". */
const ALSO_VERBS = wordSet(en.alsoVerbs);
const BEFORE_VERB = wordSet(en.beforeVerb);
/** "On the phone". */
const SPOKEN = wordSet(en.spoken);
const ARTICLES = wordSet(en.articles);
const FINDING = wordSet(en.finding);
/** The most words that describe a noun: "my brand new Japanese TV". */
const MAX_DESCRIBING = 4;

/**
 * True if the noun at a place is only beside the item: "plugged into my TV", "a case for the phone", "not detected by the
 * software", "the app says".
 */
export function isOnlyBeside(tokens: readonly Token[], at: number): boolean {
  if (!NOUNS.has(tokens[at]?.word ?? '')) return false;
  const next = tokens[at + 1];
  if (next?.pause === 'none' && (AFTER.has(next.word) || isHeadOfCompound(tokens, at))) return true;
  return isReporting(tokens, at) || isVerb(tokens, at) || isSpokenOver(tokens, at) || isAfterPreposition(tokens, at);
}

// "The compass watch", "a helmet cam": the last noun tells what it is.
function isHeadOfCompound(tokens: readonly Token[], at: number): boolean {
  const [next, after] = tokens.slice(at + 1, at + 3);
  return HEADS.has(next?.word ?? '') && !(after?.pause === 'none' && ALSO_VERBS.has(next?.word ?? ''));
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  return ALSO_VERBS.has(tokens[at]?.word ?? '') && BEFORE_VERB.has(tokens[at - 1]?.word ?? '');
}

function isSpokenOver(tokens: readonly Token[], at: number): boolean {
  const [before, the] = tokens.slice(Math.max(0, at - 2), at);
  return SPOKEN.has(tokens[at]?.word ?? '') && the?.word === 'the' && /^(?:on|over)$/.test(before?.word ?? '');
}

// "The app says", "the software does not find it": they tell of the item.
function isReporting(tokens: readonly Token[], at: number): boolean {
  const [program, next, not, verb] = tokens.slice(at, at + 4).map(({ word }) => word);
  if (!PROGRAMS.has(program ?? '') || tokens[at + 1]?.pause !== 'none') return false;
  return SAYING.has(next ?? '') || (isAuxiliary(next ?? '') && isNegator(not ?? '') && FINDING.has(verb ?? ''));
}

function isAfterPreposition(tokens: readonly Token[], at: number): boolean {
  let isAnnounced = false;
  for (let before = at - 1; before >= 0 && before >= at - 1 - MAX_DESCRIBING; before -= 1) {
    if (tokens[before + 1]?.pause !== 'none') return false;
    const { word = '' } = tokens[before] ?? {};
    if (ALWAYS_AFTER.has(word)) return true;
    if (PREPOSITION.has(word)) return isBesideAfter(tokens, before);
    // "Ordered on 16 November a reader": the article begins what the noun is.
    if (isAnnounced) return false;
    if (ARTICLES.has(word)) isAnnounced = true;
    if (isAuxiliary(word) || isNegator(word) || /^(?:of|and|i|it|we|they|you|this)$/.test(word)) return false;
  }
  return false;
}

// "A case for the phone", "a stick with the licence inside"; but "my order for the licence".
function isBesideAfter(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.word === 'order' && ARTICLES.has(tokens[at - 2]?.word ?? '')) return false;
  const isPartOfThing = /^(?:with|for)$/.test(tokens[at]?.word ?? '') && THING.has(before?.word ?? '');
  return (isPartOfThing && tokens[at]?.pause === 'none') || BEFORE.test(wordBefore(tokens, at));
}

function wordBefore(tokens: readonly Token[], at: number): string {
  for (let before = at - 1; before >= 0 && before >= at - 3; before -= 1) {
    if (tokens[before + 1]?.pause !== 'none') return '';
    const { word = '' } = tokens[before] ?? {};
    if (!PASSED.has(word) && !(isFiller(word) && word.endsWith('ly'))) return word;
  }
  return '';
}
