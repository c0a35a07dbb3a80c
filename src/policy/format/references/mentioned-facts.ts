import type { Condition, PolicyFile } from '../schema.ts';

/** The facts and derived facts that a condition tests, through its named conditions too. */
export function mentionedFacts(file: PolicyFile, condition: Condition, found = new Set<string>()): Set<string> {
  const { any, all, not, is, ...tests } = condition;
  for (const part of [...(any ?? []), ...(all ?? []), ...(not ? [not] : [])]) mentionedFacts(file, part, found);
  for (const name of [is ?? []].flat()) mentionedFacts(file, file.conditions[name] ?? {}, found);
  for (const fact of Object.keys(tests)) found.add(fact);
  return found;
}
