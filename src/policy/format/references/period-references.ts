import { UNKNOWN, valuesOf } from '../../engine/diagram/variables.ts';
import { isMonthDay, seasonProblem } from '../../seasons.ts';
import { type FeeStep, feeStepsOf } from '../fee-schema.ts';
import { declaredId } from '../period-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import type { DecisionRow, Derived, Fact, PolicyFile } from '../schema.ts';

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
    derived.extended.forEach((extension, i) => {
      const expected = extensionProblem(extension);
      if (expected !== undefined) problems.push({ path: [...path, 'extended', i], message: `expected ${expected}` });
    });
    for (const season of 'season' in derived.length ? derived.length.season : []) {
      const expected = seasonProblem(season);
      if (expected !== undefined) problems.push({ path: [...path, 'season'], message: `expected ${expected}` });
    }
    if (variants)
      problems.push(
        ...orderProblems(
          [...path, 'length'],
          variants.map(({ when }) => Object.keys(when).length > 0),
        ),
      );
  }
  return [...problems, ...Object.keys(file.combined).flatMap((id) => combinedProblems(file, id))];
}

/** The derived facts that have an end, as the file names them: all but those that say if a day lies in a season. */
export function periodIds({ derived, combined }: PolicyFile): string[] {
  const periods = Object.entries(derived).filter(([, { length }]) => !('season' in length));
  return [...new Set(periods.map(([id]) => declaredId(id))), ...Object.keys(combined)];
}

/** The mistake in the date that a derived fact is reckoned from. */
export function startProblems(
  { facts }: PolicyFile,
  { from, length, steps }: Derived,
  path: PropertyKey[],
): PathProblem[] {
  const isUntil = 'untilStart' in length;
  const key = isUntil ? 'until' : 'season' in length ? 'day' : 'from';
  const fact = Object.hasOwn(facts, from) ? facts[from] : undefined;
  const takes = ({ type }: Fact): boolean => type === 'date' || (type === 'instant' && !isUntil);
  if (!fact || !takes(fact)) {
    const known = Object.entries(facts).flatMap(([id, one]) => (takes(one) ? [id] : []));
    return [{ path: [...path, key], message: `there is no date fact "${from}"; expected one of ${known.join(', ')}` }];
  }
  if (isUntil && !(fact.type === 'date' && fact.future))
    return [{ path: [...path, key], message: `${from} always lies in the past; give it "future: true"` }];
  const before = steps.flatMap((step) => ('daysBefore' in step ? [step.daysBefore] : []));
  const late = before.findIndex((days, at) => at > 0 && days >= (before[at - 1] ?? 0));
  return late < 0
    ? []
    : [{ path: [...path, 'steps', late], message: 'expected the steps furthest before the day first' }];
}

/** Mistakes in a derived fact that stands for several. */
function combinedProblems(file: PolicyFile, id: string): PathProblem[] {
  const { of = [], pick, within, after } = file.combined[id] ?? {};
  const path = ['derived', id];
  const known = periodIds(file).filter((one) => !Object.hasOwn(file.combined, one));
  const parts = of.flatMap((part, at) => {
    const message = `there is no period "${part}"; expected one of ${known.join(', ')}`;
    return known.includes(part) ? [] : [{ path: [...path, `${pick}Of`, at], message }];
  });
  const doubled = of.find((part, at) => of.indexOf(part) < at);
  return [
    ...parts,
    ...(doubled === undefined ? [] : [{ path: [...path, `${pick}Of`], message: `"${doubled}" stands here twice` }]),
    ...(within === after || within === UNKNOWN || after === UNKNOWN
      ? [{ path, message: `"${after}" stands for two values` }]
      : []),
    ...(file.facts[id] ? [{ path, message: `"${id}" is a fact already` }] : []),
  ];
}

/** The mistake in a season that moves the end of a period, in words that go on after "expected". */
function extensionProblem({ from, to, until }: { from: string; to: string; until: string }): string | undefined {
  const days = [from, to, until];
  const yearly = days.filter(isMonthDay).length;
  if (yearly > 0 && yearly < days.length) return "all three days with their year, or all without, such as '01-31'";
  // What comes before the beginning belongs to the next year.
  const inOrder = yearly === 0 ? days : days.map((day) => `${day < from ? 1 : 0}-${day}`);
  return inOrder.join() === inOrder.toSorted().join() ? undefined : 'from, to and until in the order of time';
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
