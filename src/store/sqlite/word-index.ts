import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** The index that finds cases by words; it must be used within a transaction. */
export interface WordIndex {
  /** Adds words to a case as its part of this number, counted from 0. */
  add(caseNumber: number, part: number, words: string[]): void;
  /** Takes a part out, of which the words have to be the same. */
  remove(caseNumber: number, part: number, words: string[]): void;
  /** The numbers of cases that may have a word with this beginning, or `undefined` where they are more than `limit`. */
  find(beginning: string, limit: number): number[] | undefined;
}

/** A case has no more parts. */
export const mostParts = 1_024;

const rowSchema = z.object({ rowid: z.number() }).transform(({ rowid }) => Math.floor(rowid / mostParts));

/**
 * Prepares the index. It is one of FTS5, which adds up what turns write and merges it later, so that a turn costs the
 * same beside however many cases. What is deleted FTS5 leaves in the inner pages of its index, by its first letters;
 * so words stand in it as digests, of which beginnings are those of the word's beginnings.
 */
export function prepareWordIndex(database: DatabaseSync): WordIndex {
  const add = database.prepare('INSERT INTO case_words (rowid, words) VALUES (?, ?)');
  const remove = database.prepare(`INSERT INTO case_words (case_words, rowid, words) VALUES ('delete', ?, ?)`);
  const find = database.prepare('SELECT rowid FROM case_words WHERE case_words MATCH ? LIMIT ?');
  const textOf = (words: string[]): string => words.map(digestOf).join(' ');
  return {
    add: (caseNumber, part, words) => void add.run(caseNumber * mostParts + part, textOf(words)),
    remove: (caseNumber, part, words) => void remove.run(caseNumber * mostParts + part, textOf(words)),
    find(beginning, limit) {
      const found = find.all(`"${digestOf(beginning)}" *`, limit + 1);
      if (found.length > limit) return undefined;
      return [...new Set(found.map((row) => rowSchema.parse(row)))];
    },
  };
}

const signs = 'abcdefghijklmnopqrstuvwxyz234567';

/** A sign for each letter of a word, made of all letters up to it: five bits, from which no letter can be read. */
function digestOf(word: string): string {
  let state = 0x811c9dc5;
  let digest = '';
  for (const letter of word) {
    state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    state ^= state >>> 13;
    digest += signs[Math.imul(state, 0x2c1b3c6d) >>> 27];
  }
  return digest;
}
