import { entriesOf, isTree, type Tree, valueAt } from './tree.ts';
import { isShown, isWordingAt, leadsToWording } from './wording-paths.ts';

type Path = readonly string[];

/** A text, or a list of words, with its place in a language's file. */
export interface Wording {
  path: Path;
  value: unknown;
}

/** All wording below a place of a policy or of a language's file, in its order. */
export function wordingIn(node: unknown, path: Path = []): Wording[] {
  return entriesOf(node, path).flatMap(([key, value]): Wording[] => {
    const here = [...path, key];
    if (isWordingAt(here, value)) return value === undefined ? [] : [{ path: here, value }];
    return leadsToWording(here) ? wordingIn(value, here) : [];
  });
}

/** Puts wording where it belongs in a policy; false if the policy has no such place, or has rules in it. */
export function putWording(policy: Tree, { path, value }: Wording): boolean {
  const [key = '', ...way] = path.toReversed();
  const parent = way.toReversed();
  const place = valueAt(policy, parent);
  if (!isTree(place)) return false;
  if (isTree(place[key]) && leadsToWording(path)) return false;
  place[key] = value;
  return true;
}

/** A policy without its wording; its rules are the same objects. */
export function withoutWording(node: unknown, path: Path = []): unknown {
  if (Array.isArray(node) && leadsToWording([...path, '*']))
    return node.map((item) => withoutWording(item, [...path, '*']));
  if (!isTree(node)) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      const here = [...path, key];
      return isWordingAt(here, value) ? [] : [[key, leadsToWording(here) ? withoutWording(value, here) : value]];
    }),
  );
}

/** The places of all sentences that customers read: each text, each item of a list, each side of a summary. */
export function sentencesIn(wording: readonly Wording[]): (string | number)[][] {
  return wording.flatMap(({ path, value }) => {
    if (!isShown(path)) return [];
    if (Array.isArray(value)) return value.map((_, i) => [...path, i]);
    return isTree(value) ? Object.keys(value).map((key) => [...path, key]) : [[...path]];
  });
}
