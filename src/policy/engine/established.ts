import type { Condition } from '../format/schema.ts';
import type { Policy } from './diagram/compile.ts';
import { ConditionCompiler } from './diagram/conditions.ts';
import { FALSE, type Node, TRUE } from './diagram/diagram.ts';
import type { Situation } from './facts.ts';

const impossibleNodes = new WeakMap<Policy, Node>();
const compilers = new WeakMap<Policy, { compiler: ConditionCompiler; nodes: WeakMap<Condition, Node> }>();

/** True if the facts given make the condition true, whatever the others may legally be. */
export function established(policy: Policy, condition: Condition, situation: Situation): boolean {
  const orImpossible = policy.diagram.or(impossibleIn(policy), nodeOf(policy, condition));
  return restricted(policy, orImpossible, situation.assignment) === TRUE;
}

/** True if the facts given alone make the condition true. */
export function stated(policy: Policy, condition: Condition, situation: Situation): boolean {
  return restricted(policy, nodeOf(policy, condition), situation.assignment) === TRUE;
}

/** The set in which the facts of a policy are impossible; worked out once. */
function impossibleIn(policy: Policy): Node {
  const known = impossibleNodes.get(policy);
  if (known !== undefined) return known;
  const node = policy.impossibilities.reduce((any, rule) => policy.diagram.or(any, rule.node), FALSE);
  impossibleNodes.set(policy, node);
  return node;
}

function restricted(policy: Policy, root: Node, assignment: number[]): Node {
  return policy.diagram.restrictAll(root, assignment);
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
