import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CorrectableError } from '../../../errors.ts';
import { projectFolder } from '../../../project-folder.ts';
import english from './en.json' with { type: 'json' };

/** The name of a sentence; one that English does not have does not compile. */
export type SentenceKey = keyof typeof english;

/** True if English has a sentence of that name. */
export function isSentenceKey(key: string): key is SentenceKey {
  return Object.hasOwn(english, key);
}

/** The sentences of a language by their names, as ICU messages. */
export type Sentences = Readonly<Record<string, string>>;

/** The language that every other falls back to, sentence by sentence. */
export const fallbackLanguage = 'en';

/** The languages that have to have every sentence; `npm run check` names what is missing. */
export const promisedLanguages: readonly string[] = ['en'];

/** A file of the catalogue cannot be read; the message is one line with its name. */
export class CatalogFileError extends CorrectableError {
  readonly code = 'catalog-file';
}

const folder = join(projectFolder, 'src', 'dialogs', 'wording', 'catalog');
const fileName = /^([a-z]{2})\.json$/;
const sentencesSchema = z.record(z.string(), z.string().min(1));

/** Every language that has a file `<language>.json` in the folder, with its sentences. Throws CatalogFileError. */
export function readLanguages(path: string): Map<string, Sentences> {
  const files = readdirSync(path).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => {
      const [, language] = fileName.exec(file) ?? [];
      if (language === undefined) throw new CatalogFileError(`${file}: a language has two letters, such as de.json`);
      return [language, readSentences(join(path, file))];
    }),
  );
}

function readSentences(path: string): Sentences {
  const { data, error } = sentencesSchema.safeParse(parseJson(path));
  if (data) return data;
  const [problem] = error.issues;
  throw new CatalogFileError([path, ...(problem?.path ?? []), problem?.message].join(': '));
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CatalogFileError(`${path}: ${reason}`, { cause });
  }
}

let spoken: ReadonlyMap<string, Sentences> | undefined;

/** The languages that we can speak, read once; English is part of the program. Throws CatalogFileError. */
export function languages(): ReadonlyMap<string, Sentences> {
  spoken ??= readLanguages(folder).set(fallbackLanguage, english);
  return spoken;
}
