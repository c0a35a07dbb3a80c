import type { PolicyFile } from '../format/schema.ts';
import type { Finding } from './finding.ts';

/** Questions and values that have no words in a language that the policy promises. */
export function wordingFindings(file: PolicyFile): Finding[] {
  const others = (file.languages ?? []).filter((language) => language !== file.language);
  return others.flatMap((language) =>
    Object.entries(file.facts).flatMap(([id, fact]): Finding[] => {
      if (!('question' in fact) || ('asked' in fact && fact.asked === false)) return [];
      const words = file.wording[language]?.[id];
      if (!words) return [missing(['facts', id, 'question'], `the question "${id}" has no wording in "${language}"`)];
      const values = 'values' in fact ? Object.keys(fact.values) : [];
      return values
        .filter((value) => !Object.hasOwn(words.values, value))
        .map((value) => missing(['facts', id, 'values', value], `${id} "${value}" has no wording in "${language}"`));
    }),
  );
}

function missing(path: PropertyKey[], message: string): Finding {
  return { severity: 'error', code: 'missing-wording', path, message };
}
