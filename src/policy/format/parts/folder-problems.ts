import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyProblem } from '../policy-file-error.ts';
import { ONE_DOCUMENT } from '../yaml/syntax.ts';

/** Hidden files are those of an editor or of the system. */
const DATA_FILE = /^[^.].*\.(?:ya?ml|json)$/i;

/** Files of a policy's folder that nobody reads, though they look as if somebody did; `name` is what it is called. */
export function misnamedFiles(folder: string, name: string, parts: readonly string[]): PolicyProblem[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && DATA_FILE.test(entry.name) && !parts.includes(entry.name))
    .map((entry) => ({
      ...{ file: join(name, entry.name), line: 1, column: 1, path: '' },
      message:
        'no part of a policy; expected policy.yaml, examples.yaml, or one file for each promised language, such as en.yaml',
    }))
    .sort((a, b) => a.file.localeCompare(b.file));
}

/** Lines that would begin another file, were the text one of several in a row. */
export function documentProblems(text: string, file: string, header: RegExp): PolicyProblem[] {
  return [...`${text}\n`.matchAll(header)].map(({ index }) => ({
    ...{ file, line: text.slice(0, index).split('\n').length, column: 1, path: '' },
    message: ONE_DOCUMENT,
  }));
}
