import type { Resolution } from '../format/schema.ts';
import { Planner } from '../interview/plan.ts';
import type { Policy } from './diagram/compile.ts';
import { isTerminal, type Node, terminalValue } from './diagram/diagram.ts';
import { type QuickFacts, walkOf } from './diagram/diagram-code.ts';
import { UNKNOWN, type VariableValue } from './diagram/variables.ts';
import { answerOf } from './entailment.ts';

/** The answer that facts lead to, without dates, money and what a review would tell. */
export type QuickAnswer =
  | { kind: 'decided'; resolution: Resolution; clauses: readonly string[]; terms: readonly string[] }
  /** `ask` is the fact or derived fact to settle next. */
  | { kind: 'open'; ask: string }
  | { kind: 'impossible' };

/** A variable of the diagram, as it is read from the facts. */
interface Column {
  variable: number;
  fact: string;
  values: readonly VariableValue[];
  members: readonly string[] | undefined;
  unknownAs: VariableValue | undefined;
}

/**
 * A policy as a function for replays and comparisons by the million: the same answers as `decide`, for facts that were
 * checked before. It follows the diagram as far as the facts go; each answer and question is worked out once.
 */
export function quickDecider(policy: Policy): (facts: QuickFacts) => QuickAnswer {
  const { diagram } = policy;
  const walk = walkOf(policy);
  const columns = policy.variables.map(
    ({ fact, values, members, unknownAs }, variable): Column => ({ variable, fact, values, members, unknownAs }),
  );
  const answers = answersOf(policy);
  const supports: (readonly Column[])[] = [];

  const supportOf = (node: Node): readonly Column[] => {
    const tested = diagram.support(node);
    const support = columns.filter(({ variable }) => tested.includes(variable));
    supports[node] = support;
    return support;
  };

  /** With a fact open on the way, those `after` it narrow down what remains; what it does not test is not read. */
  const restricted = (node: Node, facts: QuickFacts, after: number): Node => {
    for (const column of supports[node] ?? supportOf(node)) {
      if (column.variable <= after) continue;
      const value = read(column, facts);
      if (value < 0) continue;
      const next = diagram.restrict(node, column.variable, value);
      return isTerminal(next) ? next : restricted(next, facts, column.variable);
    }
    return node;
  };

  return (facts) => {
    const node = walk(facts);
    return answers(isTerminal(node) ? node : restricted(node, facts, diagram.variableOf(node)), facts);
  };
}

/** The place of a value among those of a variable, -1 while it is open. Comparing a handful is quicker than a table. */
function read({ fact, values, members, unknownAs }: Column, facts: QuickFacts): number {
  let value = facts[fact];
  if (value === undefined) return -1;
  if (unknownAs !== undefined && value === UNKNOWN) value = unknownAs;
  if (members === undefined) {
    for (let at = 0; at < values.length; at++) if (values[at] === value) return at;
    return -1;
  }
  if (typeof value === 'object') for (const member of value) if (members.includes(member)) return 1;
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
    return prepared.cited === undefined ? prepared.answer : withMembers(prepared.cited, facts);
  };
}

interface Prepared {
  /** The answer where no members are cited. */
  answer: QuickAnswer;
  /** The set whose members named in the facts are cited, if one is. */
  cited: CitedSet | undefined;
}

interface CitedSet {
  set: string;
  members: readonly string[];
  /** The answer for each combination of members. */
  byMembers: QuickAnswer[];
  inOrder(members: readonly string[]): QuickAnswer;
}

function prepare(policy: Policy, planner: Planner, node: Node): Prepared {
  const found = answerOf(policy, node);
  if (found.kind === 'impossible') return { answer: found, cited: undefined };
  if (found.kind === 'open') {
    return { answer: { kind: 'open', ask: planner.openStep({ node, inputs: 0 }).next }, cited: undefined };
  }
  const [{ resolution }] = found.outcomes;
  const order = Object.keys(policy.file.clauses);
  const set = found.clauses.find((clause) => clause.startsWith('~'))?.slice(1);
  const fact = set === undefined ? undefined : policy.file.facts[set];
  const values = fact?.type === 'set' ? fact.values : {};
  const inOrder = (members: readonly string[]): QuickAnswer => {
    const cited = new Set([...found.clauses, ...members.map((member) => values[member]?.clause)]);
    return { kind: 'decided', resolution, clauses: order.filter((clause) => cited.has(clause)), terms: found.terms };
  };
  const cited = set === undefined ? undefined : { set, members: Object.keys(values), byMembers: [], inOrder };
  return { answer: inOrder([]), cited };
}

function withMembers({ set, members, byMembers, inOrder }: CitedSet, facts: QuickFacts): QuickAnswer {
  const value = facts[set];
  const named = typeof value === 'object' ? value : [];
  let mask = 0;
  for (const member of named) mask |= 1 << indexOfMember(members, member);
  const answer = byMembers[mask] ?? inOrder(named);
  byMembers[mask] = answer;
  return answer;
}

/** Quicker than `indexOf` for the handful of members that a set has. */
function indexOfMember(members: readonly string[], member: string): number {
  let at = 0;
  while (at < members.length && members[at] !== member) at++;
  return at;
}
