import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { PolicyFileError } from '../policy-file-error.ts';

/** The largest file that is read; the largest policy that we know is a twentieth of it. */
const mostBytes = 2_000_000;

/** Signs that nobody sees: those that control a terminal, and those that turn the order of others round. */
const invisible = /(?![\t\n\r\u0085])\p{Cc}|[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/**
 * The text of a policy's file as it stands; a file that would be altered on the way is refused. Throws PolicyFileError,
 * which calls the file `name`.
 */
export function readFileText(path: string, name: string): string {
  const file = statSync(path);
  if (!file.isFile()) throw problem(name, 1, 'expected a file, not a folder');
  const { size } = file;
  if (size > mostBytes)
    throw problem(name, 1, `${mb(size)} are more than a policy has; expected at most ${mb(mostBytes)}`);
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) throw problem(name, lineOf(bytes), encodingProblem(bytes));
  const text = bytes.toString('utf8');
  const sign = invisible.exec(text);
  if (!sign) return text;
  const before = text.slice(0, sign.index).split('\n');
  const code = sign[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  throw problem(
    name,
    before.length,
    `the invisible sign U+${code} stands here; remove it`,
    (before.at(-1)?.length ?? 0) + 1,
  );
}

/** The first line that is no UTF-8. */
function lineOf(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

function encodingProblem(bytes: Buffer): string {
  const isWide =
    bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])) || bytes.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]));
  return `expected UTF-8, not ${isWide ? 'UTF-16' : 'another encoding such as Latin-1'}; save the file as UTF-8`;
}

function problem(file: string, line: number, message: string, column = 1): PolicyFileError {
  return new PolicyFileError(file, [{ file, line, column, path: '', message }]);
}

function mb(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
