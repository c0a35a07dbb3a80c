import type { Moment } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import { type Facts, readFacts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import { canBeUnknown } from '../fact-types/fact-types.ts';
import { monthsFactOf } from '../format/period-schema.ts';
import { boundariesOf, usualMonths } from './boundaries.ts';

/** Derived facts that share an input, with every combination of values that some customer can have. */
export interface PeriodGroup {
  /** Indices of the policy's variables: the derived facts, and the asked ones that they depend on. */
  variables: number[];
  /** By the values of `variables`, joined with commas: facts that give them, dates at their boundaries. */
  combinations: Map<string, Facts>;
}

/** Facts that nobody needs to state; the other form of a period then tells it. */
const ABSENT = Symbol('absent');

/** All combinations of a policy's periods at a moment: every boundary is tried on both sides. */
export function periodGroups(policy: Policy, at: Moment): PeriodGroup[] {
  return connected(policy).map((ids) => {
    const inputs = new Set(ids.flatMap((id) => inputsOf(policy, id)));
    const variables = policy.variables.flatMap(({ fact }, index) =>
      ids.includes(fact) || inputs.has(fact) ? [index] : [],
    );
    const choices = [...inputs].map((id): Choice => [id, candidates(policy, id, ids, at)]);
    return { variables, combinations: combinationsOf(policy, variables, choices, at) };
  });
}

/** The facts that a derived fact is computed from. */
export function inputsOf({ file }: Policy, id: string): string[] {
  const derived = file.derived[id];
  if (!derived) return [];
  const months = monthsFactOf(derived);
  const inputs = new Set<unknown>([derived.from, derived.until, months]);
  return Object.keys(file.facts).filter((fact) => inputs.has(fact));
}

function connected(policy: Policy): string[][] {
  const groups: { ids: string[]; inputs: Set<string> }[] = [];
  for (const id of Object.keys(policy.file.derived)) {
    const merged = { ids: [id], inputs: new Set(inputsOf(policy, id)) };
    for (const group of groups.filter(({ inputs }) => [...inputs].some((input) => merged.inputs.has(input)))) {
      merged.ids.unshift(...group.ids);
      for (const input of group.inputs) merged.inputs.add(input);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map(({ ids }) => ids);
}

type Choice = [id: string, values: unknown[]];

function candidates(policy: Policy, id: string, periods: string[], at: Moment): unknown[] {
  const fact = entryAt(policy.file.facts, id);
  const unknown = canBeUnknown(fact) ? [UNKNOWN] : [];
  switch (fact.type) {
    case 'date':
    case 'instant': {
      const starts = periods.filter((period) => policy.file.derived[period]?.from === id);
      const ends = periods.some((period) => policy.file.derived[period]?.until === id);
      const boundaries = boundariesOf(policy, starts, ends, fact.type, at);
      return [...(starts.length === 0 ? [ABSENT] : []), ...boundaries, ...unknown];
    }
    case 'months':
      return [usualMonths, 0, ...unknown, ABSENT];
    default:
      return [ABSENT];
  }
}

function combinationsOf(policy: Policy, variables: number[], choices: Choice[], at: Moment): Map<string, Facts> {
  const found = new Map<string, Facts>();
  const most = variables.reduce((product, index) => product * (policy.variables[index]?.values.length ?? 1), 1);
  // What may stay unsaid varies slowest, so that a witness says no more than it must.
  const inOrder = choices.toSorted(([, a], [, b]) => Number(a[0] !== ABSENT) - Number(b[0] !== ABSENT));
  const visit = (depth: number, facts: Facts): void => {
    if (found.size === most) return;
    const choice = inOrder[depth];
    if (choice) {
      const [id, values] = choice;
      for (const value of values) visit(depth + 1, value === ABSENT ? facts : { ...facts, [id]: value });
      return;
    }
    const situation = readFacts(policy, facts, at.today, at.now);
    if ('code' in situation) return;
    const values = variables.map((index) => entryAt(situation.assignment, index));
    if (!values.includes(-1) && !found.has(values.join())) found.set(values.join(), facts);
  };
  visit(0, {});
  return found;
}
