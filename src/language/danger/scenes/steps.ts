/** One step of an entry: one of some sequences of words, each whole or, with a `*` at its end, by its beginning. */
export interface Step {
  choices: string[][];
  isOptional: boolean;
}

/** The steps of an entry in the notation of `text/phrases.ts`, without nesting: "(went|turned) [all|quite] brown". */
export function stepsOf(entry: string): Step[] {
  return [...entry.matchAll(/\(([^)]*)\)|\[([^\]]*)\]|(\S+)/g)].map(([, choice, option, word = '']) => ({
    choices: (choice ?? option ?? word).split('|').map((words) => words.trim().split(' ')),
    isOptional: option !== undefined,
  }));
}

/** The number of the word after those that follow some steps from a word on; `undefined` where they do not fit. */
export function matchFrom(steps: readonly Step[], words: readonly string[], from: number, at = 0): number | undefined {
  const step = steps[at];
  if (!step) return from;
  for (const choice of step.choices) {
    if (!choice.every((wanted, place) => isWord(words[from + place], wanted))) continue;
    const end = matchFrom(steps, words, from + choice.length, at + 1);
    if (end !== undefined) return end;
  }
  return step.isOptional ? matchFrom(steps, words, from, at + 1) : undefined;
}

function isWord(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  if (wanted === '*') return word !== ',';
  if (wanted === '#') return /^\d+$/.test(word);
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}
