import { type Diagram, isTerminal, type Node } from './diagram.ts';

/** True if a function has more inner nodes than this; looks at no more of them. */
export function isLargerThan(diagram: Diagram, root: Node, count: number): boolean {
  const found = new Set(isTerminal(root) ? [] : [root]);
  for (const node of found) {
    for (const child of diagram.childrenOf(node)) if (!isTerminal(child)) found.add(child);
    if (found.size > count) return true;
  }
  return false;
}
