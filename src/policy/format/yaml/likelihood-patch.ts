import { Document, isMap, isPair, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { InvariantError } from '../../../errors.ts';
import { entryAt } from '../../entry-at.ts';
import type { Likelihood } from '../../interview/likelihoods.ts';

/** The likelihoods as a piece of YAML with nothing else in it. */
export function likelihoodPatch(likelihoods: readonly Likelihood[]): string {
  const patch = new Document({});
  for (const { path, percent } of likelihoods) patch.setIn(path, percent);
  return patch.toString();
}

/**
 * The text of a policy file with these likelihoods in it; every other character stays as it is. What the policy extends
 * stands in a file that other shops share, and is left as it is.
 */
export function withLikelihoods(text: string, likelihoods: readonly Likelihood[]): string {
  const document = parseDocument(text);
  const own = likelihoods.filter(({ path }) => document.has('extends') === false || document.hasIn(path.slice(0, 2)));
  const edits = own.map(({ path, percent }) => editOf(document, text, path, String(percent)));
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
  const key = entryAt(path, path.length - 1);
  const map = document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) throw new InvariantError('no-likelihood-place', `the file has no ${path.slice(0, -1).join('.')}`);
  // A key may be written as a truth value: `true: 18`.
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  const range = pair && isScalar(pair.value) ? pair.value.range : undefined;
  return range ? { from: range[0], to: range[1], by } : insertion(map, text, `${key}: ${by}`);
}

function insertion(map: YAMLMap, text: string, entry: string): Edit {
  const [first] = map.items;
  const at = isScalar(first?.key) ? (first.key.range?.[0] ?? 0) : 0;
  const indent = ' '.repeat(at - (text.lastIndexOf('\n', at) + 1));
  return { from: at, to: at, by: map.flow ? `${entry}, ` : `${entry}\n${indent}` };
}
