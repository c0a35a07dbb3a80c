import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { z } from 'zod';
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

const folder = join(projectFolder, 'src', 'dialogs', 'wording', 'catalog');
const sentencesSchema = z.record(z.string(), z.string().min(1));

/**
 * Every language that has a file `<language>.json` in the folder, with its sentences. Throws ZodError for any other
 * JSON.
 */
export function readLanguages(path: string): Map<string, Sentences> {
  const files = readdirSync(path).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [parse(file).name, sentencesSchema.parse(JSON.parse(readFileSync(join(path, file), 'utf8')))]),
  );
}

/** The languages that we can speak; English is part of the program. */
export const languages: ReadonlyMap<string, Sentences> = readLanguages(folder).set(fallbackLanguage, english);
