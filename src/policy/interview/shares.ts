import { IMPOSSIBLE } from '../engine/diagram/compile.ts';
import { isTerminal, type Node, terminalValue } from '../engine/diagram/diagram.ts';
import { outcomeOf } from '../engine/entailment.ts';
import type { Questions } from './questions.ts';

const remembered = new WeakMap<Questions, Map<Node, Map<string, number>>>();

/** The share of customers of each answer, by its label, not divided by the share of those who are possible. */
export function labelShares(questions: Questions, node: Node): Map<string, number> {
  const known = remembered.get(questions) ?? new Map<Node, Map<string, number>>();
  remembered.set(questions, known);
  const shares = known.get(node) ?? sharesOf(questions, node);
  known.set(node, shares);
  return shares;
}

function sharesOf(questions: Questions, node: Node): Map<string, number> {
  const { policy } = questions;
  if (isTerminal(node)) {
    const id = terminalValue(node);
    return new Map(id === IMPOSSIBLE ? [] : [[outcomeOf(policy, id).label, 1]]);
  }
  const { probabilities = [] } = policy.variables[policy.diagram.variableOf(node)] ?? {};
  const shares = new Map<string, number>();
  policy.diagram.childrenOf(node).forEach((child, value) => {
    for (const [label, share] of labelShares(questions, child)) {
      shares.set(label, (shares.get(label) ?? 0) + share * (probabilities[value] ?? 0));
    }
  });
  return shares;
}

/** Shannon's entropy of shares, in bits; they need not sum to 1. */
export function surprise(shares: Map<string, number>): number {
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  let bits = 0;
  for (const share of shares.values()) if (share > 0) bits -= (share / total) * Math.log2(share / total);
  return bits;
}
