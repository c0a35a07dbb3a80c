import { IMPOSSIBLE, type Policy } from './compile.ts';
import { isTerminal, type Node, terminalValue } from './diagram.ts';
import { differ, outcomeOf } from './entailment.ts';

/** Finds which variables can still change the answer; remembers what it found for a policy. */
export class Relevance {
  private readonly policy: Policy;
  private readonly pairs = new Map<string, boolean>();
  private readonly found = new Map<Node, number[]>();

  constructor(policy: Policy) {
    this.policy = policy;
  }

  /** The variables of which two values lead, all else equal, to different answers. */
  relevantVariables(node: Node): number[] {
    const known = this.found.get(node);
    if (known) return known;
    const { diagram } = this.policy;
    const support = [...diagram.support(node)].sort((a, b) => a - b);
    const relevant = support.filter((variable) => {
      const branches = this.policy.variables[variable]?.values.map((_, value) =>
        diagram.restrict(node, variable, value),
      );
      return branches?.some((a, i) => branches.some((b, j) => j > i && this.leadApart(a, b)));
    });
    // Answers can be open although no single fact changes them; then any fact tested helps.
    const result = relevant.length ? relevant : support;
    this.found.set(node, result);
    return result;
  }

  /** Whether somewhere, both being possible, the two functions give different answers. */
  private leadApart(a: Node, b: Node): boolean {
    if (a === b) return false;
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    const result = this.compare(a, b);
    this.pairs.set(key, result);
    return result;
  }

  private compare(a: Node, b: Node): boolean {
    const { diagram } = this.policy;
    if (isTerminal(a) && isTerminal(b)) {
      const ids = [terminalValue(a), terminalValue(b)] as const;
      if (ids.includes(IMPOSSIBLE)) return false;
      return differ(outcomeOf(this.policy, ids[0]), outcomeOf(this.policy, ids[1]));
    }
    const variable = Math.min(diagram.variableOf(a), diagram.variableOf(b));
    const branch = (node: Node, value: number): Node =>
      diagram.variableOf(node) === variable ? (diagram.childrenOf(node)[value] as Node) : node;
    return (this.policy.variables[variable]?.values ?? []).some((_, value) =>
      this.leadApart(branch(a, value), branch(b, value)),
    );
  }
}
