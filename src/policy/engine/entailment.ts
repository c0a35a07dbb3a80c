import { agreementOf, isImpossible, isSettled } from './agreement.ts';
import { IMPOSSIBLE, type Outcome, type Policy } from './diagram/compile.ts';
import { type Diagram, isTerminal, type Node, terminalValue } from './diagram/diagram.ts';
import { outcomeOf } from './outcome.ts';

export { outcomeOf } from './outcome.ts';

/** The part of the answer that is certain while facts are open. */
export type Entailed =
  | { kind: 'impossible' }
  | { kind: 'open' }
  /** `outcomes` are the rows that remain; they agree on the answer given. */
  | { kind: 'settled'; clauses: string[]; terms: string[]; outcomes: [Outcome, ...Outcome[]] };

/** The answer that every legal completion of the facts agrees on, if there is one. */
export function entailed(policy: Policy, assignment: readonly number[]): Entailed {
  return answerOf(policy, policy.diagram.restrictAll(policy.root, assignment));
}

const answers = new WeakMap<Diagram, Entailed[]>();

/** The answer that all terminals of a function agree on, if they do; found once for each function. */
export function answerOf(policy: Policy, node: Node): Entailed {
  if (isTerminal(node)) return agreed(policy, [terminalValue(node)]);
  const agreement = agreementOf(policy, node);
  if (isImpossible(agreement)) return { kind: 'impossible' };
  if (!isSettled(agreement)) return { kind: 'open' };
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
  if (outcomes.some((outcome) => !isSameRefusal(outcome, first))) return { kind: 'open' };
  const clauses = common(outcomes.map((outcome) => outcome.clauses));
  if (clauses.length === 0) return { kind: 'open' };
  return { kind: 'settled', clauses, terms: common(outcomes.map((outcome) => outcome.terms)), outcomes };
}

/** The outcomes that are left where these facts are known. */
export function outcomesLeft(policy: Policy, assignment: readonly number[]): Outcome[] {
  const terminals = policy.diagram.terminals(policy.diagram.restrictAll(policy.root, assignment));
  return [...terminals].filter((id) => id !== IMPOSSIBLE).map((id) => outcomeOf(policy, id));
}

/** True if both exclude the same: they may cite more of what excludes it once more is known. */
function isSameRefusal(a: Outcome, b: Outcome): boolean {
  return a.kind === 'refuses' && a.resolution === b.resolution;
}

function common(lists: string[][]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((clause) => others.every((list) => list.includes(clause)));
}
