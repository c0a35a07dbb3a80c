import { type Idiom, rewriter, wordSet } from '../text/phrases.ts';
import idioms from './en/idioms.json' with { type: 'json' };
import en from './en/synonyms.json' with { type: 'json' };

/** Replaces several words that say one thing together by one word, before the words are read one by one. */
const rewriteIdioms = rewriter(idioms satisfies Idiom[]);

/** Further replacements: patterns that keep a part, or depend on what surrounds them. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\d ?(?:%|percent) off\b/g, ' discount '],
  [/%/g, ' percent '],
  [/\bcount(?:s|ed)? as (?:an? |the )?(device|service|product)s?(?= or\b|,|$)/g, ' count $1kind '],
  // "Send it back", "bring the parcel back".
  [
    /\b(?:send|sent|sending|bring|bringing|take|taken|taking|takes|give|given|giving|post|mail|ship|shipping|hand|come|accept|go)((?: (?!back\b)\w+){0,3}) back\b/g,
    ' return $1 ',
  ],
  // "What is the fee for?"
  [/\b(?:even|actually|really)? ?for$/g, ' why '],
];

/** Plain text with its idioms written as the words that they stand for. */
export function withIdioms(plain: string): string {
  return rewriteIdioms(REWRITES.reduce((text, [pattern, means]) => text.replace(pattern, means), plain));
}

/** By word, what stands for all words of its group: the group's first. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  en.groups.flatMap((lines) => {
    const words = [...wordSet(lines)];
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

/** Words that ask or join, or name the shop, the customer or any item, and tell nothing of the subject. */
export const EMPTY = wordSet(en.empty);

/** The kind that a word belongs to. */
export const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(en.kinds).flatMap(([kind, lines]) => [...wordSet(lines)].map((word) => [word, kind] as const)),
);
