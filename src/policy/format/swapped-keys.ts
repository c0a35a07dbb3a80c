import type { z } from 'zod';
import type { PathProblem } from './policy-file-error.ts';

type Issue = z.core.$ZodIssue;

/** An entry with one key in the place of another, and the two issues that say so. */
export interface SwappedKey extends PathProblem {
  issues: Issue[];
}

/** Entries that lack one key and have one that does not belong there: `days` where `daysBefore` is expected. */
export function swappedKeys(issues: readonly Issue[]): SwappedKey[] {
  return issues.flatMap((surplus): SwappedKey[] => {
    if (surplus.code !== 'unrecognized_keys') return [];
    const [key, ...moreKeys] = surplus.keys;
    const [missing, ...more] = issues.filter((issue) => isMissingIn(surplus.path, issue));
    if (key === undefined || !missing || moreKeys.length > 0 || more.length > 0) return [];
    const message = `expected ${String(missing.path.at(-1))} in the place of ${key}`;
    return [{ path: [...surplus.path, key], message, issues: [surplus, missing] }];
  });
}

function isMissingIn(entry: PropertyKey[], { code, path, ...issue }: Issue): boolean {
  const isMissing = code === 'invalid_type' && issue.input === undefined;
  return isMissing && path.length === entry.length + 1 && entry.every((key, at) => path[at] === key);
}
