import type { KnownWords } from '../tokens/mistyped.ts';
import { follow, newNode, type PhraseNode } from './phrase-tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A vocabulary, compiled so that a message is read in one pass over its words. */
export interface Lexicon {
  vocabulary: Vocabulary;
  phrases: PhraseNode;
  /** The known words that a mistyped word may mean. */
  words: KnownWords;
}

/** Compiles a vocabulary; some 20 ms for a shop's, so keep the result. */
export function compileLexicon(vocabulary: Vocabulary): Lexicon {
  const lexicon: Lexicon = { vocabulary, phrases: newNode(), words: new Map() };
  for (const { phrases } of vocabulary.facts.values())
    for (const { sense, phrases: ways } of phrases)
      for (const parts of ways)
        for (const end of follow(lexicon.words, [lexicon.phrases], parts)) end.senses.push(sense);
  return lexicon;
}
