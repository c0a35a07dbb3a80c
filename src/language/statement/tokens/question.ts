import { wordSet } from '../../text/phrases.ts';
import en from '../en/tokens/question.json' with { type: 'json' };
import { isAuxiliary } from './function-words.ts';
import type { Token } from './tokens.ts';

const INTERROGATIVE = wordSet(en.interrogative);
const SUBJECT = wordSet(en.subject);
const ALWAYS_ASKS = new Set('who whom whose why which'.split(' '));
const RELATIVE = new Set('who whom whose which'.split(' '));
const OPENERS = wordSet(en.openers);
const AFTER_HOW = wordSet(en.afterHow);
const ASKED_OF_RULE = wordSet(en.askedOfRule);
const ASKED_OF_DEED = wordSet(en.askedOfDeed);
/** The most words of a question that only its end shows to be one. */
const MAX_SHOWN_BY_END = 9;

/**
 * The index of the token at which a question begins, between two indices of a sentence; `undefined` if it asks nothing.
 */
export function questionStart(tokens: readonly Token[], start: number, end: number): number | undefined {
  let isClauseStart = true;
  for (let at = start; at < end; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (at > start && (token.pause !== 'none' || OPENERS.has(token.word))) isClauseStart = true;
    if (isClauseStart ? asksAt(tokens, at) || asksByEnd(tokens, at, end) : invertsAt(tokens, at)) return at;
    if (!OPENERS.has(token.word)) isClauseStart = false;
  }
  return tokens[start]?.isAsked ? lastClause(tokens, start, end) : undefined;
}

function asksAt(tokens: readonly Token[], at: number): boolean {
  const [word = '', next = '', third = ''] = tokens.slice(at, at + 3).map((token) => token.word);
  if (INTERROGATIVE.has(word)) return SUBJECT.has(next) && (next !== 'not' || /^(?:i|you|we|it)$/.test(third));
  // "…, which does nothing" tells.
  if (RELATIVE.has(word) && tokens[at]?.pause === 'comma') return tokens[at]?.isAsked === true;
  if (ALWAYS_ASKS.has(word)) return true;
  if (word === 'what') return !/^(?:a|an)$/.test(next);
  if (word === 'how') return AFTER_HOW.has(next);
  if (word === 'when' || word === 'where') return isAuxiliary(next) && !/^(?:been|be)$/.test(next);
  return /^(?:any|anyone)$/.test(word);
}

// "Is wear and tear covered", "does removing the sticker matter", "can worn clothes be returned", without their marks.
function asksByEnd(tokens: readonly Token[], at: number, end: number): boolean {
  const words = tokens.slice(at, end).map(({ word }) => word);
  const [first = '', second, ...more] = words;
  const last = words.at(-1) ?? '';
  if (more.length === 0 || second === 'not' || words.length > MAX_SHOWN_BY_END) return false;
  if (/^(?:is|are|do|does)$/.test(first)) return ASKED_OF_RULE.has(last);
  return /^(?:can|could|will|would|should)$/.test(first) && words.at(-2) === 'be' && ASKED_OF_DEED.has(last);
}

// "… can I return it", within a clause; "and what do I do".
function invertsAt(tokens: readonly Token[], at: number): boolean {
  const [word = '', next = ''] = tokens.slice(at, at + 2).map((token) => token.word);
  if (/^(?:can|could|may|should|shall|would)$/.test(word))
    return /^(?:i|we|you)$/.test(next) && tokens[at - 1]?.word !== next;
  return word === 'what' && /^(?:do|can|should|now|happens|if)$/.test(next);
}

function lastClause(tokens: readonly Token[], start: number, end: number): number {
  for (let at = end - 1; at > start; at -= 1) if (tokens[at]?.pause === 'comma') return at;
  return start;
}
