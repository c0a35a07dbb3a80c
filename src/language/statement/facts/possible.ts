import type { Condition, PolicyFile } from '../../../policy/format/schema.ts';
import type { HeardFact } from '../heard.ts';

type Values = ReadonlyMap<string, HeardFact['value']>;

/** Leaves out the facts that cannot concern a case in which the others are so, and those that are impossible beside them. */
export function possibleFacts(file: PolicyFile, heard: readonly HeardFact[]): HeardFact[] {
  const values: Values = new Map(heard.map(({ fact, value }) => [fact, value]));
  const impossible = new Set(
    file.impossible.filter(({ when }) => holds(file, when, values) === true).map(({ fact }) => fact),
  );
  return heard.filter(({ fact }) => !impossible.has(fact) && canApply(file, fact, values));
}

/** Whether a fact can concern a case in which these are so. */
export function canApply(file: PolicyFile, fact: string, values: Values): boolean {
  const applies = file.facts[fact]?.applies;
  return applies === undefined || holds(file, applies, values) !== false;
}

/** Whether a condition holds; `undefined` where the values leave that open. */
function holds(file: PolicyFile, condition: Condition, values: Values): boolean | undefined {
  const { any, all, not, is, ...tests } = condition;
  const parts: (boolean | undefined)[] = Object.entries(tests).map(([fact, wanted]) => {
    const value = values.get(fact);
    return value === undefined ? undefined : [wanted].flat().includes(value);
  });
  for (const part of all ?? []) parts.push(holds(file, part, values));
  for (const name of [is ?? []].flat()) parts.push(holds(file, file.conditions[name] ?? {}, values));
  if (any) parts.push(either(any.map((part) => holds(file, part, values))));
  if (not) {
    const inner = holds(file, not, values);
    parts.push(inner === undefined ? undefined : !inner);
  }
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function either(parts: (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}
