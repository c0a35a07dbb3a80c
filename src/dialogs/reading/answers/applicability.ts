import type { StatedValues } from '../../../language/statement/statement.ts';
import type { Condition, PolicyFile } from '../../../policy/format/schema.ts';

/** True if a fact can concern a case in which these values are so. */
export function canApply(file: PolicyFile, fact: string, values: StatedValues): boolean {
  const applies = file.facts[fact]?.applies;
  return applies === undefined || holds(file, applies, values) !== false;
}

/** The facts that a policy says cannot be so beside these values. */
export function impossibleFacts({ impossible, ...file }: PolicyFile, values: StatedValues): Set<string> {
  return new Set(impossible.filter(({ when }) => holds(file, when, values) === true).map(({ fact }) => fact));
}

/** True if a condition holds, false if it does not; `undefined` where the values leave that open. */
function holds(file: Pick<PolicyFile, 'conditions'>, condition: Condition, values: StatedValues): boolean | undefined {
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
