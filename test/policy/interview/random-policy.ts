import { compilePolicy, type Policy } from '../../../src/policy/engine/diagram/compile.ts';
import type { Condition, DecisionRow, PolicyFile } from '../../../src/policy/format/schema.ts';
import { policyFileSchema } from '../../../src/policy/format/schema.ts';
import { oneOf, type Rng } from '../../random.ts';
import type { Answer, World } from './trees.ts';

const clauses = ['clause-a', 'clause-b', 'clause-c'];
const wording = { label: 'Label', question: 'What?' };

/** One dimension of a small policy, as its table sees it. */
interface Dimension {
  id: string;
  values: readonly (string | boolean | string[])[];
  likelihoods: readonly number[];
  cost: number;
  /** A period that the same date tells, and its values beside the others. */
  also?: { id: string; values: readonly string[] };
}

/** A small policy nobody would write, and the explicit table that says what it means. */
export interface SmallPolicy {
  policy: Policy;
  world: World;
}

/** Three or four facts, a period or two, a few rows; with `isRuled` some combinations are impossible. */
export function smallPolicy(rng: Rng, isRuled: boolean): SmallPolicy {
  const facts: Record<string, unknown> = { first: choice(rng), second: choice(rng) };
  if (rng() < 0.6) facts.third = yesNo(rng);
  if (rng() < 0.5) facts.marks = set(rng);
  const periods = oneOf(rng, [
    [],
    ['window'],
    ['warranty'],
    ['window', 'warranty'],
    ['window', 'later'],
    ['window', 'later', 'warranty'],
  ]);
  const derived: Record<string, unknown> = {};
  if (periods.length) facts.boughtOn = { type: 'date', ...wording, unknown: true, cost: cost(rng) };
  if (periods.includes('window')) derived.window = { ...period(rng), length: { days: 14 } };
  if (periods.includes('later')) {
    const [short, long] = overlapping(rng);
    derived.window = { ...short, length: { days: 14 } };
    derived.later = { ...long, length: { days: 30 } };
  }
  if (periods.includes('warranty')) {
    facts.months = { type: 'months', ...wording, unknown: true, cost: cost(rng) };
    derived.warranty = { ...period(rng), length: { months: 'months' } };
  }
  const testable = [...Object.keys(facts).filter((id) => id !== 'boughtOn' && id !== 'months'), ...periods];
  const file = fileOf(facts, derived);
  const condition = (): Condition => someCondition(rng, file, testable);
  file.decisions = [...Array.from({ length: 2 + Math.floor(rng() * 4) }, (_, i) => row(rng, i, condition)), otherwise];
  if (isRuled) file.impossible = [{ when: { ...condition(), ...condition() }, fact: 'first', because: 'it cannot be' }];
  return { policy: compilePolicy(file, { text: '', digest: 'sha256:test' }), world: worldOf(file) };
}

const otherwise = { ...emptyRow('otherwise'), resolution: 'human-review' } satisfies DecisionRow;

function emptyRow(id: string) {
  return { id, when: {}, clauses: [], terms: [], alternatives: [], steps: [], notes: [] };
}

function row(rng: Rng, at: number, condition: () => Condition): DecisionRow {
  const base = { ...emptyRow(`row-${at}`), when: condition() };
  if (rng() < 0.5) {
    const anyOf = clauses.filter(() => rng() < 0.6).map((clause) => ({ clause, when: condition() }));
    if (anyOf.length) return { ...base, resolution: 'not-eligible', anyOf };
  }
  return {
    ...base,
    resolution: oneOf(rng, ['return', 'cancellation', 'human-review']),
    clauses: rng() < 0.3 ? [{ clause: oneOf(rng, clauses), when: condition() }] : [],
  };
}

function someCondition(rng: Rng, file: PolicyFile, testable: string[]): Condition {
  const test = (): Condition => {
    const id = oneOf(rng, testable);
    const values = wantable(file, id);
    return { [id]: rng() < 0.7 ? [oneOf(rng, values)] : [oneOf(rng, values), oneOf(rng, values)] };
  };
  const kind = rng();
  if (kind < 0.5) return test();
  if (kind < 0.75) return { all: [test(), test()] };
  return kind < 0.9 ? { any: [test(), test()] } : { not: test() };
}

function wantable(file: PolicyFile, id: string): (string | boolean)[] {
  const fact = file.facts[id];
  if (fact?.type === 'set') return [...Object.keys(fact.values), 'any'];
  if (fact?.type === 'choice') return Object.keys(fact.values);
  return fact ? [true, false, 'unknown'] : ['within', 'after', 'unknown'];
}

function fileOf(facts: Record<string, unknown>, derived: Record<string, unknown>): PolicyFile {
  return policyFileSchema.parse({
    id: 'small',
    version: '2026-11-01',
    name: 'Small',
    language: 'en',
    timeZone: 'Europe/Kyiv',
    theme: { accent: '#000000' },
    greeting: 'Hello',
    statutoryNote: 'Note',
    facts,
    derived,
    clauses: Object.fromEntries(clauses.map((id) => [id, { section: 'One', title: id, text: id }])),
    decisions: [{ id: 'otherwise', resolution: 'human-review' }],
    source: { title: 'None', sentences: [{ at: 'One', clauses }] },
  });
}

const cost = (rng: Rng): number => oneOf(rng, [1, 1, 1.5, 2]);
const likelihood = (rng: Rng): number => 1 + Math.floor(rng() * 40);

function choice(rng: Rng) {
  const values = ['one', 'two', 'three', 'four'].slice(0, 2 + Math.floor(rng() * 3));
  const described = values.map((value) => [value, { title: value, likelihood: likelihood(rng) }]);
  return { type: 'choice', ...wording, cost: cost(rng), values: Object.fromEntries(described) };
}

function yesNo(rng: Rng) {
  const weights = { true: likelihood(rng), false: likelihood(rng), unknown: likelihood(rng) };
  return { type: 'yes-no', ...wording, cost: cost(rng), unknown: true, likelihood: weights };
}

function set(rng: Rng) {
  const values = ['red', 'blue'].map((value) => [value, { title: value, likelihood: likelihood(rng) }]);
  return { type: 'set', ...wording, cost: cost(rng), values: Object.fromEntries(values) };
}

function period(rng: Rng) {
  const weights = { within: likelihood(rng), after: likelihood(rng), unknown: likelihood(rng) };
  return { label: 'Period', from: 'boughtOn', within: 'within', after: 'after', likelihood: weights };
}

/** Two periods of one date: whoever is in the shorter is in the longer, and who knows the date knows both. */
function overlapping(rng: Rng) {
  const [both, longer, neither, unknown] = [likelihood(rng), likelihood(rng), likelihood(rng), likelihood(rng)];
  const of = (within: number, after: number) => ({ ...period(rng), likelihood: { within, after, unknown } });
  return [of(both, longer + neither), of(both + longer, neither)] as const;
}

/** The table of a policy file, read without its diagram. */
function worldOf(file: PolicyFile): World {
  const dimensions = dimensionsOf(file);
  const reading = (values: readonly number[]): Reading =>
    new Map(
      dimensions.flatMap(({ id, values: all, also }, i): [string, string | boolean | string[]][] => {
        const at = values[i] ?? 0;
        return [[id, all[at] ?? ''], ...(also ? [[also.id, also.values[at] ?? ''] satisfies [string, string]] : [])];
      }),
    );
  return {
    questions: dimensions,
    answer(values) {
      const facts = reading(values);
      if (file.impossible.some(({ when }) => holds(file, when, facts))) return undefined;
      for (const one of file.decisions) {
        const found = answerOf(file, one, facts);
        if (found) return found;
      }
      throw new Error('the last row matches everything');
    },
    cost: (question, value, known) => priceOf(file, dimensions, question, value, known),
  };
}

type Reading = Map<string, string | boolean | string[]>;

function dimensionsOf(file: PolicyFile): Dimension[] {
  const ofFacts = Object.entries(file.facts).flatMap(([id, fact]): Dimension[] => {
    if (fact.type === 'choice') {
      const weights = Object.values(fact.values).map((value) => value.likelihood);
      return [{ id, values: Object.keys(fact.values), likelihoods: shares(weights), cost: fact.cost }];
    }
    if (fact.type === 'yes-no') {
      const { likelihood: weights } = fact;
      const likelihoods = shares([weights.true, weights.false, weights.unknown ?? 0]);
      return [{ id, values: [true, false, 'unknown'], likelihoods, cost: fact.cost }];
    }
    if (fact.type !== 'set') return [];
    const [red = 0, blue = 0] = Object.values(fact.values).map((value) => value.likelihood / 100);
    const likelihoods = [(1 - red) * (1 - blue), red * (1 - blue), (1 - red) * blue, red * blue];
    return [{ id, values: [[], ['red'], ['blue'], ['red', 'blue']], likelihoods, cost: fact.cost }];
  });
  const { window, later } = file.derived;
  const ofPeriods = Object.entries(file.derived).flatMap(([id, { likelihood: weights }]): Dimension[] => {
    if (id === 'later') return [];
    if (id === 'window' && window && later) return [ofOneDate(window.likelihood, later.likelihood)];
    const values = ['within', 'after', 'unknown'];
    return [{ id, values, likelihoods: shares(values.map((value) => weights[value] ?? 0)), cost: 1 }];
  });
  return [...ofFacts, ...ofPeriods];
}

/** Nobody is in the first fourteen days and not in the first thirty. */
function ofOneDate(short: Readonly<Record<string, number>>, long: Readonly<Record<string, number>>): Dimension {
  const { within: both = 0, unknown = 0 } = short;
  const { within: either = 0, after: neither = 0 } = long;
  return {
    id: 'window',
    values: ['within', 'after', 'after', 'unknown'],
    also: { id: 'later', values: ['within', 'within', 'after', 'unknown'] },
    likelihoods: shares([both, either - both, neither, unknown]),
    cost: 1,
  };
}

/**
 * A window costs its date unless another period asked for it; a warranty costs its months, and its date unless that
 * is known or the months are not.
 */
function priceOf(
  file: PolicyFile,
  dimensions: Dimension[],
  question: number,
  value: number,
  known: readonly number[],
): number {
  const asking = (id: string): number => {
    const fact = file.facts[id];
    return fact && 'cost' in fact ? fact.cost : 0;
  };
  const unknown = 2;
  const knownOf = (id: string): number => known[dimensions.findIndex((one) => one.id === id)] ?? -1;
  const { id = '', cost: own = 0 } = dimensions[question] ?? {};
  if (id === 'window') {
    const hasDate = [0, 1].includes(knownOf('warranty'));
    return hasDate ? 0 : asking('boughtOn');
  }
  if (id !== 'warranty') return own;
  if (value === unknown || knownOf('window') >= 0) return asking('months');
  return asking('months') + asking('boughtOn');
}

function answerOf(file: PolicyFile, one: DecisionRow, facts: Reading): Answer | undefined {
  if (!holds(file, one.when, facts)) return undefined;
  const cited = (list: DecisionRow['clauses']): string[] =>
    list.flatMap((citation) => {
      if (typeof citation === 'string') return [citation];
      return 'clause' in citation && holds(file, citation.when ?? {}, facts) ? [citation.clause] : [];
    });
  const found = cited(one.anyOf ?? []);
  if (one.anyOf && found.length === 0) return undefined;
  const all = [...new Set([...cited(one.clauses), ...found])].toSorted();
  const label = `${one.resolution} ${all}`;
  return one.resolution === 'not-eligible' ? { label, clauses: all } : { label };
}

function holds(file: PolicyFile, { any, all, not, is: _, ...tests }: Condition, facts: Reading): boolean {
  if (any && !any.some((part) => holds(file, part, facts))) return false;
  if (all && !all.every((part) => holds(file, part, facts))) return false;
  if (not && holds(file, not, facts)) return false;
  return Object.entries(tests).every(([id, wanted]) => {
    const values = [wanted].flat();
    const fact = facts.get(id);
    if (!Array.isArray(fact)) return values.includes(fact);
    return fact.some((member) => values.includes(member) || values.includes('any'));
  });
}

function shares(weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
