import { wordSet } from '../../text/phrases.ts';
import en from '../en/tokens/mistyped.json' with { type: 'json' };
import type { Token } from './tokens.ts';

/** The words of all phrases, by their first letter, with the stems by which they are found. */
export type KnownWords = Map<string, { word: string; stem: string }[]>;

const SHORTEST_MISTYPED = 5;
/** The most words of a message that are checked for typing mistakes. */
const MAX_MISTYPED = 60;
/** Words in their own right, however near they come to one that a phrase may have. */
const RIGHT = wordSet(en.right);

/** Notes a word of a phrase as one that may be mistyped. */
export function remember(words: KnownWords, word: string, stem: string): void {
  if (word.length < SHORTEST_MISTYPED) return;
  const first = word[0] ?? '';
  const alike = words.get(first) ?? [];
  if (!alike.some((other) => other.word === word && other.stem === stem)) alike.push({ word, stem });
  words.set(first, alike);
}

/** Gives the words of a message the stems of the words they may be a mistyping of. */
export function withTypos(words: KnownWords, tokens: Token[]): Token[] {
  const meant = new Map<string, string[]>();
  return tokens.map((token) => {
    const { word } = token;
    if (word.length < SHORTEST_MISTYPED || RIGHT.has(word)) return token;
    const alike = words.get(word[0] ?? '') ?? [];
    const known = meant.get(word) ?? (meant.size < MAX_MISTYPED ? mistyped(word, token.stems, alike) : []);
    meant.set(word, known);
    return known.length ? { ...token, stems: [...token.stems, ...known], keys: [...token.keys, ...known] } : token;
  });
}

function mistyped(word: string, own: string[], alike: { word: string; stem: string }[]): string[] {
  if (alike.some((other) => other.word === word || own.includes(other.stem))) return [];
  return [...new Set(alike.filter((other) => isMistyped(word, other.word)).map(({ stem }) => stem))];
}

/**
 * True if a word is another but for one letter too many, too few, wrong, or swapped with its neighbour; never the
 * first.
 */
function isMistyped(written: string, meant: string): boolean {
  const [long, short] = written.length < meant.length ? [meant, written] : [written, meant];
  if (written[0] !== meant[0] || long.length - short.length > 1) return false;
  let start = 1;
  while (start < short.length && written[start] === meant[start]) start += 1;
  let end = 0;
  while (end < short.length - start && written.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [left, right] = [written.slice(start, written.length - end), meant.slice(start, meant.length - end)];
  // Of short words too many are another but for one letter: store and stove.
  // And another last letter is another form: tested and tester.
  if (left.length === 1 && right.length === 1) return long.length >= 6 && end > 0;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
