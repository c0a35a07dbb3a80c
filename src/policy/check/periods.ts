import { addDays, addMonths, type IsoDate } from '../calendar.ts';
import type { Policy } from '../compile.ts';
import { type Facts, readFacts } from '../facts.ts';
import type { Derived, Fact } from '../schema.ts';
import { UNKNOWN } from '../variables.ts';

/** Derived facts that share an input, with every combination of values that some customer can have. */
export interface PeriodGroup {
  /** Indices of the policy's variables: the derived facts, and the asked ones that they depend on. */
  variables: number[];
  /** By the values of `variables`, joined with commas: facts that give them, dates at their boundaries. */
  combinations: Map<string, Facts>;
}

/** Facts that nobody needs to state; the other form of a period then tells it. */
const ABSENT = Symbol('absent');
/** A usual length of a warranty that the customer states, in months. */
const usualMonths = 12;

/** What the periods of a policy can be together on a day: every boundary is tried on both sides. */
export function periodGroups(policy: Policy, today: IsoDate): PeriodGroup[] {
  return connected(policy).map((ids) => {
    const inputs = new Set(ids.flatMap((id) => inputsOf(policy, id)));
    const variables = policy.variables.flatMap(({ fact }, index) =>
      ids.includes(fact) || inputs.has(fact) ? [index] : [],
    );
    const dates = boundaryDates(policy, ids, today);
    const choices = [...inputs].map((id) => [id, candidates(policy, id, dates, today)] as const);
    return { variables, combinations: combinationsOf(policy, variables, choices, today) };
  });
}

/** The facts that a derived fact is computed from. */
export function inputsOf(policy: Policy, id: string): string[] {
  const { label: _, applies: __, likelihood: ___, ...definition } = policy.file.derived[id] as Derived;
  const texts = leaves(definition).filter((leaf): leaf is string => typeof leaf === 'string');
  return Object.keys(policy.file.facts).filter((fact) => texts.includes(fact));
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

/** The last day and the first day after of every length that the file names, counted back from today. */
function boundaryDates(policy: Policy, ids: string[], today: IsoDate): IsoDate[] {
  const lengths = new Set([usualMonths]);
  for (const id of ids) {
    const { likelihood: _, ...definition } = policy.file.derived[id] as Derived;
    for (const leaf of leaves(definition)) if (typeof leaf === 'number') lengths.add(leaf);
  }
  const lastDays = [...lengths].flatMap((length) => [addDays(today, -length), addMonths(today, -length)]);
  return [...new Set([...lastDays.flatMap((day) => [day, addDays(day, -1)]), today])];
}

function candidates(policy: Policy, id: string, dates: IsoDate[], today: IsoDate): unknown[] {
  const fact = policy.file.facts[id] as Fact;
  const unknown = 'unknown' in fact && fact.unknown ? [UNKNOWN] : [];
  switch (fact.type) {
    case 'date':
      return fact.future ? [ABSENT, today, addDays(today, -1), ...unknown] : [...dates, ...unknown];
    case 'months':
      return [usualMonths, 0, ...unknown, ABSENT];
    case 'choice':
      return [...Object.keys(fact.values), ...unknown];
    case 'yes-no':
      return [true, false, ...unknown];
    default:
      return [ABSENT];
  }
}

function combinationsOf(
  policy: Policy,
  variables: number[],
  choices: (readonly [string, unknown[]])[],
  today: IsoDate,
): Map<string, Facts> {
  const found = new Map<string, Facts>();
  const most = variables.reduce((product, index) => product * (policy.variables[index]?.values.length ?? 1), 1);
  const visit = (at: number, facts: Facts): void => {
    if (found.size === most) return;
    const choice = choices[at];
    if (choice) {
      const [id, values] = choice;
      for (const value of values) visit(at + 1, value === ABSENT ? facts : { ...facts, [id]: value });
      return;
    }
    const situation = readFacts(policy, facts, today);
    if ('code' in situation) return;
    const values = variables.map((index) => situation.assignment[index] as number);
    if (!values.includes(-1) && !found.has(values.join())) found.set(values.join(), facts);
  };
  // What may stay unsaid varies slowest, so that a witness says no more than it must.
  const mayBeAbsent = (values: unknown[]): number => (values[0] === ABSENT ? 0 : 1);
  choices.sort(([, a], [, b]) => mayBeAbsent(a) - mayBeAbsent(b));
  visit(0, {});
  return found;
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}
