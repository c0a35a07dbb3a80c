import { wordSet } from '../text/phrases.ts';
import { isTypoOf } from '../text/words.ts';
import en from './en/words.json' with { type: 'json' };

/** A sentence in plain words, each between single spaces, and where each of them stands in the message. */
export interface Clause {
  /** Ends with a space, as it begins with one. */
  words: string;
  places: { start: number; end: number }[];
  isAsked: boolean;
}

const PIECE = /[\p{L}\p{N}]+(?:['’´`-][\p{L}\p{N}]+)*|[.!?;\n…,:()"„“]|[-–—]+/gu;
const MAX_WORDS = 400;
const ENDS_SENTENCE = new Set(['.', '!', '?', ';', '\n', '…']);
const SHORT: Readonly<Record<string, string>> = en.short;
const MEANT = [...wordSet(en.mistyped)];
const RIGHT: ReadonlySet<string> = new Set([...MEANT, ...wordSet(en.spelledRight)]);

/** The sentences of a message; a comma, bracket or dash in them is the word ",". */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let words: string[] = [];
  let places: Clause['places'] = [];
  const close = (isAsked: boolean): void => {
    if (words.some((word) => word !== ',')) clauses.push({ words: ` ${words.join(' ')} `, places, isAsked });
    words = [];
    places = [];
  };
  let count = 0;
  let skips = false;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    count += 1;
    if (count > MAX_WORDS) break;
    if (ENDS_SENTENCE.has(piece)) {
      // Dots of dates and numbers end nothing.
      if (piece !== '.' || !/\w/.test(text.charAt(index + 1))) close(piece === '?');
      continue;
    }
    // "I/we", "my/our": the first is enough.
    skips = text.charAt(index - 1) === '/' && /\p{L}/u.test(piece);
    if (skips) continue;
    for (const word of plainWords(piece)) {
      words.push(word);
      places.push({ start: index, end: index + piece.length });
    }
  }
  close(false);
  return clauses;
}

function plainWords(piece: string): string[] {
  if (!/[\p{L}\p{N}]/u.test(piece)) return /["„“]/.test(piece) ? [] : [','];
  const plain = piece.toLowerCase().replace(/[’´`]/g, "'");
  const short = Object.hasOwn(SHORT, plain) ? SHORT[plain] : undefined;
  return (short ?? corrected(plain)).split(' ');
}

function corrected(word: string): string {
  if (RIGHT.has(word)) return word;
  return MEANT.find((meant) => isTypoOf(word, meant)) ?? word;
}
