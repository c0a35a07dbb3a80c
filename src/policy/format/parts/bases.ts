import { join } from 'node:path';
import { expectedKeys } from '../expected-keys.ts';
import type { PathProblem } from '../policy-file-error.ts';
import { type FilePosition, readYaml } from '../yaml/yaml-text.ts';
import { extendedPart } from './extended.ts';
import { entryKey } from './inherit.ts';
import { isTree, type Tree, valueAt } from './tree.ts';
import { type Wording, wordingIn } from './wording.ts';

/** One file of a policy. */
export interface Part {
  file: string;
  values: unknown;
  at(path: readonly PropertyKey[]): FilePosition;
}

/** A file or folder that a policy extends. */
export interface Base {
  rules: Part;
  languages: ReadonlyMap<string, Part>;
}

/** Reads one file, called `file` in messages. */
export function readPart(text: string, file: string): Part {
  const { values, positionOf } = readYaml(text, file);
  return { file, values, at: (path) => ({ file, ...positionOf([...path]) }) };
}

/** What a policy extends, nearest first, by the files of its text; `folder` is where the policy lies. */
export function basesIn(files: ReadonlyMap<string, string>, folder: string): Base[] {
  const parts = [...files].flatMap(([name, text]) => {
    const part = extendedPart(name);
    return part ? [{ ...part, part: readPart(text, join(folder, part.path)) }] : [];
  });
  return [...Map.groupBy(parts, ({ number }) => number).values()].flatMap((list) => {
    const languages = list.flatMap(({ path, part }) => {
      const [, language] = /(?:^|\/)([a-z]{2})\.yaml$/.exec(path) ?? [];
      return language === undefined || list.length === 1 ? [] : [[language, part] as const];
    });
    const [rules] = list.filter(({ part }) => !languages.some(([, one]) => one === part));
    return rules ? [{ rules: rules.part, languages: new Map(languages) }] : [];
  });
}

/** The wording that a base has in a language for what the policy takes from it. */
export function wordingOfBase(bases: readonly Base[], taken: ReadonlyMap<string, number>, language: string): Wording[] {
  return bases.toReversed().flatMap(({ languages }, i) => {
    const from = bases.length - 1 - i;
    return wordingIn(languages.get(language)?.values).filter(
      ({ path: [map, id] }) => taken.get(entryKey(map, id)) === from,
    );
  });
}

/** Mistakes in a base that nothing else would find: what is no part of any policy, and words of another language. */
export function baseProblems({ rules, languages }: Base, language: string): PathProblem[] {
  const { values } = rules;
  if (!isTree(values)) return [{ path: [], message: 'expected a map, such as clauses' }];
  const known = expectedKeys([]);
  const unknown = Object.keys(values).filter((key) => !known.includes(key));
  const isOther = values.language !== undefined && values.language !== language && languages.size === 0;
  return [
    ...unknown.map((key) => ({ path: [key], message: `unknown key "${key}"; expected one of ${known.join(', ')}` })),
    ...(isOther ? [{ path: ['language'], message: `expected ${language}, the language of what extends it` }] : []),
  ];
}

/** Lets the sentences of the bases' sources lead to the clauses that the policy has from them. */
export function addSentences(values: Tree, bases: readonly Base[], taken: ReadonlyMap<string, number>): void {
  const { source } = values;
  if (!isTree(source) || !Array.isArray(source.sentences)) return;
  const added = bases.flatMap(({ rules }, from) => {
    const sentences = isTree(rules.values) ? valueAt(rules.values, ['source', 'sentences']) : undefined;
    return (Array.isArray(sentences) ? sentences : []).flatMap((sentence: unknown) => {
      if (!isTree(sentence) || !Array.isArray(sentence.clauses)) return [];
      const clauses = sentence.clauses.filter((id) => taken.get(entryKey('clauses', id)) === from);
      return clauses.length > 0 ? [{ ...sentence, clauses }] : [];
    });
  });
  source.sentences = [...source.sentences, ...added];
}
