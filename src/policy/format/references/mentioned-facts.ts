import type { Condition, PolicyFile } from '../schema.ts';

/** A fact, or the derived facts that one stands for. */
export function partsOf({ combined }: PolicyFile, fact: string): string[] {
  return Object.hasOwn(combined, fact) ? (combined[fact]?.of ?? []) : [fact];
}

/** The facts and derived facts that a condition tests, through its named conditions too. */
export function mentionedFacts(file: PolicyFile, condition: Condition, found = new Set<string>()): Set<string> {
  const { any, all, not, is, ...tests } = condition;
  for (const part of [...(any ?? []), ...(all ?? []), ...(not ? [not] : [])]) mentionedFacts(file, part, found);
  for (const name of [is ?? []].flat()) mentionedFacts(file, file.conditions[name] ?? {}, found);
  for (const fact of Object.keys(tests)) for (const one of partsOf(file, fact)) found.add(one);
  return found;
}
