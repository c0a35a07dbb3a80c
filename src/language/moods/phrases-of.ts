import { patternOf } from '../text/phrases.ts';
import words from './en/words.json' with { type: 'json' };

/** Words that any number of may stand before what they strengthen; the other lists stand for one of their words. */
const strengthening = new Set(['very']);

const LISTS: ReadonlyMap<string, string> = new Map(
  Object.entries(words).map(([name, list]) => {
    const one = `(?:${list.map(patternOf).join('|')})`;
    return [name, strengthening.has(name) ? `(?:${one} )*` : one];
  }),
);

/** The source of a regular expression for some phrases, in which `<name>` is a word of that list. */
export function anyPhraseOf(phrases: readonly string[]): string {
  const sources = phrases.map((phrase) =>
    patternOf(phrase).replace(/<(\w+)>/g, (_, name: string) => LISTS.get(name) ?? ''),
  );
  return `(?:${sources.join('|')})`;
}
