import type { Policy } from './compile.ts';
import { ConditionCompiler } from './conditions.ts';
import { FALSE, type Node, TRUE } from './diagram.ts';
import type { Situation } from './facts.ts';
import type { Condition } from './schema.ts';

const compilers = new WeakMap<Policy, { compiler: ConditionCompiler; nodes: WeakMap<Condition, Node> }>();

/** Whether the facts given make the condition true, whatever the others are. */
export function established(policy: Policy, condition: Condition, situation: Situation): boolean {
  return restricted(policy, condition, situation.assignment) === TRUE;
}

/** Whether the facts given make the condition false, whatever the others are. */
export function excluded(policy: Policy, condition: Condition, situation: Situation): boolean {
  return restricted(policy, condition, situation.assignment) === FALSE;
}

function restricted(policy: Policy, condition: Condition, assignment: number[]): Node {
  return assignment.reduce(
    (node, value, variable) => (value < 0 ? node : policy.diagram.restrict(node, variable, value)),
    nodeOf(policy, condition),
  );
}

function nodeOf(policy: Policy, condition: Condition): Node {
  const known = compilers.get(policy) ?? {
    compiler: new ConditionCompiler(policy.file, policy.variables, policy.diagram),
    nodes: new WeakMap(),
  };
  compilers.set(policy, known);
  const node = known.nodes.get(condition) ?? known.compiler.compile(condition);
  known.nodes.set(condition, node);
  return node;
}
