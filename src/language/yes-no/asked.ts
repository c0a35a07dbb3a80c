import { wordSet } from '../text/phrases.ts';
import { isTypoOf, wordsOf } from '../text/words.ts';
import en from './en/reach.json' with { type: 'json' };
import { type Clause, clauseAsked } from './statements/clauses.ts';
import { meaningOfWord } from './statements/meaning.ts';
import { isOnScale } from './statements/opposites.ts';

/** A question, with what is needed to tell which words of a reply belong to it. */
export interface Asked {
  question: string;
  clause: Clause;
  words: { word: string; meaning: string }[];
}

const ACCOMPANYING = wordSet(en.accompanying);
const OTHER_THINGS = wordSet(en.otherThings);
const RIGHT_THEN = /\b(?:right|just|immediately|straight)\b/;
const PROMPTLY = wordSet(en.promptly);

/** The question in its plain text, read once for all words of a reply. */
export function askedIn(question: string): Asked {
  const words = wordsOf(question).map((word) => ({ word, meaning: meaningOfWord(word) }));
  return { question, clause: clauseAsked(question), words };
}

/** True if a word says "at once", and that was asked: "on the spot" to "right when you received it". */
export function isPrompt(word: string, { question }: Asked): boolean {
  return PROMPTLY.has(word) && RIGHT_THEN.test(question);
}

/** True if a word repeats the question, in any part of it but the one that it sets aside. */
export function repeats(written: string, asked: Asked): boolean {
  const meaning = meaningOfWord(written);
  if (asked.clause.excluded?.has(meaning) === true) return false;
  if (isPrompt(written, asked)) return true;
  return asked.words.some((other) => other.meaning === meaning || isTypoOf(written, other.word));
}

/** True if a word may carry an agreeing statement: a contrary or kind of what was asked, or a word that goes with it. */
export function bears(written: string, asked: Asked): boolean {
  if (repeats(written, asked)) return true;
  const word = written.replace(/'s$/, '');
  if (OTHER_THINGS.has(word)) return false;
  const meaning = meaningOfWord(word);
  const { words, excluded } = asked.clause;
  if (ACCOMPANYING.has(word) || isOnScale(meaning, words) || excluded?.has(meaning) === true) return true;
  return words.has('discount') && /^\d+ ?%?$/.test(word);
}
