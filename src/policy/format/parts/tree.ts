import { listsById } from './wording-paths.ts';

/** A map of a YAML file. */
export type Tree = Record<string, unknown>;

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a map, or the items of a list of rules by their `id`; empty for anything else. */
export function entriesOf(node: unknown, path: readonly PropertyKey[]): [string, unknown][] {
  if (isTree(node)) return Object.entries(node);
  if (!Array.isArray(node) || path.length !== 1 || !listsById.includes(String(path[0]))) return [];
  return node.flatMap((item): [string, unknown][] =>
    isTree(item) && typeof item.id === 'string' ? [[item.id, item]] : [],
  );
}

/** The value at a path, in which the items of lists of rules are named by their ids; `undefined` if nothing does. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, key, i) => {
    const entry = entriesOf(node, path.slice(0, i)).find(([id]) => id === String(key));
    return entry?.[1];
  }, root);
}
