import { headNouns } from '../statement/named/nouns.ts';
import { plainText } from '../text/plain-text.ts';
import { isTypoOf, stem, wordsOf } from '../text/words.ts';
import { EMPTY, KINDS, SYNONYMS, withIdioms } from './synonyms.ts';

/** The concepts of a sentence: one word for each thing that it names, however it says it. */
export type Concepts = ReadonlySet<string>;

const maxQuestionWords = 40;
/** A shorter word is too near to too many others to be taken for one of them mistyped. */
const shortestMistyped = 6;

/** The names of what shops sell: which one it is tells nothing, unless the policy speaks of it. */
const PRODUCTS = headNouns();

/** The words of a sentence that tell what it is about; several that say one thing together are one. */
export function tellingWordsOf(text: string): string[] {
  return wordsOf(withIdioms(plainText(text)))
    .slice(0, maxQuestionWords)
    .map((word) => word.replace(/'s$/, ''))
    .filter((word) => !EMPTY.has(word) && !/^\d+$/.test(word));
}

/** The concepts that telling words name. */
export function conceptsOf(words: readonly string[]): Concepts {
  return withKinds(words.map((word) => SYNONYMS.get(word) ?? stem(word)));
}

/**
 * Tells what words are about as `conceptsOf` does, and puts right a mistyped one if just one of the `known` can be
 * meant.
 */
export function createConceptReader(known: readonly string[]): (words: readonly string[]) => Concepts {
  const concepts = new Map([...known.map((word) => [word, stem(word)] as const), ...SYNONYMS]);
  const stems = new Set(concepts.values());
  const longer = [...concepts.keys()].filter((word) => word.length >= shortestMistyped);
  const conceptOf = (word: string): string | undefined => {
    const exact = concepts.get(word);
    if (exact !== undefined || stems.has(stem(word))) return exact ?? stem(word);
    if (PRODUCTS.has(word)) return undefined;
    if (word.length < shortestMistyped) return stem(word);
    const meant = new Set(longer.filter((other) => isTypoOf(word, other)).map((other) => concepts.get(other)));
    return (meant.size === 1 ? [...meant][0] : undefined) ?? stem(word);
  };
  return (words) => withKinds(words.flatMap((word) => conceptOf(word) ?? []));
}

function withKinds(concepts: readonly string[]): Concepts {
  return new Set(concepts.flatMap((concept) => [concept, KINDS.get(concept) ?? concept]));
}
