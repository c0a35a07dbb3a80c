import accidents from '../en/concepts/accidents.json' with { type: 'json' };
import despair from '../en/concepts/despair.json' with { type: 'json' };
import electricity from '../en/concepts/electricity.json' with { type: 'json' };
import everyday from '../en/concepts/everyday.json' with { type: 'json' };
import heat from '../en/concepts/heat.json' with { type: 'json' };
import illness from '../en/concepts/illness.json' with { type: 'json' };
import injury from '../en/concepts/injury.json' with { type: 'json' };
import people from '../en/concepts/people.json' with { type: 'json' };
import things from '../en/concepts/things.json' with { type: 'json' };
import { matchFrom, type Step, stepsOf } from './steps.ts';

/** Where words of a concept stand in a sentence: the numbers of its first and last word. */
export interface Mention {
  first: number;
  last: number;
}

/** The mentions of each concept in a sentence, in order. */
export type Mentions = ReadonlyMap<string, readonly Mention[]>;

interface Entry {
  concept: string;
  steps: Step[];
}

const lines: Readonly<Record<string, readonly string[]>> = {
  ...accidents,
  ...despair,
  ...electricity,
  ...everyday,
  ...heat,
  ...illness,
  ...injury,
  ...people,
  ...things,
};

/** Every entry of the concepts by the words that it can begin with, whole or by their beginning. */
const byWord = new Map<string, Entry[]>();
const byBeginning = new Map<string, Entry[]>();
for (const [concept, entries] of Object.entries(lines)) for (const line of entries) index(concept, line);

function index(concept: string, line: string): void {
  // A line without groups is a list of words, to be short to read; a comma separates entries of several.
  for (const written of line.split(', ')) {
    const entry = { concept, steps: stepsOf(written) };
    const { words, beginnings } = firstOf(entry.steps);
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
    for (const word of beginnings) byBeginning.set(word, [...(byBeginning.get(word) ?? []), entry]);
  }
}

function firstOf(steps: readonly Step[]): { words: string[]; beginnings: string[] } {
  const words: string[] = [];
  const beginnings: string[] = [];
  for (const { choices, isOptional } of steps) {
    for (const [first = ''] of choices)
      if (first.endsWith('*')) beginnings.push(first.slice(0, -1));
      else words.push(first);
    if (!isOptional) break;
  }
  return { words, beginnings };
}

/** The names of every concept. */
export const conceptNames: ReadonlySet<string> = new Set(Object.keys(lines));

/** The concepts that some words mention, each with its places. */
export function mentionsIn(words: readonly string[]): Mentions {
  const mentions = new Map<string, Mention[]>();
  words.forEach((word, first) => {
    for (const { concept, steps } of entriesAt(word)) {
      const end = matchFrom(steps, words, first);
      if (end === undefined || end === first) continue;
      const known = mentions.get(concept);
      if (known) known.push({ first, last: end - 1 });
      else mentions.set(concept, [{ first, last: end - 1 }]);
    }
  });
  return mentions;
}

function entriesAt(word: string): Entry[] {
  const entries = new Set(byWord.get(word));
  for (let length = 2; length <= word.length && length <= 12; length++)
    for (const entry of byBeginning.get(word.slice(0, length)) ?? []) entries.add(entry);
  return [...entries];
}
