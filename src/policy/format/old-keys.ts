/** A key of earlier policies, and what it is called now. */
export interface OldKey {
  /** Where it stood; `*` stands for any key. */
  path: readonly string[];
  renamedTo: string;
}

/** The keys that had other names before; a policy that still uses one is refused, and `returns upgrade` rewrites it. */
export const oldKeys: readonly OldKey[] = [
  { path: ['facts', '*', 'hears'], renamedTo: 'phrases' },
  { path: ['facts', '*', 'values', '*', 'hears'], renamedTo: 'phrases' },
  { path: ['facts', '*', 'values', '*', 'denies'], renamedTo: 'negativePhrases' },
  { path: ['facts', '*', 'values', '*', 'claims'], renamedTo: 'intents' },
  { path: ['derived', '*', 'asks'], renamedTo: 'askFor' },
  { path: ['clauses', '*', 'asks'], renamedTo: 'sampleQuestions' },
];

/** What a key of a policy file is called now; `undefined` if it never had another name. */
export function newNameOf(path: readonly PropertyKey[]): string | undefined {
  return oldKeys.find((old) => matches(old.path, path))?.renamedTo;
}

function matches(pattern: readonly string[], path: readonly PropertyKey[]): boolean {
  return pattern.length === path.length && pattern.every((part, i) => part === '*' || part === String(path[i]));
}
