import { wordSet } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import { wordsOf } from '../text/words.ts';
import { languageByScript } from './scripts.ts';
import english from './vocabulary/english.json' with { type: 'json' };
import byLanguage from './vocabulary/words.json' with { type: 'json' };

/** A human language, by its two letters (ISO 639-1). */
export type HumanLanguage = string;

/** The languages in which customers' own words are understood. */
export const understoodLanguages: readonly HumanLanguage[] = ['en'];

const ENGLISH = wordSet(english.english);

const LANGUAGES = Object.entries(byLanguage).map(([language, { words, telling }]) => ({
  language,
  words: wordSet(words),
  telling: wordSet(telling),
}));

/** By word, the number of languages that have it: what several share tells less. */
const sharing = new Map<string, number>();
for (const { words } of LANGUAGES) for (const word of words) sharing.set(word, (sharing.get(word) ?? 0) + 1);

/** A beginning of so many characters tells the language. */
const maxLength = 400;
/** So much of a message has to be words of a language, each counted by how few languages share it, */
const least = { share: 0.25, words: 2 };
/** and in so short a message one word that tells it alone is enough. */
const shortMessage = 3;

/** The language that a message is surely in, where that is not English; `undefined` in doubt. */
export function readOtherLanguage(text: string): HumanLanguage | undefined {
  const plain = plainText(text, maxLength).replace(/\S+@\S+/g, ' ');
  const words = wordsOf(plain).filter((word) => !/\d/.test(word));
  const written = languageByScript(plain, words);
  if (written !== undefined) return written;
  const inEnglish = words.filter((word) => ENGLISH.has(word)).length;
  const [best] = LANGUAGES.map((one) => scored(one, words)).sort((a, b) => b.score - a.score);
  if (!best || best.found <= inEnglish) return undefined;
  const isShort = words.length <= shortMessage && inEnglish === 0 && best.isTelling;
  const isClear = best.found >= least.words && best.score >= words.length * least.share;
  return isShort || isClear ? best.language : undefined;
}

function scored({ language, words: known, telling }: (typeof LANGUAGES)[number], words: readonly string[]) {
  const own = words.filter((word) => (known.has(word) && !ENGLISH.has(word)) || telling.has(word));
  const telltale = words.filter((word) => telling.has(word));
  const score = own.reduce((total, word) => total + 1 / (sharing.get(word) ?? 1), 0) + telltale.length / 2;
  return { language, found: new Set(own).size, score, isTelling: telltale.length > 0 };
}
