import { UNKNOWN, valuesOf } from '../../engine/diagram/variables.ts';
import { testableValues } from '../../fact-types/fact-types.ts';
import { orderFieldProblems } from '../../fact-types/order-fields.ts';
import { orderNameProblems } from '../../fact-types/order-values.ts';
import { conditionsOfAdvice } from '../advice-schema.ts';
import { conditionsWithin, namesWithin, testsWithin } from '../condition-schema.ts';
import { feeStepsOf } from '../fee-schema.ts';
import { outcomesOf } from '../outcome-schema.ts';
import { declaredId, monthsFactOf } from '../period-schema.ts';
import type { PathProblem } from '../policy-file-error.ts';
import { refundPartsOf } from '../refund-schema.ts';
import type { Citation, Condition, Derived, Fact, PolicyFile } from '../schema.ts';
import { choiceProblems } from './choice-references.ts';
import { formProblems } from './form-references.ts';
import { comparingProblem, measuredFact, measureProblems } from './measure-references.ts';
import { outcomeProblems } from './outcome-references.ts';
import {
  defaultProblems,
  feeProblems,
  pathOfPeriod,
  periodIds,
  periodProblems,
  startProblems,
} from './period-references.ts';
import { priceProblems, refundProblems } from './refund-references.ts';

/** Words of conditions, and what every object of the language has by these names. */
const reserved = new Set(['any', 'all', 'not', 'is', ...Object.getOwnPropertyNames(Object.prototype)]);
/** Ids that the conversation itself asks for. */
const details = new Set([
  'orderNumber',
  'email',
  'serialNumber',
  'item',
  'pieces',
  'confirm',
  'changeWhich',
  'offerHuman',
  'eraseData',
  'choose',
]);

/** Every place of a policy file that names something the file does not have, or has in another form. */
export function referenceProblems(file: PolicyFile): PathProblem[] {
  const problems: PathProblem[] = [];
  const report = (path: PropertyKey[], message: string): void => {
    problems.push({ path, message });
  };
  const oneOf = (path: PropertyKey[], what: string, name: string, known: string[]): boolean => {
    if (known.includes(name)) return true;
    report(path, `there is no ${what} "${name}"; expected one of ${known.join(', ')}`);
    return false;
  };
  const clauses = Object.keys(file.clauses);
  const dates = factsOfType(file, 'date');

  const checkCondition = (condition: Condition, path: PropertyKey[]): void => {
    for (const within of conditionsWithin(condition)) checkCondition(within.condition, [...path, ...within.path]);
    for (const name of namesWithin(condition)) oneOf([...path, 'is'], 'condition', name, Object.keys(file.conditions));
    for (const [fact, values] of testsWithin(condition)) checkTest(fact, values, [...path, fact]);
  };
  const checkTest = (id: string, values: unknown[], path: PropertyKey[]): void => {
    const measured = measuredFact(file, id);
    if (measured) {
      for (const value of values) {
        const message = comparingProblem(id, measured, value);
        if (message !== undefined) report(path, message);
      }
      return;
    }
    const possible = testable(file, id);
    if (!possible) {
      const known = [...Object.keys(file.facts), ...derivedIds(file)].filter((name) => canTest(file, name));
      const untested =
        file.facts[id]?.type === 'money' ? 'give it type: amount, a currency and a question, or test' : 'expected';
      report(path, `a condition cannot test "${id}"; ${untested} one of ${known.join(', ')}`);
      return;
    }
    for (const value of values) {
      if (!possible.some((one) => one === value))
        report(path, `${id} is never ${JSON.stringify(value)}; expected one of ${possible.join(', ')}`);
    }
  };
  const checkCitations = (citations: Citation[], path: PropertyKey[]): void => {
    citations.forEach((citation, i) => {
      const here = [...path, i];
      if (typeof citation === 'string') oneOf(here, 'clause', citation, clauses);
      else if ('clause' in citation) {
        oneOf([...here, 'clause'], 'clause', citation.clause, clauses);
        checkCondition(citation.when ?? {}, [...here, 'when']);
      } else if ('citations' in citation)
        oneOf([...here, 'citations'], 'list of citations', citation.citations, Object.keys(file.citations));
      else if (oneOf([...here, 'eachOf'], 'set', citation.eachOf, factsOfType(file, 'set'))) {
        const fact = file.facts[citation.eachOf];
        for (const [member, value] of Object.entries(fact?.type === 'set' ? fact.values : {})) {
          if (!value.clause)
            report(['facts', citation.eachOf, 'values', member], 'eachOf cites this value, so it needs a clause');
        }
      }
    });
  };
  const checkDerived = (id: string, derived: Derived): void => {
    const path = pathOfPeriod(file, id);
    if (reserved.has(declaredId(id))) report(path, `"${declaredId(id)}" is reserved; choose another id`);
    if (file.facts[declaredId(id)]) report(path, `"${declaredId(id)}" is a fact already`);
    problems.push(...startProblems(file, derived, path));
    const months = monthsFactOf(derived);
    if (months !== undefined) oneOf([...path, 'length', 'months'], 'months fact', months, factsOfType(file, 'months'));
    if (derived.until !== undefined) oneOf([...path, 'until'], 'date fact', derived.until, dates);
    const forms = [months, derived.until].filter((form) => typeof form === 'string');
    if (derived.askFor !== undefined) oneOf([...path, 'askFor'], 'form of it', derived.askFor, forms);
    for (const value of Object.keys(derived.likelihood)) {
      oneOf([...path, 'likelihood', value], 'value', value, valuesOf(derived));
    }
  };

  for (const [id, fact] of Object.entries(file.facts)) {
    const path = ['facts', id];
    if (reserved.has(id) || details.has(id)) report(path, `"${id}" is reserved; choose another id`);
    if (fact.applies) checkCondition(fact.applies, [...path, 'applies']);
    problems.push(
      ...defaultProblems(fact, path),
      ...orderFieldProblems(fact, path),
      ...measureProblems(id, fact, path),
    );
    problems.push(...orderNameProblems(fact, path));
    if (fact.type !== 'choice' && fact.type !== 'set') continue;
    if (Object.keys(fact.values).length === 0) report([...path, 'values'], 'expected at least one value');
    for (const [value, { clause }] of Object.entries<{ title: string; clause?: string | undefined }>(fact.values)) {
      if (value === UNKNOWN || value === 'any')
        report([...path, 'values', value], `"${value}" is reserved; write "unknown: true" for "I don't know"`);
      if (clause !== undefined) oneOf([...path, 'values', value, 'clause'], 'clause', clause, clauses);
    }
  }
  problems.push(...priceProblems(file));
  for (const [id, derived] of Object.entries(file.derived)) {
    checkDerived(id, derived);
    if (derived.applies) checkCondition(derived.applies, ['derived', id, 'applies']);
  }
  for (const [id, { applies }] of Object.entries(file.combined))
    if (applies) checkCondition(applies, ['derived', id, 'applies']);
  for (const { period, when } of Object.values(file.variants).flat())
    checkCondition(when, [...pathOfPeriod(file, period), 'when']);
  problems.push(...periodProblems(file));
  for (const [name, condition] of Object.entries(file.conditions)) checkCondition(condition, ['conditions', name]);
  file.impossible.forEach((rule, i) => {
    if (rule.id !== undefined && file.impossible.findIndex(({ id }) => id === rule.id) < i)
      report(['impossible', i, 'id'], `there is a rule "${rule.id}" already`);
    checkCondition(rule.when, ['impossible', i, 'when']);
    oneOf(['impossible', i, 'fact'], 'fact', rule.fact, Object.keys(file.facts));
  });
  for (const [name, citations] of Object.entries(file.citations)) checkCitations(citations, ['citations', name]);
  const rows = new Set<string>();
  file.decisions.forEach((row, i) => {
    const path = ['decisions', i];
    if (rows.has(row.id)) report([...path, 'id'], `there is a decision "${row.id}" already`);
    rows.add(row.id);
    oneOf([...path, 'resolution'], 'outcome', row.resolution, outcomesOf(file));
    checkCondition(row.when, [...path, 'when']);
    checkCitations(row.clauses, [...path, 'clauses']);
    checkCitations(row.anyOf ?? [], [...path, 'anyOf']);
    checkCitations(row.terms, [...path, 'terms']);
    for (const key of ['deadline', 'sendBy'] as const) {
      const named = row[key];
      if (named !== undefined) oneOf([...path, key], 'derived fact', named, periodIds(file));
    }
    const fee = row.fee ? feeStepsOf(row.fee) : [];
    fee.forEach(({ when }, at) => void checkCondition(when ?? {}, [...path, 'fee', at, 'when']));
    problems.push(...feeProblems(row, [...path, 'fee']), ...refundProblems(file, row, [...path, 'refund']));
    refundPartsOf(row).forEach(({ when }, at) => void checkCondition(when, [...path, 'refund', 'parts', at, 'when']));
    problems.push(...choiceProblems(file, row, path, checkCondition, derivedIds(file)));
    for (const list of ['steps', 'notes'] as const)
      for (const { path: within, when } of conditionsOfAdvice(row[list]))
        checkCondition(when, [...path, list, ...within]);
    row.alternatives.forEach(({ resolution, when, unless }, at) => {
      oneOf([...path, 'alternatives', at, 'resolution'], 'outcome', resolution, outcomesOf(file));
      checkCondition(when ?? {}, [...path, 'alternatives', at, 'when']);
      checkCondition(unless ?? {}, [...path, 'alternatives', at, 'unless']);
    });
  });
  problems.push(...outcomeProblems(file), ...formProblems(file, checkCondition));
  const askable = [...Object.keys(file.facts), ...Object.keys(file.derived)].filter((id) => canTest(file, id));
  file.opening.forEach((fact, i) => {
    if (!askable.includes(fact)) oneOf(['opening', i], 'fact to ask', fact, [...new Set(askable.map(declaredId))]);
  });
  file.source.sentences.forEach((sentence, i) => {
    if (!('clauses' in sentence)) return;
    for (const clause of sentence.clauses) oneOf(['source', 'sentences', i, 'clauses'], 'clause', clause, clauses);
  });
  if (problems.length === 0) problems.push(...circles(file));
  return problems;
}

/** The derived facts as the file names them. */
function derivedIds(file: PolicyFile): string[] {
  return [...new Set(Object.keys(file.derived).map(declaredId)), ...Object.keys(file.combined)];
}

function factsOfType(file: PolicyFile, type: Fact['type']): string[] {
  return Object.keys(file.facts).filter((id) => file.facts[id]?.type === type);
}

/** The values that a condition can test of a fact or derived fact. */
function testable(file: PolicyFile, id: string): (string | boolean)[] | undefined {
  const combined = Object.hasOwn(file.combined, id) ? file.combined[id] : undefined;
  if (combined) return [combined.within, combined.after, UNKNOWN];
  const period = Object.hasOwn(file.variants, id) ? (file.variants[id]?.[0]?.period ?? id) : id;
  const derived = Object.hasOwn(file.derived, period) ? file.derived[period] : undefined;
  if (derived) return valuesOf(derived);
  const fact = Object.hasOwn(file.facts, id) ? file.facts[id] : undefined;
  const values = fact ? testableValues(fact) : [];
  return values.length ? values : undefined;
}

/** True if conditions can test a fact or derived fact. */
function canTest(file: PolicyFile, id: string): boolean {
  return testable(file, id) !== undefined || measuredFact(file, id) !== undefined;
}

/** Conditions, applicabilities and lists of citations that lead back to themselves. */
function circles(file: PolicyFile): PathProblem[] {
  const uses = new Map<string, string[]>();
  const conditionUses = (condition: Condition): string[] => [
    ...conditionsWithin(condition).flatMap((within) => conditionUses(within.condition)),
    ...namesWithin(condition).map((name) => `conditions.${name}`),
    ...testsWithin(condition).map(([fact]) => factPath(file, fact)),
  ];
  for (const [name, condition] of Object.entries(file.conditions))
    uses.set(`conditions.${name}`, conditionUses(condition));
  for (const id of [...Object.keys(file.facts), ...Object.keys(file.derived)]) {
    uses.set(factPath(file, id), conditionUses((file.facts[id] ?? file.derived[id])?.applies ?? {}));
  }
  for (const [id, variants] of Object.entries(file.variants)) {
    const applies = file.derived[variants[0]?.period ?? id]?.applies ?? {};
    uses.set(factPath(file, id), [applies, ...variants.map(({ when }) => when)].flatMap(conditionUses));
  }
  for (const [id, { applies, of }] of Object.entries(file.combined))
    uses.set(factPath(file, id), [...conditionUses(applies ?? {}), ...of.map((part) => factPath(file, part))]);
  for (const [name, list] of Object.entries(file.citations)) {
    uses.set(
      `citations.${name}`,
      list.flatMap((item) => (typeof item === 'object' && 'citations' in item ? [`citations.${item.citations}`] : [])),
    );
  }
  const leadsBack = (start: string, from: string, seen: Set<string>): boolean =>
    (uses.get(from) ?? []).some(
      (next) => next === start || (!seen.has(next) && leadsBack(start, next, seen.add(next))),
    );
  return [...uses.keys()]
    .filter((name) => leadsBack(name, name, new Set()))
    .map((name) => ({ path: name.split('.'), message: 'it depends on itself' }));
}

function factPath(file: PolicyFile, id: string): string {
  return `${file.facts[id] ? 'facts' : 'derived'}.${id}`;
}
