import { ReturnsError } from '../../../errors.ts';
import { entryAt } from '../../entry-at.ts';
import { Tuples } from './tuples.ts';

/**
 * Reduced ordered multi-valued decision diagrams with hash-consing: equal functions are the same number.
 * A terminal `t` is the node `-1 - t`; an inner node is its index. Bryant, "Graph-based algorithms for Boolean
 * function manipulation" (1986), generalised to many values as in Kam et al., "Multi-valued decision diagrams" (1998).
 */
export type Node = number;

export const terminal = (value: number): Node => -1 - value;
export const terminalValue = (node: Node): number => -1 - node;
export const isTerminal = (node: Node): boolean => node < 0;

/** The two truth values as terminals of a condition's diagram. */
export const FALSE = terminal(0);
export const TRUE = terminal(1);

/** A diagram needed more nodes, or a piece of work on one more steps, than it may. */
export class DiagramTooLargeError extends ReturnsError {
  readonly code = 'diagram-too-large';
}

/** More nodes than this take some 200 MB with all that is remembered of them. */
const mostNodes = 500_000;
/** So many results are remembered of each kind before all are forgotten. */
const mostRemembered = 1_000_000;
const mostAssignments = 2_000;

/** A diagram as threads hand it to one another: children before those that lead to them. */
export interface PackedDiagram {
  sizes: readonly number[];
  variables: Int32Array;
  /** The children of one node after the other. */
  children: Int32Array;
  roots: Node[];
}

export class Diagram {
  /** The number of values of each variable; variables are tested in this order. */
  readonly sizes: readonly number[];
  private readonly maxNodes: number;
  /** The nodes by their numbers: the variable of each, and its children. */
  private nodes = Tuples.none();
  /** The index at which the values of each variable start among the values of all. */
  private readonly offsets: readonly number[];
  private readonly valueCount: number;
  /** What `restrict` found, by node, variable and value; and `restrictAll`, by node and assignment. */
  private readonly restricted = new Map<number, Node>();
  private readonly assigned = new Map<string, Node>();
  private readonly supports: bigint[] = [];
  private stepsTaken = 0;
  private stepsAllowed = Number.POSITIVE_INFINITY;

  /** With more than `maxNodes` nodes every method that would make one more throws DiagramTooLargeError. */
  constructor(sizes: readonly number[], maxNodes = mostNodes) {
    this.sizes = sizes;
    this.maxNodes = maxNodes;
    let count = 0;
    this.offsets = sizes.map((size) => {
      count += size;
      return count - size;
    });
    this.valueCount = count;
  }

  get nodeCount(): number {
    return this.nodes.size;
  }

  /** The work done so far: about one step for each node that was looked at. */
  get steps(): number {
    return this.stepsTaken;
  }

  /** A diagram of its own with the same nodes by the same numbers, and nothing else remembered. */
  copy(): Diagram {
    const copy = new Diagram(this.sizes, this.maxNodes);
    copy.nodes = this.nodes.copy();
    return copy;
  }

  /** The nodes of these functions alone, and the functions by their new numbers, for another thread to go on with. */
  packed(roots: readonly Node[]): PackedDiagram {
    const used = [...new Set(roots.flatMap((root) => this.nodesOf(root)))].sort((a, b) => a - b);
    const numbers = new Map(used.map((node, number) => [node, number]));
    const numberOf = (node: Node): Node => (isTerminal(node) ? node : (numbers.get(node) ?? node));
    return {
      sizes: this.sizes,
      variables: Int32Array.from(used, (node) => this.variableOf(node)),
      children: Int32Array.from(used.flatMap((node) => this.childrenOf(node).map(numberOf))),
      roots: roots.map(numberOf),
    };
  }

  static unpacked({ sizes, variables, children }: PackedDiagram): Diagram {
    const diagram = new Diagram(sizes);
    let at = 0;
    for (const variable of variables) {
      const size = entryAt(sizes, variable);
      diagram.nodes.add(variable, Array.from(children.subarray(at, at + size)));
      at += size;
    }
    return diagram;
  }

  /** Runs a piece of work that may take so many steps; throws DiagramTooLargeError at the first one beyond. */
  within<T>(steps: number, run: () => T): T {
    const before = this.stepsAllowed;
    this.stepsAllowed = Math.min(before, this.stepsTaken + steps);
    try {
      return run();
    } finally {
      this.stepsAllowed = before;
    }
  }

  /** Counts work done on the diagram, by whoever does it. */
  spend(steps = 1): void {
    this.stepsTaken += steps;
    if (this.stepsTaken > this.stepsAllowed) throw new DiagramTooLargeError('more steps than are allowed');
  }

  variableOf(node: Node): number {
    return isTerminal(node) ? this.sizes.length : this.nodes.firstOf(node);
  }

  childrenOf(node: Node): readonly Node[] {
    return this.nodes.listOf(node);
  }

  /** The node that tests `variable` and goes on with the child of its value. */
  make(variable: number, children: Node[]): Node {
    const first = entryAt(children, 0);
    if (children.every((child) => child === first)) return first;
    const node = this.nodes.add(variable, children);
    if (node >= this.maxNodes) throw new DiagramTooLargeError(`more than ${this.maxNodes} nodes`);
    return node;
  }

  /** TRUE where the variable has one of the values. */
  test(variable: number, values: ReadonlySet<number>): Node {
    const children = Array.from({ length: entryAt(this.sizes, variable) }, (_, value) =>
      values.has(value) ? TRUE : FALSE,
    );
    return this.make(variable, children);
  }

  /** The diagram of `combine` applied at each point to the terminals of the operands. */
  apply(
    operands: Node[],
    combine: (terminals: number[]) => number,
    shortcut?: (nodes: Node[]) => Node | undefined,
  ): Node {
    const visited = Tuples.none();
    const results: Node[] = [];
    const visit = (nodes: Node[]): Node => {
      const known = shortcut?.(nodes);
      if (known !== undefined) return known;
      const variable = Math.min(this.sizes.length, ...nodes.map((node) => this.variableOf(node)));
      if (variable === this.sizes.length) return terminal(combine(nodes.map(terminalValue)));
      const seen = visited.find(variable, nodes);
      if (seen !== undefined) return entryAt(results, seen);
      this.spend(nodes.length);
      const children = Array.from({ length: entryAt(this.sizes, variable) }, (_, value) =>
        visit(nodes.map((node) => this.cofactor(node, variable, value))),
      );
      const result = this.make(variable, children);
      results[visited.add(variable, nodes)] = result;
      return result;
    };
    return visit(operands);
  }

  and(a: Node, b: Node): Node {
    return this.ifThenElse(a, b, FALSE);
  }

  or(a: Node, b: Node): Node {
    return this.ifThenElse(a, TRUE, b);
  }

  not(a: Node): Node {
    return this.ifThenElse(a, FALSE, TRUE);
  }

  /** `then` where the condition is TRUE, `otherwise` elsewhere. */
  ifThenElse(condition: Node, then: Node, otherwise: Node): Node {
    return this.apply(
      [condition, then, otherwise],
      ([c, t = 0, o = 0]) => (c === 1 ? t : o),
      ([c, t, o]) => (c === TRUE || t === o ? t : c === FALSE ? o : undefined),
    );
  }

  /** The function once the variable is fixed, where the node tests no earlier variable. */
  private cofactor(node: Node, variable: number, value: number): Node {
    return this.variableOf(node) === variable ? entryAt(this.childrenOf(node), value) : node;
  }

  /** The function once the variable, wherever it is tested, has this value; remembered for long. */
  restrict(node: Node, variable: number, value: number): Node {
    const own = this.variableOf(node);
    if (own > variable) return node;
    if (own === variable) return entryAt(this.childrenOf(node), value);
    const key = node * this.valueCount + entryAt(this.offsets, variable) + value;
    const known = this.restricted.get(key);
    if (known !== undefined) return known;
    this.spend();
    const children = this.childrenOf(node).map((child) => this.restrict(child, variable, value));
    const result = this.make(own, children);
    if (this.restricted.size >= mostRemembered) this.restricted.clear();
    this.restricted.set(key, result);
    return result;
  }

  /** The function once every variable has its value of the assignment; -1 leaves it open. */
  restrictAll(node: Node, assignment: readonly number[]): Node {
    const key = `${node}:${assignment.join()}`;
    const known = this.assigned.get(key);
    if (known !== undefined) return known;
    const result = this.restrictedTo(node, assignment);
    if (this.assigned.size >= mostAssignments) this.assigned.clear();
    this.assigned.set(key, result);
    return result;
  }

  /** In one go through the nodes, however many variables have values. */
  private restrictedTo(root: Node, assignment: readonly number[]): Node {
    const last = assignment.findLastIndex((value) => value >= 0);
    const memo = new Map<Node, Node>();
    const visit = (node: Node): Node => {
      const variable = this.variableOf(node);
      if (variable > last) return node;
      const known = memo.get(node);
      if (known !== undefined) return known;
      this.spend();
      const value = assignment[variable] ?? -1;
      const children = this.childrenOf(node);
      const result = value >= 0 ? visit(entryAt(children, value)) : this.make(variable, children.map(visit));
      memo.set(node, result);
      return result;
    };
    return visit(root);
  }

  /** The inner nodes of a function, each after those that lead to it. */
  nodesOf(root: Node): Node[] {
    const found: Node[] = isTerminal(root) ? [] : [root];
    const isFound = new Uint8Array(this.nodeCount);
    const levels: Node[][] = [];
    for (const node of found) {
      const variable = this.variableOf(node);
      const level = levels[variable] ?? [];
      levels[variable] = level;
      level.push(node);
      for (const child of this.childrenOf(node)) {
        if (isTerminal(child) || isFound[child]) continue;
        isFound[child] = 1;
        found.push(child);
      }
    }
    return levels.flat();
  }

  /** The variables that the function tests, in the diagram's order. */
  support(node: Node): number[] {
    const mask = this.supportMask(node);
    return this.sizes.flatMap((_, variable) => ((mask >> BigInt(variable)) & 1n ? [variable] : []));
  }

  /** The same as bits, worked out once for each node. */
  supportMask(node: Node): bigint {
    if (isTerminal(node)) return 0n;
    const known = this.supports[node];
    if (known !== undefined) return known;
    this.spend();
    let mask = 1n << BigInt(this.variableOf(node));
    const children = this.childrenOf(node);
    for (const child of children) mask |= this.supportMask(child);
    this.supports[node] = mask;
    return mask;
  }

  /** The terminals that the function can reach. */
  terminals(node: Node): Set<number> {
    const values = new Set<number>();
    const seen = new Set<Node>();
    const visit = (current: Node): void => {
      if (seen.has(current)) return;
      seen.add(current);
      if (isTerminal(current)) values.add(terminalValue(current));
      else this.childrenOf(current).forEach(visit);
    };
    visit(node);
    return values;
  }
}
