import { fillIn, words } from '../../words/words.ts';

/** A text cut to so many characters; `…` says that there was more. */
export function cut(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const kept = text.slice(0, maxCharacters - 1);
  // Half a pair of surrogates is no character.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** A text with the names of the files that came with it. */
export function withFiles(text: string, files: string[]): string {
  return [text, ...files.map((name) => fillIn(words.case.file, { name }))].filter(Boolean).join('\n');
}

/** As many lines as there is room for, in characters, each cut; the last one says how many more there are. */
export function fitting(lines: string[], { inAll, inLine }: Room): string[] {
  const short = lines.map((line) => cut(line, inLine));
  let left = inAll;
  const first = short.findIndex((line) => {
    left -= line.length;
    return left < 0;
  });
  if (first < 0) return short;
  return [...short.slice(0, first), fillIn(words.case.more, { count: short.length - first })];
}

/** The room for text, in characters: in all, and in one line or message. */
export interface Room {
  inAll: number;
  inLine: number;
}
