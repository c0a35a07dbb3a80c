import en from './en/negations.json' with { type: 'json' };
import { wordSet } from './phrases.ts';

/** The words of plain text in order, without punctuation; "don't" is one word. */
export function wordsOf(plain: string): string[] {
  return plain.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
}

const NEGATIONS = wordSet(en.negations);

/** True if a word turns a statement around: "not", "never", "isn't", "except". */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't");
}

/** A word without its common endings, so that "shipped", "ships" and "ship" are one. */
export function stem(word: string): string {
  if (word.length < 5)
    return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const bare = word
    .replace(/'s$/, '')
    .replace(/(?:ing|ed|es|s|e)$/, (ending) => (ending === 's' && word.endsWith('ss') ? 's' : ''));
  return /([bdgklmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}

/** True if two words are the same but for one typing mistake (5 letters or more) or two (8 or more). */
export function isTypoOf(written: string, meant: string): boolean {
  const length = Math.min(written.length, meant.length);
  // A mistyped first letter is rare, and it keeps "activated" and "inactivated" apart.
  if (length < 5 || length > 40 || written[0] !== meant[0]) return false;
  const allowed = length >= 8 ? 2 : 1;
  return Math.abs(written.length - meant.length) <= allowed && editDistance(written, meant) <= allowed;
}

// Optimal string alignment: insertions, deletions, replacements and swapped neighbours count one each.
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
