import { isTree } from './tree.ts';
import { putWording, sentencesIn, type Wording, wordingIn } from './wording.ts';
import { isShown, isWording, leadsToWording } from './wording-paths.ts';

type Path = (string | number)[];

/** A policy in one more language. */
export interface JoinedTranslation {
  language: string;
  /** As the joined policy; a sentence that the language lacks is there in the policy's first language. */
  values: unknown;
  /** Sentences that customers read in the first language and not in this one. */
  missing: Path[];
  /** Wording that belongs to nothing, or that the first language does not have. */
  surplus: Path[];
}

/** The policy, joined in its first language, with another language's wording in the place of it. */
export function translationOf(joined: unknown, language: string, wording: readonly Wording[]): JoinedTranslation {
  const values = structuredClone(joined);
  if (!isTree(values)) return { language, values, missing: [], surplus: [] };
  const original = wordingIn(joined);
  // What customers write is not understood in the words of another language.
  dropRecognised(values);
  values.language = language;
  const homeless = wording.filter((one) => !putWording(values, one));
  const [expected, found] = [sentencesIn(original), sentencesIn(wording.filter((one) => !homeless.includes(one)))];
  return {
    language,
    values,
    missing: without(expected, found),
    surplus: [...homeless.map(({ path }) => [...path]), ...without(found, expected)],
  };
}

function without(paths: Path[], others: Path[]): Path[] {
  const known = new Set(others.map((path) => JSON.stringify(path)));
  return paths.filter((path) => !known.has(JSON.stringify(path)));
}

function dropRecognised(node: unknown, path: string[] = []): void {
  if (Array.isArray(node)) for (const item of node) dropRecognised(item, [...path, '*']);
  if (!isTree(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const here = [...path, key];
    if (isWording(here) && !isShown(here)) delete node[key];
    else if (leadsToWording(here)) dropRecognised(value, here);
  }
}
