import type { Node } from './diagram.ts';

/** More nodes and terminals than a diagram ever has: two of them are one number that is still exact. */
const manyNodes = 2 ** 25;

/** The number of a pair of nodes, the same in either order. */
export function pairKey(a: Node, b: Node): number {
  return (Math.min(a, b) + manyNodes) * 2 * manyNodes + Math.max(a, b) + manyNodes;
}
