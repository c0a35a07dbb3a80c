import { wordSet } from '../text/phrases.ts';
import data from './vocabulary/scripts.json' with { type: 'json' };
import byLanguage from './vocabulary/words.json' with { type: 'json' };

const SCRIPTS = data.scripts.map(({ language, script }) => ({
  language,
  letters: new RegExp(`\\p{Script=${script}}`, 'gu'),
}));

const OWN = Object.entries(data.own).map(([language, letters]) => ({
  language,
  letters: new RegExp(`[${letters}]`, 'u'),
}));
const RUSSIAN = wordSet(byLanguage.ru.words);
const UKRAINIAN = wordSet(byLanguage.uk.words);

/** So much of what is written has to be of the script. */
const leastShare = 0.5;

/** The language that the letters of a plain text tell; `undefined` if they are mostly Latin. */
export function languageByScript(plain: string, words: readonly string[]): string | undefined {
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.map(({ language, letters: own }) => ({ language, count: plain.match(own)?.length ?? 0 }));
  // Japanese is written with Chinese characters, too; Chinese is not written with kana.
  const isForeign = found.reduce((total, { count }) => total + count, 0) >= letters * leastShare;
  const first = found.find(({ count }) => count > 0);
  if (letters === 0 || !isForeign || !first) return undefined;
  return first.language === 'ru' ? ofCyrillic(plain, words) : first.language;
}

function ofCyrillic(plain: string, words: readonly string[]): string {
  const own = OWN.find(({ letters }) => letters.test(plain));
  if (own) return own.language;
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
  return count(RUSSIAN) > count(UKRAINIAN) ? 'ru' : 'uk';
}
