import { type Document, isMap, isPair, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import { InvariantError } from '../../../errors.ts';
import type { Likelihood } from '../../interview/likelihoods.ts';

/** The likelihoods as a piece of YAML with nothing else in it. */
export function likelihoodPatch(likelihoods: readonly Likelihood[]): string {
  const root: Record<string, unknown> = {};
  for (const { path, percent } of likelihoods) {
    let parent = root;
    for (const key of path.slice(0, -1)) {
      parent[key] ??= {};
      parent = parent[key] as Record<string, unknown>;
    }
    parent[path.at(-1) as string] = percent;
  }
  return stringify(root);
}

/** The text of a policy file with these likelihoods in it; every other character stays as it is. */
export function withLikelihoods(text: string, likelihoods: readonly Likelihood[]): string {
  const document = parseDocument(text);
  const edits = likelihoods.map(({ path, percent }) => editOf(document, text, path, String(percent)));
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((result, { from, to, by }) => result.slice(0, from) + by + result.slice(to), text);
}

interface Edit {
  from: number;
  to: number;
  by: string;
}

function editOf(document: Document, text: string, path: string[], by: string): Edit {
  const key = path.at(-1) as string;
  const map = document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) throw new InvariantError('no-likelihood-place', `the file has no ${path.slice(0, -1).join('.')}`);
  // A key may be written as a truth value: `true: 18`.
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  const range = pair && isScalar(pair.value) ? pair.value.range : undefined;
  return range ? { from: range[0], to: range[1], by } : insertion(map, text, `${key}: ${by}`);
}

function insertion(map: YAMLMap, text: string, entry: string): Edit {
  const [first] = map.items as Pair[];
  const at = isScalar(first?.key) ? (first.key.range?.[0] ?? 0) : 0;
  const indent = ' '.repeat(at - (text.lastIndexOf('\n', at) + 1));
  return { from: at, to: at, by: map.flow ? `${entry}, ` : `${entry}\n${indent}` };
}
