import { entryAt } from '../../entry-at.ts';
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

/** No node has this number. */
const NOT_FOUND_YET = 0x7fffffff;

export class Diagram {
  /** The number of values of each variable; variables are tested in this order. */
  readonly sizes: readonly number[];
  private readonly variables: number[] = [];
  private readonly childLists: Node[][] = [];
  private readonly unique = new Map<string, Node>();
  /** The index at which the values of each variable start in a row of `transitions`. */
  private readonly offsets: readonly number[];
  private readonly valueCount: number;
  /** For each node what `restrict` found, by variable and value. */
  private readonly transitions: Int32Array[] = [];

  constructor(sizes: readonly number[]) {
    this.sizes = sizes;
    let count = 0;
    this.offsets = sizes.map((size) => {
      count += size;
      return count - size;
    });
    this.valueCount = count;
  }

  get nodeCount(): number {
    return this.variables.length;
  }

  variableOf(node: Node): number {
    return isTerminal(node) ? this.sizes.length : entryAt(this.variables, node);
  }

  childrenOf(node: Node): readonly Node[] {
    return entryAt(this.childLists, node);
  }

  /** The node that tests `variable` and goes on with the child of its value. */
  make(variable: number, children: Node[]): Node {
    const first = entryAt(children, 0);
    if (children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    const known = this.unique.get(key);
    if (known !== undefined) return known;
    const node = this.variables.length;
    this.variables.push(variable);
    this.childLists.push(children);
    this.unique.set(key, node);
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
    const memo = new Map<string, Node>();
    const visit = (nodes: Node[]): Node => {
      const known = shortcut?.(nodes);
      if (known !== undefined) return known;
      const variable = Math.min(this.sizes.length, ...nodes.map((node) => this.variableOf(node)));
      if (variable === this.sizes.length) return terminal(combine(nodes.map(terminalValue)));
      const key = nodes.join();
      const seen = memo.get(key);
      if (seen !== undefined) return seen;
      const children = Array.from({ length: entryAt(this.sizes, variable) }, (_, value) =>
        visit(nodes.map((node) => this.cofactor(node, variable, value))),
      );
      const result = this.make(variable, children);
      memo.set(key, result);
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

  /** The function once the variable, wherever it is tested, has this value; remembered for good. */
  restrict(node: Node, variable: number, value: number): Node {
    const own = this.variableOf(node);
    if (own > variable) return node;
    if (own === variable) return entryAt(this.childrenOf(node), value);
    const at = entryAt(this.offsets, variable) + value;
    const row = this.transitionsOf(node);
    const known = entryAt(row, at);
    if (known !== NOT_FOUND_YET) return known;
    const children = this.childrenOf(node).map((child) => this.restrict(child, variable, value));
    const result = this.make(own, children);
    row[at] = result;
    return result;
  }

  /** The function once every variable has its value of the assignment; -1 leaves it open. */
  restrictAll(node: Node, assignment: readonly number[]): Node {
    let result = node;
    for (let variable = 0; variable < assignment.length; variable++) {
      const value = entryAt(assignment, variable);
      if (value >= 0) result = this.restrict(result, variable, value);
    }
    return result;
  }

  private transitionsOf(node: Node): Int32Array {
    const known = this.transitions[node];
    if (known) return known;
    const row = new Int32Array(this.valueCount).fill(NOT_FOUND_YET);
    this.transitions[node] = row;
    return row;
  }

  /** The variables that the function tests. */
  support(node: Node): Set<number> {
    const variables = new Set<number>();
    const seen = new Set<Node>();
    const visit = (current: Node): void => {
      if (isTerminal(current) || seen.has(current)) return;
      seen.add(current);
      variables.add(this.variableOf(current));
      this.childrenOf(current).forEach(visit);
    };
    visit(node);
    return variables;
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
