import { entryAt } from '../entry-at.ts';
import { GAP, IMPOSSIBLE, type Outcome, type Policy } from './diagram/compile.ts';
import { type Diagram, isTerminal, type Node, terminalValue } from './diagram/diagram.ts';

/** The part of the answer that is certain while facts are open. */
export type Entailed =
  | { kind: 'impossible' }
  /** `outcomes` are the rows that remain. */
  | { kind: 'open'; outcomes: [Outcome, ...Outcome[]] }
  /** `outcomes` are the rows that remain; they agree on the answer given. */
  | { kind: 'settled'; clauses: string[]; terms: string[]; outcomes: [Outcome, ...Outcome[]] };

/** A gap in a policy is for people. `check` finds it before a customer does. */
const gap: Outcome = {
  row: {
    id: 'gap',
    when: {},
    resolution: 'human-review',
    clauses: [],
    terms: [],
    alternatives: [],
    steps: [],
    notes: [],
  },
  resolution: 'human-review',
  kind: 'person',
  clauses: [],
  terms: [],
  options: [],
  label: 'gap',
};

/** The answer that every legal completion of the facts agrees on, if there is one. */
export function entailed(policy: Policy, assignment: readonly number[]): Entailed {
  return answerOf(policy, policy.diagram.restrictAll(policy.root, assignment));
}

const answers = new WeakMap<Diagram, Entailed[]>();

/** The answer that all terminals of a function agree on, if they do; found once for each function. */
export function answerOf(policy: Policy, node: Node): Entailed {
  if (isTerminal(node)) return agreed(policy, [terminalValue(node)]);
  const found = answers.get(policy.diagram) ?? [];
  answers.set(policy.diagram, found);
  const answer = found[node] ?? agreed(policy, [...policy.diagram.terminals(node)]);
  found[node] = answer;
  return answer;
}

/** The answer that these terminals agree on, if they do. */
export function agreed(policy: Policy, terminals: readonly number[]): Entailed {
  const [first, ...others] = terminals.filter((id) => id !== IMPOSSIBLE).map((id) => outcomeOf(policy, id));
  if (!first) return { kind: 'impossible' };
  const outcomes: [Outcome, ...Outcome[]] = [first, ...others];
  if (outcomes.every((outcome) => outcome.label === first.label)) {
    return { kind: 'settled', clauses: first.clauses, terms: first.terms, outcomes };
  }
  if (outcomes.some((outcome) => !isSameRefusal(outcome, first))) return { kind: 'open', outcomes };
  const clauses = common(outcomes.map((outcome) => outcome.clauses));
  if (clauses.length === 0) return { kind: 'open', outcomes };
  return { kind: 'settled', clauses, terms: common(outcomes.map((outcome) => outcome.terms)), outcomes };
}

export function outcomeOf(policy: Policy, id: number): Outcome {
  return id === GAP ? gap : entryAt(policy.outcomes, id);
}

/** True if two outcomes are different answers: two refusals are not, as long as they share an exclusion. */
export function differ(a: Outcome, b: Outcome): boolean {
  if (a.label === b.label) return false;
  if (!isSameRefusal(a, b)) return true;
  return !a.clauses.some((clause) => b.clauses.includes(clause));
}

/** True if both exclude the same: they may cite more of what excludes it once more is known. */
function isSameRefusal(a: Outcome, b: Outcome): boolean {
  return a.kind === 'refuses' && a.resolution === b.resolution;
}

function common(lists: string[][]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((clause) => others.every((list) => list.includes(clause)));
}
