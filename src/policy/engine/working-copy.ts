import type { Policy } from './diagram/compile.ts';

/** A working copy that has so many more nodes than its policy is given up for a fresh one. */
const mostGrowth = 200_000;

const copies = new WeakMap<Policy, Policy>();
const working = new WeakSet<Policy>();

/**
 * The policy with a diagram of its own to work on. Every customer leaves some nodes on it and things remembered of them;
 * once they are many, all go together, so that no number of customers fills the memory.
 */
export function workingCopy(policy: Policy): Policy {
  if (working.has(policy)) return policy;
  const known = copies.get(policy);
  if (known && known.diagram.nodeCount <= policy.diagram.nodeCount + mostGrowth) return known;
  const copy = { ...policy, diagram: policy.diagram.copy() };
  copies.set(policy, copy);
  working.add(copy);
  return copy;
}
