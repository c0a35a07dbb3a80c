import { plainText } from './plain-text.ts';

/** A stretch of a message, in characters as it was written. */
export interface Span {
  start: number;
  end: number;
}

/** A word of a message in plain form, and where it stands in the message as it was written. */
export interface PlacedWord extends Span {
  word: string;
  /** What stands between it and the word before it: a comma, a full stop, a space. */
  before: string;
}

// As in wordsOf; marks and invisible characters may stand inside a word, and a picture or "20%" is one.
const WORD =
  /\p{N}+ ?%|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['\u2018\u2019\u02BC\u00B4`]\p{L}[\p{L}\p{M}\p{Cf}]*)?|\p{Extended_Pictographic}/gu;

/** The words of a message in order, each in plain form with its place in the message. */
export function placedWords(text: string): PlacedWord[] {
  let done = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const [written] = match;
    const start = match.index;
    const before = text.slice(done, start);
    done = start + written.length;
    return { word: plainText(written), start, end: done, before };
  });
}
