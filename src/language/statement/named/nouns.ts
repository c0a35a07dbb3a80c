import en from '../en/named/nouns.json' with { type: 'json' };

const LISTS: Readonly<Record<string, readonly string[]>> = en;

/** The nouns of a named list, each also in its plural, as phrases of just these words; none of an unknown list. */
export function nounPhrases(list: string): readonly string[] {
  return nounsOf(list).map((noun) =>
    noun
      .split(/[ -]/)
      .map((word) => `${word}!`)
      .join(' '),
  );
}

/** The last word of all nouns of all lists, in both numbers. */
export function headNouns(): ReadonlySet<string> {
  return new Set(Object.keys(LISTS).flatMap((list) => nounsOf(list).map((noun) => noun.split(/[ -]/).at(-1) ?? noun)));
}

/** The nouns of all lists that are one word, in both numbers. */
export function plainNouns(): ReadonlySet<string> {
  return new Set(Object.keys(LISTS).flatMap((list) => nounsOf(list).filter((noun) => !/[ -]/.test(noun))));
}

function nounsOf(list: string): readonly string[] {
  const nouns = Object.hasOwn(LISTS, list) ? (LISTS[list] ?? []) : [];
  return [...new Set(nouns.flatMap((noun) => [noun, plural(noun)]))];
}

function plural(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
