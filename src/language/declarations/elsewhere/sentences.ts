import { foldedText } from './spelling.ts';

/** A word without its accents, and where it stands in the message. */
export interface FoldedWord {
  word: string;
  start: number;
  end: number;
}

/** A sentence as its parts between commas. */
export interface FoldedSentence {
  parts: FoldedWord[][];
  isAsked: boolean;
}

const PIECE = /[\p{L}\p{M}\p{N}]+|[.!?;\n…。？！]|[,:()]|[-–—](?= )/gu;
const ENDS = /[.!?;\n…。？！]/;
const ASKS = /[?？]/;
/** A longer message is read as far as this: what declares comes early. */
const MAX_WORDS = 400;

/** The sentences of a message in any language that is written with spaces. */
export function foldedSentences(text: string): FoldedSentence[] {
  const sentences: FoldedSentence[] = [];
  let parts: FoldedWord[][] = [[]];
  const close = (isAsked: boolean): void => {
    const said = parts.filter((part) => part.length > 0);
    if (said.length > 0) sentences.push({ parts: said, isAsked });
    parts = [[]];
  };
  let count = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    count += 1;
    if (count > MAX_WORDS) break;
    if (ENDS.test(piece)) close(ASKS.test(piece));
    else if (/[\p{L}\p{N}]/u.test(piece))
      parts.at(-1)?.push({ word: foldedText(piece), start: index, end: index + piece.length });
    else parts.push([]);
  }
  close(false);
  return sentences;
}
