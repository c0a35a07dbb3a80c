import type { Policy } from '../../engine/diagram/compile.ts';

/** The languages that have a file and that the policy does not promise, each with what to do. */
export function unpromisedLanguages({ file, translations }: Policy): { language: string; message: string }[] {
  const promised = [file.language, ...(file.languages ?? [])];
  return [...translations.keys()]
    .filter((language) => !promised.includes(language))
    .map((language) => ({
      language,
      message: `"${language}" has words and is not promised; add ${language} to languages, or remove the file`,
    }));
}
