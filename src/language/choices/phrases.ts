import { wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { isNegation, stem, wordsOf } from '../text/words.ts';
import en from './en/phrases.json' with { type: 'json' };

/** One answer a question offers; `synonyms` are whole phrases that mean it too. */
export interface Choice {
  value: string;
  title: string;
  synonyms?: readonly string[];
}

/** One way to say a choice: its words in order, and the stems of those that tell it from small talk. */
export interface Phrase {
  value: string;
  words: string[];
  telling: string[];
}

const FILLERS = wordSet(en.fillers);
const TURNING = new Set([...wordSet(en.turning)].map(stem));

/** True if a word says nothing about which choice is meant. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || isNegation(word);
}

/** True if the stem of a word turns around what stands beside it: "stopped working". */
export function isTurning(telling: string): boolean {
  return TURNING.has(telling);
}

/** Every way the choices can be said: titles, values and synonyms. */
export function phrasesOf(choices: readonly Choice[]): Phrase[] {
  return choices.flatMap(({ value, title, synonyms = [] }) =>
    [title, ...clausesOf(title), value.replace(/([a-z])([A-Z])/g, '$1 $2'), ...synonyms].map((text) => {
      const words = wordsOf(plainText(text));
      return { value, words, telling: words.filter((word) => !isFiller(word)).map(stem) };
    }),
  );
}

// "The courier is here, nothing accepted yet": each half is said alone, and only one of them denies something.
function clausesOf(title: string): string[] {
  const clauses = title.split(/[,;:()]| [-–—] /).filter((clause) => /\S/.test(clause));
  return clauses.length > 1 ? clauses : [];
}
