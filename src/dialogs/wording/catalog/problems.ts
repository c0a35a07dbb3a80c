import { IntlMessageFormat } from 'intl-messageformat';
import english from './en.json' with { type: 'json' };
import { isSentenceKey, promisedLanguages, type Sentences } from './languages.ts';

/**
 * The problems with the sentences of a language, a line each: one that is missing where we promise the language, one
 * that English does not have, one that is no ICU message, one with other values than in English.
 */
export function catalogProblems(language: string, sentences: Sentences): string[] {
  const missing = promisedLanguages.includes(language)
    ? Object.keys(english).filter((key) => !Object.hasOwn(sentences, key))
    : [];
  return [
    ...missing.map((key) => `${language}.json: ${key} is missing`),
    ...Object.entries(sentences).flatMap(([key, sentence]) => problemsOf(language, key, sentence)),
  ];
}

/** The problems with one sentence of a language, a line each. */
export function problemsOf(language: string, key: string, sentence: string): string[] {
  if (!isSentenceKey(key)) return [`${language}.json: ${key} is no sentence of en.json`];
  const values = valuesIn(sentence, language);
  if (values === undefined) return [`${language}.json: ${key} is no ICU message`];
  const known = valuesIn(english[key], 'en') ?? [];
  const surplus = values.filter((value) => !known.includes(value));
  return surplus.map((value) => `${language}.json: ${key} has no value {${value}}`);
}

/** The names of the values in a message; `undefined` if it is none. */
export function valuesIn(message: string, language: string): string[] | undefined {
  try {
    return namesIn(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  } catch {
    return undefined;
  }
}

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** The kinds of parts of a message, as the parser numbers them. */
const literal: Parts[number]['type'] = 0;

function namesIn(parts: Parts): string[] {
  return parts.flatMap((part) => {
    if (!('value' in part) || part.type === literal) return [];
    return 'options' in part
      ? [part.value, ...Object.values(part.options).flatMap((one) => namesIn(one.value))]
      : part.value;
  });
}
