import type { Finding } from '../finding.ts';
import { asItLooks } from '../look-alikes.ts';

/** A text at its place, and whose it is. */
export interface Word {
  text: string;
  of: string;
  path: PropertyKey[];
}

/** Some texts of one thing, each at its place of a list. */
export function wordsOf(of: string, path: PropertyKey[], texts: readonly string[]): Word[] {
  return texts.map((text, at) => ({ text, of, path: [...path, at] }));
}

/** The text as a reader takes it: signs and capitals make no difference, nor letters of another script that look alike. */
export function plain(text: string): string {
  return asItLooks(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Each word that stands for something else before; the signs of a phrase are part of it. */
export function twice(words: Word[], severity: Finding['severity']): Finding[] {
  const first = new Map<string, Word>();
  return words.flatMap((word): Finding[] => {
    const same = /[*|<]/.test(word.text) ? word.text : plain(word.text);
    const before = first.get(same);
    if (!before) first.set(same, word);
    return before && before.of !== word.of ? [sameWords(word, before, severity)] : [];
  });
}

/** The finding that a text stands for two things. */
export function sameWords({ text, of, path }: Word, before: Word, severity: Finding['severity']): Finding {
  const message = `"${text}" stands for "${before.of}" and for "${of}"; nobody can tell them apart`;
  const suspects = [{ path: before.path, mend: 'it stands here, too' }];
  return { severity, code: 'same-words', path, message, suspects };
}
