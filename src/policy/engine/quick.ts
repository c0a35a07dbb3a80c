import type { Resolution } from '../format/schema.ts';
import { Planner } from '../interview/plan.ts';
import type { Policy } from './diagram/compile.ts';
import { isTerminal, type Node, terminalValue } from './diagram/diagram.ts';
import { type QuickFacts, walkOf } from './diagram/diagram-code.ts';
import type { VariableValue } from './diagram/variables.ts';
import { answerOf } from './entailment.ts';

/** The answer that facts lead to, without dates, money and what a review would tell. */
export type QuickAnswer =
  | { kind: 'decided'; resolution: Resolution; clauses: readonly string[]; terms: readonly string[] }
  /** `ask` is the fact or derived fact to settle next. */
  | { kind: 'open'; ask: string }
  | { kind: 'impossible' };

/** Reads the facts for one variable of the diagram; -1 while it is open. */
interface Column {
  fact: string;
  values: readonly VariableValue[];
  members: readonly string[] | undefined;
}

/**
 * A policy as a function for replays and comparisons by the million: the same answers as `decide`, for facts that were
 * checked before. It follows the diagram as far as the facts go; each answer and question is worked out once.
 */
export function quickDecider(policy: Policy): (facts: QuickFacts) => QuickAnswer {
  const { diagram } = policy;
  const walk = walkOf(policy);
  const columns = policy.variables.map(({ fact, values, members }): Column => ({ fact, values, members }));
  const answers = answersOf(policy);
  const supports: (readonly number[])[] = [];

  const supportOf = (node: Node): readonly number[] => {
    const support = [...diagram.support(node)].sort((a, b) => a - b);
    supports[node] = support;
    return support;
  };

  /** With a fact open on the way, later ones narrow down what remains; those that it does not test are not read. */
  const restricted = (start: Node, facts: QuickFacts): Node => {
    let node = start;
    let support = supports[node] ?? supportOf(node);
    for (let at = 1; at < support.length; at++) {
      const variable = support[at] as number;
      const value = read(columns[variable] as Column, facts);
      if (value < 0) continue;
      node = diagram.restrict(node, variable, value);
      if (isTerminal(node)) return node;
      support = supports[node] ?? supportOf(node);
      at = -1;
      while (at + 1 < support.length && (support[at + 1] as number) <= variable) at++;
    }
    return node;
  };

  return (facts) => {
    const node = walk(facts);
    return answers(isTerminal(node) ? node : restricted(node, facts), facts);
  };
}

/** The place of a value among those of a variable; a handful of comparisons is quicker than any table. */
function read({ fact, values, members }: Column, facts: QuickFacts): number {
  const value = facts[fact];
  if (value === undefined) return -1;
  if (members === undefined) {
    for (let at = 0; at < values.length; at++) if (values[at] === value) return at;
    return -1;
  }
  for (const member of value as readonly string[]) if (members.includes(member)) return 1;
  return 0;
}

/** The answer of each function, worked out when it is first needed. */
function answersOf(policy: Policy): (node: Node, facts: QuickFacts) => QuickAnswer {
  const planner = new Planner(policy);
  const terminals: Prepared[] = [];
  const inner: Prepared[] = [];
  return (node, facts) => {
    const list = isTerminal(node) ? terminals : inner;
    const at = isTerminal(node) ? terminalValue(node) : node;
    const prepared = list[at] ?? prepare(policy, planner, node);
    list[at] = prepared;
    return prepared.set === undefined ? prepared.answer : withMembers(prepared, facts);
  };
}

interface Prepared {
  answer: QuickAnswer;
  /** The set whose members named in the facts are cited, if one is. */
  set?: string;
  members: readonly string[];
  /** The answer for each combination of members. */
  byMembers: QuickAnswer[];
  inOrder(members: readonly string[]): QuickAnswer;
}

function prepare(policy: Policy, planner: Planner, node: Node): Prepared {
  const found = answerOf(policy, node);
  const bare = { members: [] as string[], byMembers: [] as QuickAnswer[] };
  if (found.kind !== 'settled') {
    const ask = found.kind === 'open' ? planner.step({ node, inputs: 0 }).next : undefined;
    const answer: QuickAnswer = ask === undefined ? { kind: 'impossible' } : { kind: 'open', ask };
    return { ...bare, answer, inOrder: () => answer };
  }
  const [first] = found.outcomes;
  const resolution = first?.resolution ?? 'human-review';
  const order = Object.keys(policy.file.clauses);
  const set = found.clauses.find((clause) => clause.startsWith('~'))?.slice(1);
  const fact = set === undefined ? undefined : policy.file.facts[set];
  const values = fact?.type === 'set' ? fact.values : {};
  const inOrder = (members: readonly string[]): QuickAnswer => {
    const cited = new Set([...found.clauses, ...members.map((member) => values[member]?.clause)]);
    return { kind: 'decided', resolution, clauses: order.filter((clause) => cited.has(clause)), terms: found.terms };
  };
  return { ...bare, members: Object.keys(values), answer: inOrder([]), inOrder, ...(set !== undefined && { set }) };
}

function withMembers(prepared: Prepared, facts: QuickFacts): QuickAnswer {
  const named = facts[prepared.set as string] as readonly string[];
  const { members, byMembers } = prepared;
  let mask = 0;
  for (let at = 0; at < named.length; at++) mask |= 1 << indexOfMember(members, named[at] as string);
  const answer = byMembers[mask] ?? prepared.inOrder(named);
  byMembers[mask] = answer;
  return answer;
}

/** Quicker than `indexOf` for the handful of members that a set has. */
function indexOfMember(members: readonly string[], member: string): number {
  let at = 0;
  while (at < members.length && members[at] !== member) at++;
  return at;
}
