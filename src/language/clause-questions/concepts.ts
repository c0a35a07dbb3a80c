import { plainText } from '../plain-text.ts';
import { isTypoOf, stem, wordsOf } from '../words.ts';
import { EMPTY, KINDS, PHRASES, SYNONYMS } from './synonyms.ts';

const LONGEST_QUESTION = 40;

/** What a sentence is about: one word for each thing that it names, however it says it. */
export function conceptsOf(text: string): Set<string> {
  return withKinds(tellingWordsOf(text).map((word) => SYNONYMS.get(word) ?? stem(word)));
}

/** Reads what a sentence is about as `conceptsOf` does, but with typing mistakes in any of the words that `known` sentences use. */
export function createConceptReader(known: readonly string[]): (text: string) => Set<string> {
  const words = new Map(known.flatMap((text) => tellingWordsOf(text).map((word) => [word, stem(word)] as const)));
  for (const [word, concept] of SYNONYMS) words.set(word, concept);
  const concepts = new Set(words.values());
  const longer = [...words.keys()].filter((word) => word.length >= 6);
  const conceptOf = (word: string) => {
    const exact = words.get(word);
    if (exact !== undefined || concepts.has(stem(word))) return exact ?? stem(word);
    const meant = new Set(longer.filter((other) => isTypoOf(word, other)).map((other) => words.get(other)));
    return (meant.size === 1 ? [...meant][0] : undefined) ?? stem(word);
  };
  return (text) => withKinds(tellingWordsOf(text).map(conceptOf));
}

function tellingWordsOf(text: string): string[] {
  const plain = PHRASES.reduce((said, [phrase, word]) => said.replace(phrase, ` ${word} `), plainText(text));
  return wordsOf(plain)
    .slice(0, LONGEST_QUESTION)
    .map((word) => word.replace(/'s$/, ''))
    .filter((word) => !EMPTY.has(word));
}

function withKinds(concepts: readonly string[]): Set<string> {
  return new Set(concepts.flatMap((concept) => [concept, KINDS.get(concept) ?? concept]));
}
