import { understoodLanguages } from '../../language/languages/languages.ts';
import { isCommonplace } from '../../language/statement/commonplace.ts';
import type { Finding } from '../../policy/check/finding.ts';
import type { Policy } from '../../policy/engine/diagram/compile.ts';
import { type PhrasePart, phraseParts } from '../../policy/format/phrase.ts';
import { phrasesIn } from '../../policy/format/phrases-in.ts';
import { misreadTitles } from './misread-titles.ts';

/** What a policy says in vain to a chat that does not speak it, phrases that every customer would say, and titles that are misread. */
export function readingFindings({ file }: Policy): Finding[] {
  if (!isLanguage(file.language)) {
    const message = `there is no language "${file.language}"; write the one that the sentences are in, such as en`;
    return [{ severity: 'error', code: 'unspoken-language', path: ['language'], message }];
  }
  if (!understoodLanguages.includes(file.language)) {
    const spoken = understoodLanguages.join(', ');
    const message = `"${file.language}" is what the shop says; the chat itself says and understands ${spoken} only`;
    return [{ severity: 'warning', code: 'unspoken-language', path: ['language'], message }];
  }
  const commonplace = phrasesIn(file).flatMap(({ path, phrase }): Finding[] => {
    const common = waysOf(phraseParts(phrase)).find((words) => words.length <= MOST_WORDS && isCommonplace(words));
    if (!common) return [];
    const message = `"${phrase}" is said in nearly every message ("${common.join(' ')}"); add a word that tells it apart`;
    return [{ severity: 'error', code: 'commonplace-phrase', path, message }];
  });
  return [...commonplace, ...misreadTitles(file)];
}

/** True for a code of ISO 639 that has a name. */
function isLanguage(code: string): boolean {
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) !== undefined;
}

/** Of more words even common ones tell something together: "I have it here". */
const MOST_WORDS = 2;

/** So many ways to say a phrase are looked at. */
const MOST_WAYS = 500;

/** The words of each way to say a phrase; nothing of one with a name in it, which tells more. */
function waysOf(parts: PhrasePart[] | string): string[][] {
  if (typeof parts === 'string') return [];
  return parts.reduce<string[][]>(
    (ways, part) => {
      if (typeof part === 'string') return ways;
      if ('name' in part) return [];
      const next = 'word' in part ? [[part.word]] : part.oneOf.flatMap(waysOf);
      return ways.flatMap((way) => next.map((more) => [...way, ...more])).slice(0, MOST_WAYS);
    },
    [[]],
  );
}
