import { anyOf, wordSet } from '../../text/phrases.ts';
import { asidesIn } from '../asides/asides.ts';
import { secondHand } from '../asides/hearsay.ts';
import { severalItems } from '../asides/several.ts';
import en from '../en/tokens/mood.json' with { type: 'json' };
import { clauseEnd, sentencesOf, wordsFrom } from './clauses.ts';
import { questionStart } from './question.ts';
import type { Token } from './tokens.ts';

/**
 * The mood of a word of a message: stated, softened, taken for granted though it stands in a question, or no fact at
 * all: asked for, a condition, or said of something else than the item.
 */
export type Mood = 'stated' | 'guessed' | 'presupposed' | 'asked' | 'supposed' | 'aside';

/** True if a word of this mood tells nothing of the item. */
export function isUnsaid(mood: Mood): boolean {
  return mood === 'supposed' || mood === 'asked' || mood === 'aside';
}

const SUPPOSING = wordSet(en.supposing);
const UNSURE = new Set('might maybe perhaps possibly unsure'.split(' '));
const GUESSING = wordSet(en.guessing);
const TO_COME = new Set('will going before until till once'.split(' '));
// "Before I noticed", "until it broke".
const PAST = /\b(?:\w{2,}ed|was|were|had|got|came|broke|saw|went|could|found|did)\b/;
const REASON_GIVEN = new Set('because since'.split(' '));
const STATING = new Set('it i we they my the this'.split(' '));
const OWN = new Set('my our this mine'.split(' '));
// "If possible", "if I'm honest", "if you need it": courtesy, not a condition.
const COURTESY = new RegExp(`^if ${anyOf(en.courtesy)}`);

/** "In case it breaks", "make sure the seal is intact", "I hope it is not broken". */
const CONDITION = new RegExp(`^${anyOf(en.condition)}\\b`);

/** "It was supposed to come on Friday": what was due is no guess. */
const DUE = new RegExp(`^${anyOf(en.due)}\\b`);

/** The mood of each word of a message. */
export function moodsOf(tokens: readonly Token[]): Mood[] {
  const moods: Mood[] = tokens.map(() => 'stated');
  for (const [start, end] of sentencesOf(tokens)) {
    suppose(tokens, moods, start, end);
    guess(tokens, moods, start, end);
    for (const aside of asidesIn(tokens, start, end)) mark(moods, aside.from, aside.end, 'aside');
    ask(tokens, moods, start, end);
  }
  for (const { from, end } of severalItems(tokens)) mark(moods, from, end, 'aside');
  return moods;
}

function mark(moods: Mood[], start: number, end: number, mood: Mood): void {
  for (let at = start; at < end; at += 1) if (moods[at] === 'stated' || moods[at] === 'guessed') moods[at] = mood;
}

function suppose(tokens: readonly Token[], moods: Mood[], start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const { word = '' } = tokens[at] ?? {};
    const isSupposing =
      SUPPOSING.has(word) ||
      CONDITION.test(wordsFrom(tokens, at, 5)) ||
      isUnsureAt(tokens, at) ||
      isFormer(tokens, at) ||
      isToCome(tokens, at);
    if (!isSupposing || (word === 'if' && COURTESY.test(wordsFrom(tokens, at, 4)))) continue;
    const isCondition = SUPPOSING.has(word) && at - start <= 1;
    // "If it breaks, the seal is gone": what follows from a condition is none the truer.
    const until = isCondition ? end : clauseEnd(tokens, at, end);
    mark(moods, at, until, 'supposed');
  }
}

function isUnsureAt(tokens: readonly Token[], at: number): boolean {
  const { word = '' } = tokens[at] ?? {};
  if (UNSURE.has(word)) return true;
  if (word === 'supposed') return !DUE.test(wordsFrom(tokens, at + 1, 3));
  if (word === 'thinks' || word === 'claims') return true;
  const next = tokens[at + 1]?.word;
  if (word === 'should' || word === 'would') return next === 'have' || next === 'be';
  return (word === 'may' || word === 'could') && (next === 'be' || next === 'have');
}

// "It used to work"; not "I'm used to it".
function isFormer(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.word === 'used' &&
    tokens[at + 1]?.word === 'to' &&
    !/^(?:am|get|got|be)$/.test(tokens[at - 1]?.word ?? '')
  );
}

// "Before it ships", "I will open it", "going to activate it"; "will not start" is how it is now.
function isToCome(tokens: readonly Token[], at: number): boolean {
  const { word = '' } = tokens[at] ?? {};
  if (!TO_COME.has(word)) return false;
  const next = tokens[at + 1]?.word ?? '';
  if (word === 'will') return next !== 'not';
  if (word === 'going') return next === 'to';
  // "Before you ask", "until now", "until 5 May".
  return /^(?:it|they|i|we|the|this|my)$/.test(next) && !PAST.test(wordsFrom(tokens, at + 2, 2));
}

function guess(tokens: readonly Token[], moods: Mood[], start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    if (GUESSING.has(tokens[at]?.word ?? '')) mark(moods, at, clauseEnd(tokens, at, end), 'guessed');
    const heard = secondHand(tokens, at, end);
    if (heard) mark(moods, heard.from, heard.end, 'guessed');
  }
}

function ask(tokens: readonly Token[], moods: Mood[], start: number, end: number): void {
  const from = questionStart(tokens, start, end);
  if (from === undefined) return;
  let mood: Mood = 'asked';
  // "Has my parcel arrived" asks for the very thing.
  const asksWhether = /^(?:is|are|was|were|has|have|does|did|do|am)$/.test(tokens[from]?.word ?? '');
  for (let at = from; at < end; at += 1) {
    const { word = '' } = tokens[at] ?? {};
    // "Can I return it, it is broken" and "… because it is broken" state why.
    const isStatement = tokens[at]?.pause === 'comma' && at > from && STATING.has(word);
    if (REASON_GIVEN.has(word) || word === 'but' || isStatement) mood = 'presupposed';
    // "How do I send back my broken scanner": owned, so it is there.
    const isOwn =
      !asksWhether && (OWN.has(word) || OWN.has(tokens[at - 1]?.word ?? '') || OWN.has(tokens[at - 2]?.word ?? ''));
    mark(moods, at, at + 1, isOwn ? 'presupposed' : mood);
  }
}
