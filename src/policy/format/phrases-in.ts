import type { PolicyFile } from './schema.ts';

/** Every training phrase of a policy that stands for a value, with its place. */
export function phrasesIn({ facts }: PolicyFile): { path: PropertyKey[]; phrase: string }[] {
  return Object.entries(facts).flatMap(([id, fact]) => {
    const at = (path: PropertyKey[], phrases: readonly string[]) =>
      phrases.map((phrase, i) => ({ path: ['facts', id, ...path, i], phrase }));
    if (fact.type === 'yes-no')
      return [...at(['phrases', 'true'], fact.phrases.true), ...at(['phrases', 'false'], fact.phrases.false)];
    if (fact.type === 'choice')
      return Object.entries(fact.values).flatMap(([value, { phrases }]) => at(['values', value, 'phrases'], phrases));
    if (fact.type !== 'set') return [];
    const ofValues = Object.entries(fact.values).flatMap(([value, { phrases, negativePhrases }]) => [
      ...at(['values', value, 'phrases'], phrases),
      ...at(['values', value, 'negativePhrases'], negativePhrases),
    ]);
    return [...at(['phrases'], fact.phrases), ...ofValues];
  });
}
