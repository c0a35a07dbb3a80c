import { understoodLanguages } from '../../../language/languages/languages.ts';
import sentences from './sentences.json' with { type: 'json' };

/**
 * Says in a language that is not understood here which ones are, and the word there that brings a person; `undefined`
 * for a language in which we cannot say it.
 */
export function inOtherLanguage(language: string): string | undefined {
  const sentence = Object.entries(sentences).find(([known]) => known === language)?.[1];
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(language).format(understoodLanguages.map((code) => names.of(code) ?? code));
  return sentence?.replace('{languages}', list);
}
