import { IMPOSSIBLE } from '../engine/diagram/compile.ts';
import { Diagram, isTerminal, type Node, terminal, terminalValue } from '../engine/diagram/diagram.ts';
import { entryAt } from '../entry-at.ts';
import type { DatePoint } from './date-points.ts';
import type { Questions, State } from './questions.ts';

/** With more states than this the proofs of a policy are too many to be gone through. */
const maxStates = 20_000;
/** Costs are told apart to a millionth. */
const precision = 1e6;

/**
 * The expected cost of the cheapest set of facts that proves the answer to each customer, had somebody known
 * beforehand which facts to ask. No interview can be shorter: whatever it asks proves the answer.
 */
export class Certificates {
  private readonly questions: Questions;
  /** Functions from customers to costs, which are terminals; over the same variables. */
  private readonly diagram: Diagram;
  private readonly found = new Map<number, Node>();

  constructor(questions: Questions) {
    this.questions = questions;
    this.diagram = new Diagram(questions.policy.diagram.sizes);
  }

  /** The lower bound in a state; nothing if the policy is too large for it. */
  expected(state: State): number | undefined {
    const costs = this.cheapest(state);
    return this.isTooLarge() ? undefined : this.mean(state, costs);
  }

  private isTooLarge(): boolean {
    return this.found.size >= maxStates;
  }

  private mean(state: State, cheapest: Node): number {
    const memo = new Map<string, number>();
    const sum = (node: Node, costs: Node): number => {
      if (isTerminal(node) && terminalValue(node) === IMPOSSIBLE) return 0;
      if (isTerminal(costs)) return this.questions.massOf(node) * (terminalValue(costs) / precision);
      const key = `${node},${costs}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const { diagram, variables } = this.questions.policy;
      const variable = Math.min(diagram.variableOf(node), this.diagram.variableOf(costs));
      const below = (of: Diagram, one: Node, value: number): Node =>
        of.variableOf(one) === variable ? entryAt(of.childrenOf(one), value) : one;
      const { fact, probabilities } = entryAt(variables, variable);
      const points = this.questions.pointsOf(this.questions.askedAs(fact));
      const at = (of: Diagram, one: Node, { values }: DatePoint): Node =>
        values.reduce((to, [index, value]) => of.restrict(to, index, value), one);
      const result = points
        ? points.reduce(
            (total, point) => total + point.probability * sum(at(diagram, node, point), at(this.diagram, costs, point)),
            0,
          )
        : probabilities.reduce(
            (total, probability, value) =>
              total + probability * sum(below(diagram, node, value), below(this.diagram, costs, value)),
            0,
          );
      memo.set(key, result);
      return result;
    };
    return sum(state.node, cheapest) / this.questions.massOf(state.node);
  }

  /** For each customer the cost of the cheapest proof. */
  private cheapest(state: State): Node {
    if (this.questions.isSettled(state.node) || this.isTooLarge()) return terminal(0);
    const key = this.questions.keyOf(state);
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const facts = this.questions.testedFacts(state.node);
    const costs = facts.map((fact) => this.asking(state, fact));
    const result = costs.reduce((a, b) => this.least(a, b));
    this.found.set(key, result);
    return result;
  }

  private asking(state: State, fact: string): Node {
    const cases = this.questions.cases(state, fact).map(({ values, branch }) => {
      const rest = this.cheapest(branch);
      const cost = Math.round(branch.cost * precision);
      return { values, costs: this.diagram.apply([rest], ([so = 0]) => so + cost) };
    });
    const [first, ...others] = cases;
    return others.reduce((otherwise, { values, costs }) => {
      const tests = values.map(([variable, value]) => this.diagram.test(variable, new Set([value])));
      const all = tests.reduce((a, b) => this.diagram.and(a, b));
      return this.diagram.ifThenElse(all, costs, otherwise);
    }, first?.costs ?? terminal(0));
  }

  private least(a: Node, b: Node): Node {
    return this.diagram.apply(
      [a, b],
      ([x = 0, y = 0]) => Math.min(x, y),
      ([x, y]) => (x === y ? x : undefined),
    );
  }
}
