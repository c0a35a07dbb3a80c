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

/** What every other language falls back to, sentence by sentence. */
export const fallbackLanguage = 'en';

/** The languages that have to have every sentence; `npm run check` names what is missing. */
export const promisedLanguages: readonly string[] = ['en'];

const folder = join(projectFolder, 'src', 'dialogs', 'wording', 'catalog');
const sentencesSchema = z.record(z.string(), z.string().min(1));

/** Every language that has a file `<language>.json` in this folder, with its sentences; English is part of the program. */
export const languages: ReadonlyMap<string, Sentences> = new Map<string, Sentences>([
  ...readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file): [string, Sentences] => [parse(file).name, readSentences(join(folder, file))]),
  [fallbackLanguage, english],
]);

function readSentences(path: string): Sentences {
  return sentencesSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
