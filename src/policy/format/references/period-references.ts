import { valuesOf } from '../../engine/diagram/variables.ts';
import { type FeeStep, feeStepsOf } from '../fee-schema.ts';
import { declaredId } from '../period-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import type { DecisionRow, Fact, PolicyFile } from '../schema.ts';

/** The path of a period in the file: its own entry, or the length of the derived fact it is a variant of. */
export function pathOfPeriod(file: PolicyFile, period: string): PropertyKey[] {
  const id = declaredId(period);
  const at = file.variants[id]?.findIndex((variant) => variant.period === period);
  return at === undefined ? ['derived', id] : ['derived', id, 'length', at];
}

/** Mistakes in steps, seasons and lists of lengths. */
export function periodProblems(file: PolicyFile): PathProblem[] {
  const problems: PathProblem[] = [];
  const declared = new Set(Object.keys(file.derived).map(declaredId));
  for (const id of declared) {
    const variants = file.variants[id];
    const derived = file.derived[variants?.[0]?.period ?? id];
    if (!derived) continue;
    const path = ['derived', id];
    const values = valuesOf(derived);
    values.forEach((value, i) => {
      const valuePath = i < derived.steps.length ? [...path, 'steps', i, 'value'] : path;
      if (values.lastIndexOf(value) !== i)
        problems.push({ path: valuePath, message: `"${value}" stands for two values` });
    });
    derived.extended.forEach(({ from, to, until }, i) => {
      if (from > to || to > until)
        problems.push({ path: [...path, 'extended', i], message: 'expected from, to and until in the order of time' });
    });
    if (variants)
      problems.push(
        ...orderProblems(
          [...path, 'length'],
          variants.map(({ when }) => Object.keys(when).length > 0),
        ),
      );
  }
  return problems;
}

/** Mistakes in the steps of a row's fee. */
export function feeProblems(row: DecisionRow, path: PropertyKey[]): PathProblem[] {
  if (!Array.isArray(row.fee)) return [];
  return orderProblems(
    path,
    feeStepsOf(row.fee).map(({ when }: FeeStep) => when !== undefined),
  );
}

/** In a list of which the first that holds counts, all but the last have a condition. */
function orderProblems(path: PropertyKey[], conditional: boolean[]): PathProblem[] {
  return conditional.flatMap((hasCondition, i) => {
    const isLast = i === conditional.length - 1;
    if (isLast && hasCondition)
      return [{ path: [...path, i], message: 'expected no "when" on the last, which holds for all other cases' }];
    if (!isLast && !hasCondition)
      return [{ path: [...path, i], message: 'expected a "when"; only the last holds for all other cases' }];
    return [];
  });
}

/** Mistakes in a fact that is asked only where it decides. */
export function defaultProblems(fact: Fact, path: PropertyKey[]): PathProblem[] {
  if (fact.type !== 'choice') return [];
  if (fact.asked === false && fact.default === undefined)
    return [{ path, message: 'a fact that is not asked needs a default' }];
  if (fact.asked !== false && fact.default !== undefined)
    return [{ path: [...path, 'default'], message: 'only a fact with "asked: false" has a default' }];
  if (fact.default !== undefined && !Object.hasOwn(fact.values, fact.default)) {
    const message = `there is no value "${fact.default}"; expected one of ${Object.keys(fact.values).join(', ')}`;
    return [{ path: [...path, 'default'], message }];
  }
  return [];
}
