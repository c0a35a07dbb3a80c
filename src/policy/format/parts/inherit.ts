import { isTree, type Tree } from './tree.ts';
import { withoutWording } from './wording.ts';

/** The maps of a policy that it can share with others. */
const shared = ['facts', 'derived', 'conditions', 'clauses', 'citations', 'outcomes', 'formFields'] as const;

/** True for a map of a policy that it can share. */
export function isShared(key: PropertyKey | undefined): boolean {
  return shared.some((one) => one === key);
}

/** An entry that a policy has from a file that it extends. */
interface Entry {
  map: string;
  id: string;
  value: unknown;
  /** The place of the file among those extended, nearest first. */
  from: number;
}

/** The name of an entry, by which it is known where it comes from. */
export function entryKey(map: unknown, id: unknown): string {
  return `${String(map)} ${String(id)}`;
}

/**
 * Puts into a policy what it names, and has not itself, of the files that it extends, nearest first; returns the place
 * of the file of each such entry. Examples stay where they are: they show the policy of that file.
 */
export function inherit(values: Tree, bases: readonly unknown[]): Map<string, number> {
  const offered = new Map<string, Entry>();
  bases.forEach((base, from) => {
    for (const entry of entriesIn(base, from)) {
      const key = entryKey(entry.map, entry.id);
      if (!hasOwn(values, entry) && !offered.has(key)) offered.set(key, entry);
    }
  });
  const taken = new Map<string, number>();
  for (let names = namesIn(withoutWording(values)); names.size > 0; ) {
    const found = [...offered].filter(([key, { id }]) => !taken.has(key) && names.has(id));
    for (const [key, entry] of found) {
      taken.set(key, entry.from);
      put(values, entry);
    }
    names = new Set(
      found.flatMap(([, { map, id, value }]) => [...namesIn(withoutWording({ [map]: { [id]: value } }))]),
    );
  }
  return taken;
}

function entriesIn(base: unknown, from: number): Entry[] {
  if (!isTree(base)) return [];
  return shared.flatMap((map) => {
    const entries = base[map];
    return isTree(entries) ? Object.entries(entries).map(([id, value]) => ({ map, id, value, from })) : [];
  });
}

function hasOwn(values: Tree, { map, id }: Entry): boolean {
  const own = values[map];
  return isTree(own) && Object.hasOwn(own, id);
}

function put(values: Tree, { map, id, value }: Entry): void {
  const own = values[map];
  const place: Tree = isTree(own) ? own : {};
  const { examples: _, ...entry } = isTree(value) ? value : {};
  place[id] = structuredClone(isTree(value) ? entry : value);
  values[map] = place;
}

/** Every name that a part of a policy could mean: its keys, and its texts. */
function namesIn(node: unknown): Set<string> {
  if (typeof node === 'string') return new Set([node]);
  if (Array.isArray(node)) return new Set(node.flatMap((item) => [...namesIn(item)]));
  if (!isTree(node)) return new Set();
  return new Set(Object.entries(node).flatMap(([key, value]) => [key, ...namesIn(value)]));
}
