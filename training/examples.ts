import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS, type Intent } from '../src/language/intents/intents.ts';

/** A message of ours and what it is about; the register is the folder it stands in. */
export interface Example {
  register: string;
  intent: Intent;
  text: string;
}

const FOLDER = join(import.meta.dirname, 'intents');

/** Our examples, one a line of `intents/<register>/<intent>.txt`, in an order that no file system changes. */
export function readExamples(folder: string = FOLDER): Example[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((register) => registerExamples(folder, register));
}

function registerExamples(folder: string, register: string): Example[] {
  const files = new Set(readdirSync(join(folder, register)));
  return INTENTS.filter((intent) => files.has(`${intent}.txt`)).flatMap((intent) =>
    linesOf(readFileSync(join(folder, register, `${intent}.txt`), 'utf8')).map((text) => ({ register, intent, text })),
  );
}

/** The lines of a file that are neither empty nor a '#' comment. */
export function linesOf(file: string): string[] {
  return file
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
