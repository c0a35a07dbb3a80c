import { type Written, writtenOf } from './lines.ts';

/** A text in which nothing is markup, such as what is typed at the desk: lines stay lines, and "# 5" stays "# 5". */
export function readPlain(text: string): Written {
  const lines = text.split(/\r\n?|\n/).map((line) => ({ kind: 'line' as const, runs: [{ text: line, marks: [] }] }));
  return writtenOf(lines);
}
