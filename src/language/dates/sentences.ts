import { MONTH } from './en/names.ts';

// The full stop of "12. May" and "12.11. I think" ends none.
const SENTENCE_END = new RegExp(
  `[!?;\\n]|(?<!\\b\\d{1,2}\\.\\d{1,2})\\.(?=\\s+\\D|\\s*$)(?!(?<=\\b\\d{1,2}\\.)\\s+(?:of )?${MONTH})`,
  'gi',
);
/**
 * The most that is read of one sentence and of one message, in characters; dates of a purchase stand in the first
 * lines.
 */
const MAX_SENTENCE_LENGTH = 300;
const MAX_READ = 900;

/**
 * The places of the sentences of a message in which a sign stands, long ones in pieces; only the first few are given.
 */
export function sentencesWith(sign: RegExp, text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  let [start, read] = [0, 0];
  for (const end of [...sentenceEnds(text), text.length]) {
    for (; start < end && read < MAX_READ; start = Math.min(start + MAX_SENTENCE_LENGTH, end)) {
      const piece: [number, number] = [start, Math.min(start + MAX_SENTENCE_LENGTH, end)];
      if (!sign.test(text.slice(...piece).normalize('NFKC'))) continue;
      found.push(piece);
      read += piece[1] - piece[0];
    }
    start = end;
  }
  return found;
}

function sentenceEnds(text: string): number[] {
  return Array.from(text.matchAll(SENTENCE_END), ({ index }) => index + 1);
}
