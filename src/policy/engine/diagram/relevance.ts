import { entryAt } from '../../entry-at.ts';
import { differ, outcomeOf } from '../entailment.ts';
import { IMPOSSIBLE, type Policy } from './compile.ts';
import { isTerminal, type Node, terminalValue } from './diagram.ts';

/** More nodes than a diagram ever has: pairs of nodes are one number. */
const manyNodes = 2 ** 26;

/** Finds which variables can still change the answer; remembers what it found for a policy. */
export class Relevance {
  private readonly policy: Policy;
  private readonly pairs = new Map<number, boolean>();
  private readonly masks: bigint[] = [];
  private readonly found = new Map<Node, readonly number[]>();

  constructor(policy: Policy) {
    this.policy = policy;
  }

  /** The variables of which two values lead, all else equal, to different answers; in the diagram's order. */
  relevantVariables(node: Node): readonly number[] {
    const known = this.found.get(node);
    if (known) return known;
    const mask = this.maskOf(node);
    const relevant = this.policy.variables.flatMap((_, variable) =>
      (mask >> BigInt(variable)) & 1n ? [variable] : [],
    );
    // Answers can be open although no single fact changes them; then any fact tested helps.
    const result = relevant.length ? relevant : [...this.policy.diagram.support(node)].sort((a, b) => a - b);
    this.found.set(node, result);
    return result;
  }

  /** As bits: what matters below any value of the variable tested, and that variable if its values lead apart. */
  private maskOf(node: Node): bigint {
    if (isTerminal(node)) return 0n;
    const known = this.masks[node];
    if (known !== undefined) return known;
    const { diagram } = this.policy;
    const children = [...new Set(diagram.childrenOf(node))];
    const own = children.some((a, i) => children.some((b, j) => j > i && this.leadApart(a, b)));
    const below = children.reduce((mask, child) => mask | this.maskOf(child), 0n);
    const mask = own ? below | (1n << BigInt(diagram.variableOf(node))) : below;
    this.masks[node] = mask;
    return mask;
  }

  /** True if somewhere, both being possible, the two functions give different answers. */
  private leadApart(a: Node, b: Node): boolean {
    if (a === b) return false;
    if (isTerminal(a) && isTerminal(b)) return this.areDifferent(terminalValue(a), terminalValue(b));
    const key = (Math.min(a, b) + manyNodes) * manyNodes * 2 + Math.max(a, b) + manyNodes;
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    const result = this.leadApartBelow(a, b);
    this.pairs.set(key, result);
    return result;
  }

  private leadApartBelow(a: Node, b: Node): boolean {
    const { diagram } = this.policy;
    const variable = Math.min(diagram.variableOf(a), diagram.variableOf(b));
    const ofA = diagram.variableOf(a) === variable ? diagram.childrenOf(a) : undefined;
    const ofB = diagram.variableOf(b) === variable ? diagram.childrenOf(b) : undefined;
    for (let value = 0; value < entryAt(diagram.sizes, variable); value++) {
      if (this.leadApart(ofA?.[value] ?? a, ofB?.[value] ?? b)) return true;
    }
    return false;
  }

  private areDifferent(a: number, b: number): boolean {
    if (a === IMPOSSIBLE || b === IMPOSSIBLE) return false;
    return differ(outcomeOf(this.policy, a), outcomeOf(this.policy, b));
  }
}
