import { entryAt } from '../../entry-at.ts';
import { agreementOf, both, isImpossible, isSettled } from '../agreement.ts';
import type { Policy } from './compile.ts';
import { DiagramTooLargeError, isTerminal, type Node } from './diagram.ts';
import { pairKey } from './pair-key.ts';

/** A function whose facts are not told apart in so many steps is taken to depend on all that it tests. */
const mostSteps = 20_000;

/** Finds which variables can still change the answer by themselves; remembers what it found for a policy. */
export class Relevance {
  private readonly policy: Policy;
  private readonly pairs = new Map<number, boolean>();
  private readonly masks: bigint[] = [];

  constructor(policy: Policy) {
    this.policy = policy;
  }

  /** As bits: the variables of which two values lead, all else equal, to different answers. */
  tellingVariables(node: Node): bigint {
    const { diagram } = this.policy;
    try {
      return diagram.within(mostSteps, () => this.maskOf(node));
    } catch (error) {
      if (error instanceof DiagramTooLargeError) return diagram.supportMask(node);
      throw error;
    }
  }

  /** What matters below any value of the variable tested, and that variable if its values lead apart. */
  private maskOf(node: Node): bigint {
    if (isTerminal(node)) return 0n;
    const known = this.masks[node];
    if (known !== undefined) return known;
    const { diagram } = this.policy;
    diagram.spend();
    const children = diagram.childrenOf(node);
    const own = this.someLeadApart(children);
    let below = 0n;
    for (const child of children) below |= this.maskOf(child);
    const mask = own ? below | (1n << BigInt(diagram.variableOf(node))) : below;
    this.masks[node] = mask;
    return mask;
  }

  private someLeadApart(nodes: readonly Node[]): boolean {
    for (let i = 1; i < nodes.length; i++) {
      for (let j = 0; j < i; j++) if (this.leadApart(nodes[i] ?? 0, nodes[j] ?? 0)) return true;
    }
    return false;
  }

  /** True if somewhere, both being possible, the two functions give different answers. */
  private leadApart(a: Node, b: Node): boolean {
    if (a === b) return false;
    const [ofA, ofB] = [agreementOf(this.policy, a), agreementOf(this.policy, b)];
    if (isImpossible(ofA) || isImpossible(ofB)) return false;
    if (isSettled(both(ofA, ofB))) return false;
    if (isTerminal(a) && isTerminal(b)) return true;
    const key = pairKey(a, b);
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    const result = this.leadApartBelow(a, b);
    this.pairs.set(key, result);
    return result;
  }

  private leadApartBelow(a: Node, b: Node): boolean {
    const { diagram } = this.policy;
    diagram.spend();
    const variable = Math.min(diagram.variableOf(a), diagram.variableOf(b));
    const ofA = diagram.variableOf(a) === variable ? diagram.childrenOf(a) : undefined;
    const ofB = diagram.variableOf(b) === variable ? diagram.childrenOf(b) : undefined;
    for (let value = 0; value < entryAt(diagram.sizes, variable); value++) {
      if (this.leadApart(ofA?.[value] ?? a, ofB?.[value] ?? b)) return true;
    }
    return false;
  }
}
