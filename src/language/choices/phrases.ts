import { plainText } from '../text/plain-text.ts';
import { isNegation, stem, wordsOf } from '../text/words.ts';

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

const FILLERS = new Set(
  "a an the it its it's this that these those i i'm i've my me we our you your is are was were be been am do does did has have had to of in on at by for from with as and or but so very just please thanks thank think guess one option yes yet still already think would like want get got there they them he she been being if than then too also some any all something anything thing things".split(
    ' ',
  ),
);

/** Whether a word says nothing about which choice is meant. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || isNegation(word);
}

/** Every way the choices can be said: titles, values and synonyms. */
export function phrasesOf(choices: readonly Choice[]): Phrase[] {
  return choices.flatMap(({ value, title, synonyms = [] }) =>
    [title, ...clausesOf(title), value.replace(/([a-z])([A-Z])/g, '$1 $2'), ...synonyms].map((said) => {
      const words = wordsOf(plainText(said));
      return { value, words, telling: words.filter((word) => !isFiller(word)).map(stem) };
    }),
  );
}

// "The courier is here, nothing accepted yet": each half is said alone, and only one of them denies something.
function clausesOf(title: string): string[] {
  const clauses = title.split(/[,;:()]| [-–—] /).filter((clause) => /\S/.test(clause));
  return clauses.length > 1 ? clauses : [];
}
