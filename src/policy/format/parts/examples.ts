import { z } from 'zod';
import { kebabId } from '../condition-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import { exampleSchema } from '../schema.ts';
import { isTree, type Tree } from './tree.ts';

const namedOrInline = z.array(z.union([kebabId, exampleSchema]));

/** The file of examples: customers, and which of them show what a clause is about. */
export const examplesFileSchema = z.strictObject({
  /** Customers whom several clauses share, by name. */
  customers: z.record(kebabId, exampleSchema).default({}),
  /** By clause: customers whose decision cites it, and customers whose decision does not. */
  clauses: z
    .record(kebabId, z.strictObject({ in: namedOrInline.default([]), out: namedOrInline.default([]) }))
    .default({}),
});

/** Puts the examples beside their clauses; what is wrong with a key or a name is told with its place in their file. */
export function putExamples(policy: Tree, examples: unknown): PathProblem[] {
  // A file of comments alone.
  if (examples === null) return [];
  if (!isTree(examples)) return [{ path: [], message: 'expected a map' }];
  const unknown = Object.keys(examples).filter((key) => !Object.hasOwn(examplesFileSchema.shape, key));
  // Without a misspelt part nothing else in the file makes sense.
  if (unknown.length > 0) return unknown.map(unknownKey);
  const customers = isTree(examples.customers) ? examples.customers : {};
  const clauses = isTree(policy.clauses) ? policy.clauses : {};
  const problems: PathProblem[] = [];
  const used = new Set<string>();
  const named = (item: unknown, path: PropertyKey[]): unknown[] => {
    if (typeof item !== 'string') return [item];
    used.add(item);
    if (Object.hasOwn(customers, item)) return [customers[item]];
    const known = Object.keys(customers).join(', ') || 'no name at all';
    problems.push({ path, message: `there is no customer "${item}"; expected one of ${known}` });
    return [];
  };
  for (const [id, sides] of Object.entries(isTree(examples.clauses) ? examples.clauses : {})) {
    const clause = clauses[id];
    if (!isTree(clause)) {
      const known = Object.keys(clauses).join(', ');
      problems.push({ path: ['clauses', id], message: `there is no clause "${id}"; expected one of ${known}` });
    } else if (isTree(sides)) {
      clause.examples = Object.fromEntries(
        Object.entries(sides).map(([side, list]) => [
          side,
          Array.isArray(list) ? list.flatMap((item, i) => named(item, ['clauses', id, side, i])) : list,
        ]),
      );
    }
  }
  for (const name of Object.keys(customers)) {
    if (used.has(name)) continue;
    problems.push({ path: ['customers', name], message: `no clause shows "${name}"; name it under one, or remove it` });
  }
  return problems;
}

function unknownKey(key: string): PathProblem {
  const known = Object.keys(examplesFileSchema.shape).join(', ');
  return { path: [key], message: `unknown key "${key}"; expected one of ${known}` };
}

/** The path in the file of examples of one of the joined policy: beside its clause, or with the customer's name. */
export function pathInExamples(examples: unknown, path: readonly PropertyKey[]): PropertyKey[] | undefined {
  const [root, clause = '', key, ...within] = path;
  if (root !== 'clauses' || key !== 'examples') return undefined;
  const name = customerAt(examples, path);
  return name === undefined ? ['clauses', clause, ...within] : ['customers', name, ...within.slice(2)];
}

/** The name under which a clause has the example at a path of the joined policy, or one further down in it. */
export function customerAt(
  examples: unknown,
  [root, clause, key, side, at]: readonly PropertyKey[],
): string | undefined {
  if (root !== 'clauses' || key !== 'examples' || !isTree(examples) || !isTree(examples.clauses)) return undefined;
  const sides = examples.clauses[String(clause)];
  const list = isTree(sides) ? sides[String(side)] : undefined;
  const item: unknown = Array.isArray(list) && typeof at === 'number' ? list[at] : undefined;
  return typeof item === 'string' ? item : undefined;
}
