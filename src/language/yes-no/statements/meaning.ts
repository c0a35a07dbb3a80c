import { stemPattern } from '../../text/phrases.ts';
import { stem, wordsOf } from '../../text/words.ts';
import en from '../en/meaning.json' with { type: 'json' };

/** The words of a clause that carry its meaning, each by its stem or, where it has one, by its family. */
export type Meaning = ReadonlySet<string>;

// Words that say the same in an answer: who is asked about a noise may answer with a sound.
const FAMILIES = Object.entries(en.families).map(([family, stems]) => [family, stemPattern(stems)] as const);

const COMPARED = /^(slow|fast|loud|quiet|weak|strong|bright|dark|cold|small|smooth|new|old|clean)(?:er|est)$/;

/** The form that a word is compared by: its family, else its stem. */
export function meaningOfWord(word: string): string {
  const bare = stem(word.replace(/'s$/, '').replace(COMPARED, '$1'));
  return FAMILIES.find(([, stems]) => stems.test(word))?.[0] ?? bare;
}

/** The meaning of plain text, leaving out the words that `isEmpty`. */
export function meaningOf(text: string, isEmpty: (word: string) => boolean): Meaning {
  return new Set(
    wordsOf(text)
      .filter((word) => !isEmpty(word))
      .map(meaningOfWord),
  );
}

/** True if a word of the meaning fits the pattern. */
export function hasWord(words: Meaning, pattern: RegExp): boolean {
  for (const word of words) if (pattern.test(word)) return true;
  return false;
}
