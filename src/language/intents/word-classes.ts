import { wordSet } from '../text/phrases.ts';
import { isNegation, stem } from '../text/words.ts';
import en from './en/word-classes.json' with { type: 'json' };

/**
 * By stem, the kind of thing that words tell about what a message wants; a word counts for the first list it stands in.
 */
const CLASS_OF = classIndex();

function classIndex(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [kind, words] of Object.entries(en)) {
    for (const word of wordSet(words)) if (!index.has(stem(word))) index.set(stem(word), kind);
  }
  return index;
}

/** The kind of thing that a word stands for, if it is one of those listed. */
export function classOf(token: string): string | undefined {
  return isNegation(token) ? 'not' : CLASS_OF.get(stem(token));
}
