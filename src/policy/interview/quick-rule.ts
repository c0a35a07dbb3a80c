import { IMPOSSIBLE } from '../engine/diagram/compile.ts';
import { isTerminal, type Node, terminalValue } from '../engine/diagram/diagram.ts';
import { outcomeOf } from '../engine/entailment.ts';
import { entryAt } from '../entry-at.ts';
import type { Questions, State } from './questions.ts';

/** Answers are told apart by so many kinds; more would cost time, and rarely change which fact comes first. */
const kinds = 16;

/**
 * The order of questions where the best of all is not known: of the facts that matter the one that tells most about the
 * answer for its cost. Goes through the function twice and makes no nodes, so it takes as long as the function is large.
 */
export class QuickRule {
  private readonly questions: Questions;
  private readonly kindsByAnswer = new Map<string, number>();
  private readonly kindsById: number[] = [];

  constructor(questions: Questions) {
    this.questions = questions;
  }

  /** The one of these facts to settle next; the first of those that are equally telling. */
  choose(state: State, facts: readonly string[]): string {
    const gains = this.gains(state.node);
    const scores = facts.map((fact) => {
      const gain = this.questions.variablesOf(fact).reduce((sum, variable) => sum + (gains.get(variable) ?? 0), 0);
      const { cost } = this.questions.price(fact, state.inputs);
      return { fact, score: cost > 0 ? gain / cost : Number.POSITIVE_INFINITY };
    });
    return scores.reduce((a, b) => (b.score > a.score + 1e-12 ? b : a)).fact;
  }

  /** For each variable the bits that its value tells about the answer. */
  private gains(root: Node): Map<number, number> {
    const { diagram, variables } = this.questions.policy;
    const nodes = diagram.nodesOf(root);
    diagram.spend(nodes.length);
    const shares = this.sharesBelow(nodes);
    const reached = this.reachOf(nodes);
    const all = shares.of(root);
    const gains = new Map<number, number>();
    for (const [variable, tested] of Map.groupBy(nodes, (node) => diagram.variableOf(node))) {
      const { probabilities } = entryAt(variables, variable);
      let then = 0;
      probabilities.forEach((probability, value) => {
        const sum = all.slice();
        for (const node of tested) {
          const reach = reached[node] ?? 0;
          shares.add(sum, diagram.childrenOf(node)[value] ?? node, reach);
          shares.add(sum, node, -reach);
        }
        then += probability * surprise(sum);
      });
      gains.set(variable, surprise(all) - then);
    }
    return gains;
  }

  /** From the last variable to the first: what the customers of each node are told. */
  private sharesBelow(nodes: readonly Node[]): SharesByNode {
    const { diagram, variables } = this.questions.policy;
    const shares = new SharesByNode(nodes, diagram.nodeCount, (id) => (id === IMPOSSIBLE ? -1 : this.kindOf(id)));
    for (const node of nodes.toReversed()) {
      const { probabilities } = entryAt(variables, diagram.variableOf(node));
      const own = shares.of(node);
      diagram.childrenOf(node).forEach((child, value) => {
        shares.add(own, child, probabilities[value] ?? 0);
      });
    }
    return shares;
  }

  /** The share of customers who come to each node; the first is that of all. */
  private reachOf(nodes: readonly Node[]): Float64Array {
    const { diagram, variables } = this.questions.policy;
    const reached = new Float64Array(diagram.nodeCount);
    for (const root of nodes.slice(0, 1)) reached[root] = 1;
    for (const node of nodes) {
      const { probabilities } = entryAt(variables, diagram.variableOf(node));
      const reach = reached[node] ?? 0;
      diagram.childrenOf(node).forEach((child, value) => {
        if (!isTerminal(child)) reached[child] = (reached[child] ?? 0) + reach * (probabilities[value] ?? 0);
      });
    }
    return reached;
  }

  /** Refusals of one row are one kind: mostly any of its exclusions settles them. */
  private kindOf(id: number): number {
    const known = this.kindsById[id];
    if (known !== undefined) return known;
    const { kind, row, label } = outcomeOf(this.questions.policy, id);
    const answer = kind === 'refuses' ? row.id : label;
    const number = this.kindsByAnswer.get(answer) ?? this.kindsByAnswer.size;
    this.kindsByAnswer.set(answer, number);
    this.kindsById[id] = number % kinds;
    return number % kinds;
  }
}

/** Shares of customers by the kind of their answer, for each node of a function. */
class SharesByNode {
  private readonly rows: Int32Array;
  private readonly table: Float64Array;
  private readonly kindOf: (terminal: number) => number;
  /** The first of the kinds that nobody has. */
  private used = 0;

  constructor(nodes: readonly Node[], nodeCount: number, kindOf: (terminal: number) => number) {
    this.kindOf = kindOf;
    this.table = new Float64Array(nodes.length * kinds);
    this.rows = new Int32Array(nodeCount);
    nodes.forEach((node, row) => {
      this.rows[node] = row * kinds;
    });
  }

  of(node: Node): Float64Array {
    const from = this.rows[node] ?? 0;
    return this.table.subarray(from, from + kinds);
  }

  /** Adds the shares of a node, so many times, to others; those who cannot be have none. */
  add(to: Float64Array, node: Node, times: number): void {
    if (isTerminal(node)) {
      const kind = this.kindOf(terminalValue(node));
      this.used = Math.max(this.used, kind + 1);
      if (kind >= 0) to[kind] = (to[kind] ?? 0) + times;
      return;
    }
    const from = this.rows[node] ?? 0;
    for (let kind = 0; kind < this.used; kind++) to[kind] = (to[kind] ?? 0) + times * (this.table[from + kind] ?? 0);
  }
}

/** The entropy of shares times their sum, in bits: those who cannot be count for nothing. */
function surprise(shares: Float64Array): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let bits = 0;
  for (const share of shares) if (share > 1e-15) bits -= share * Math.log2(share / total);
  return bits;
}
