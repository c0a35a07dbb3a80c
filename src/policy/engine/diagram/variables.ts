import { variablesOfFact } from '../../fact-types/fact-types.ts';
import { conditionsOfAdvice } from '../../format/advice-schema.ts';
import { conditionsWithin, testsWithin } from '../../format/condition-schema.ts';
import { feeStepsOf } from '../../format/fee-schema.ts';
import { refundPartsOf } from '../../format/refund-schema.ts';
import type { Condition, Derived, PolicyFile } from '../../format/schema.ts';
import { membersTogether } from './members-together.ts';
import { UNKNOWN, type Variable, weighted } from './variable.ts';

export { UNKNOWN, type Variable, type VariableValue } from './variable.ts';

/** The variables of a policy, in the order of its file. */
export function variablesOf(file: PolicyFile): Variable[] {
  const variables: Variable[] = [];
  for (const [id, fact] of Object.entries(file.facts)) {
    const usage = {
      standsAlone: (member: string) => standsAlone(file, id, member),
      tests: () => testsOf(file, id),
    };
    variables.push(...variablesOfFact(id, fact, usage));
  }
  for (const [id, derived] of Object.entries(file.derived)) {
    variables.push(
      weighted(
        id,
        valuesOf(derived).map((value) => [value, derived.likelihood[value] ?? 0]),
      ),
    );
  }
  return variables;
}

/** The values of a period, in the order of time, and `unknown`. */
export function valuesOf({ steps, within, after }: Derived): string[] {
  return [...steps.map(({ value }) => value), within, after, UNKNOWN];
}

/** True if the policy names this member, or its clause, anywhere but through `eachOf`. */
function standsAlone(file: PolicyFile, set: string, member: string): boolean {
  const fact = file.facts[set];
  const clause = fact?.type === 'set' ? fact.values[member]?.clause : undefined;
  return conditionsOf(file).some((condition) => names(condition, set, member)) || citedClauses(file).has(clause);
}

/** All that a condition anywhere in the file asks of a fact. */
function testsOf(file: PolicyFile, id: string): unknown[] {
  const within = (condition: Condition): unknown[] => [
    ...conditionsWithin(condition).flatMap((inner) => within(inner.condition)),
    ...testsWithin(condition).flatMap(([fact, values]) => (fact === id ? values : [])),
  ];
  return conditionsOf(file).flatMap(within);
}

function names(condition: Condition, set: string, member: string): boolean {
  return (
    conditionsWithin(condition).some((within) => names(within.condition, set, member)) ||
    testsWithin(condition).some(([fact, values]) => fact === set && values.includes(member))
  );
}

/** Every condition written anywhere in the file. */
function conditionsOf(file: PolicyFile): Condition[] {
  const found: Condition[] = [...Object.values(file.conditions), ...file.impossible.map((rule) => rule.when)];
  for (const fact of [file.facts, file.derived, file.combined].flatMap((all) =>
    Object.values<{ applies?: Condition | undefined }>(all),
  )) {
    if (fact.applies) found.push(fact.applies);
  }
  for (const { when } of Object.values(file.variants).flat()) found.push(when);
  for (const row of file.decisions) {
    found.push(row.when, ...(row.fee ? feeStepsOf(row.fee) : []).map(({ when }) => when ?? {}));
    found.push(...refundPartsOf(row).map(({ when }) => when));
    for (const alternative of row.alternatives) found.push(alternative.when ?? {}, alternative.unless ?? {});
    for (const { when } of Object.values(row.choose ?? {})) found.push(when ?? {});
    found.push(...conditionsOfAdvice([...row.steps, ...row.notes]).map(({ when }) => when));
  }
  for (const { when } of Object.values(file.formFields)) found.push(when ?? {});
  for (const citation of allCitations(file)) {
    if (typeof citation === 'object' && 'clause' in citation && citation.when) found.push(citation.when);
  }
  return found;
}

function allCitations(file: PolicyFile) {
  const lists = [
    ...Object.values(file.citations),
    ...file.decisions.flatMap((row) => [row.clauses, row.anyOf ?? [], row.terms]),
    ...file.decisions.flatMap(({ choose = {} }) => Object.values(choose).map(({ terms }) => terms)),
  ];
  return lists.flatMap((list) => membersTogether(file, list));
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
