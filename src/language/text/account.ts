import en from './en/small-talk.json' with { type: 'json' };
import { wordSet } from './phrases.ts';
import { type PlacedWord, placedWords, type Span } from './placed-words.ts';
import { plainText } from './plain-text.ts';
import { isNegation } from './words.ts';

/** How far a reading reaches into a message. */
export interface Account {
  /** The characters that the reading rests on, as runs of words; small words beside them included. */
  spans: Span[];
  /** The words left over that carry meaning, as they were written, with single spaces; empty if there are none. */
  rest: string;
}

/** A part of a message between pauses, in plain words. */
export interface PlacedClause {
  text: string;
  words: PlacedWord[];
}

const SMALL_TALK = wordSet(en.smallTalk);
const JOINING = wordSet(en.joining);
const DETERMINERS = wordSet(en.determiners);
const AUXILIARIES = wordSet(en.auxiliaries);
const BEGINNING = wordSet(en.beginning);
const PAUSE = /[.,;:!?()\n]|\s[-\u2013\u2014]\s/;

/** True if a word carries no meaning of its own: articles, pronouns, auxiliaries, courtesy, interjections, smileys. */
export function isSmallTalk(word: string): boolean {
  return (SMALL_TALK.has(word) && !isNegation(word)) || PICTURE.test(word);
}

const PICTURE = /^\p{Extended_Pictographic}/u;

/** The account of a message in which `isRead` tells the words that a reading rests on. */
export function accountFor(text: string, isRead: (word: PlacedWord, at: number) => boolean): Account {
  const spans: Span[] = [];
  const left: string[] = [];
  let isJoined = false;
  for (const [at, word] of placedWords(text).entries()) {
    const last = spans.at(-1);
    const isCovered = isRead(word, at);
    if (!isCovered) left.push(text.slice(word.start, word.end));
    else if (last && isJoined) last.end = word.end;
    else spans.push({ start: word.start, end: word.end });
    isJoined = isCovered;
  }
  return { spans, rest: left.join(' ') };
}

/** The clauses of a message: its parts between pauses, and those that "but", "because" or "and it" begin. */
export function clausesOf(text: string): PlacedClause[] {
  const words = placedWords(text);
  const clauses: PlacedWord[][] = [];
  for (const [at, word] of words.entries()) {
    const isNew =
      at === 0 ||
      PAUSE.test(word.before) ||
      BEGINNING.has(word.word) ||
      (word.word === 'and' && startsSentence(words.slice(at + 1, at + 5)));
    if (isNew) clauses.push([word]);
    else clauses.at(-1)?.push(word);
  }
  return clauses.map((clause) => ({ text: textOf(text, clause), words: clause }));
}

// "And it leaks", "and the seal is torn"; "and the box" is still of the same clause.
function startsSentence([first, ...others]: readonly PlacedWord[]): boolean {
  if (first === undefined) return false;
  return JOINING.has(first.word) || (DETERMINERS.has(first.word) && others.some(({ word }) => AUXILIARIES.has(word)));
}

/** The plain text of some words of a message that stand together, from the first to the last. */
export function textOf(message: string, words: readonly PlacedWord[]): string {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? '' : plainText(message.slice(first.start, last.end));
}
