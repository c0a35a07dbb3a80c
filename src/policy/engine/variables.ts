import { feeStepsOf } from '../format/fee-schema.ts';
import type { Condition, Derived, Fact, PolicyFile } from '../format/schema.ts';

export type VariableValue = string | boolean;
export const UNKNOWN = 'unknown';

/**
 * One dimension of a policy's space. A choice, a yes-no and a derived fact are one variable each; a set is one
 * variable for each member that the policy treats on its own, and one for "any of the others", which behave alike.
 */
export interface Variable {
  /** The fact or derived fact it belongs to. */
  fact: string;
  values: VariableValue[];
  /** How likely each value is; sums to 1. */
  probabilities: number[];
  /** For a set: the members that make it true. */
  members?: string[];
}

/** The variables of a policy, in the order of its file. */
export function variablesOf(file: PolicyFile): Variable[] {
  const variables: Variable[] = [];
  for (const [id, fact] of Object.entries(file.facts)) variables.push(...factVariables(id, fact, file));
  for (const [id, derived] of Object.entries(file.derived)) {
    const values = valuesOf(derived);
    variables.push({
      fact: id,
      values,
      probabilities: normalised(values.map((value) => derived.likelihood[value] ?? 0)),
    });
  }
  return variables;
}

/** The values of a period, in the order of time, and `unknown`. */
export function valuesOf({ steps, within, after }: Derived): string[] {
  return [...steps.map(({ value }) => value), within, after, UNKNOWN];
}

function factVariables(id: string, fact: Fact, file: PolicyFile): Variable[] {
  switch (fact.type) {
    case 'choice': {
      const values = Object.keys(fact.values);
      const weights = Object.values(fact.values).map((value) => value.likelihood);
      if (fact.unknown) {
        values.push(UNKNOWN);
        weights.push(fact.unknownLikelihood ?? 0);
      }
      return [{ fact: id, values, probabilities: normalised(weights) }];
    }
    case 'yes-no': {
      const { likelihood } = fact;
      const weights = [likelihood.true, likelihood.false, ...(fact.unknown ? [likelihood.unknown ?? 0] : [])];
      return [
        { fact: id, values: [true, false, UNKNOWN].slice(0, weights.length), probabilities: normalised(weights) },
      ];
    }
    case 'set': {
      const members = Object.keys(fact.values);
      const single = new Set(members.filter((member) => standsAlone(file, id, member)));
      const groups = members.filter((member) => single.has(member)).map((member) => [member]);
      const alike = members.filter((member) => !single.has(member));
      if (alike.length) groups.push(alike);
      return groups.map((group) => {
        const none = group.reduce((p, member) => p * (1 - (fact.values[member]?.likelihood ?? 0) / 100), 1);
        return { fact: id, values: [false, true], probabilities: [none, 1 - none], members: group };
      });
    }
    default:
      return [];
  }
}

/** Whether the policy names this member, or its clause, anywhere but through `eachOf`. */
function standsAlone(file: PolicyFile, set: string, member: string): boolean {
  const fact = file.facts[set];
  const clause = fact?.type === 'set' ? fact.values[member]?.clause : undefined;
  return conditionsOf(file).some((condition) => names(condition, set, member)) || citedClauses(file).has(clause);
}

function names(condition: Condition, set: string, member: string): boolean {
  return Object.entries(condition).some(([key, value]) => {
    if (key === 'any' || key === 'all') return (value as Condition[]).some((part) => names(part, set, member));
    if (key === 'not') return names(value as Condition, set, member);
    return key === set && [value].flat().includes(member);
  });
}

/** Every condition written anywhere in the file. */
function conditionsOf(file: PolicyFile): Condition[] {
  const found: Condition[] = [...Object.values(file.conditions), ...file.impossible.map((rule) => rule.when)];
  for (const fact of [...Object.values(file.facts), ...Object.values(file.derived)]) {
    if (fact.applies) found.push(fact.applies);
  }
  for (const { when } of Object.values(file.variants).flat()) found.push(when);
  for (const row of file.decisions) {
    found.push(row.when, ...(row.fee ? feeStepsOf(row.fee) : []).map(({ when }) => when ?? {}));
    for (const alternative of row.alternatives) found.push(alternative.when ?? {}, alternative.unless ?? {});
  }
  for (const citation of allCitations(file)) {
    if (typeof citation === 'object' && 'clause' in citation && citation.when) found.push(citation.when);
  }
  return found;
}

function allCitations(file: PolicyFile) {
  return [
    ...Object.values(file.citations).flat(),
    ...file.decisions.flatMap((row) => [...row.clauses, ...(row.anyOf ?? []), ...row.terms]),
  ];
}

/** The clauses that the file cites by name. */
function citedClauses(file: PolicyFile): Set<string | undefined> {
  return new Set(
    allCitations(file).flatMap((citation) => {
      if (typeof citation === 'string') return [citation];
      return 'clause' in citation ? [citation.clause] : [];
    }),
  );
}

function normalised(weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
}
