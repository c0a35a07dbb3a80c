import { IMPOSSIBLE, type Policy } from '../engine/diagram/compile.ts';
import { isTerminal, type Node, terminalValue } from '../engine/diagram/diagram.ts';
import { Relevance } from '../engine/diagram/relevance.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import { answerOf } from '../engine/entailment.ts';
import type { Facts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import { type Inputs, Prices } from './prices.ts';

/** The state of an interview: what the answers so far leave open, and which inputs of periods are given. */
export interface State {
  node: Node;
  inputs: Inputs;
}

/** One way a fact can turn out: where that leads, how likely it is, and what settling the fact cost. */
export interface Branch extends State {
  probability: number;
  cost: number;
  questions: number;
}

/** A branch before those that lead to the same place are one, with the values that lead there. */
export interface Case {
  values: [variable: number, value: number][];
  branch: Branch;
}

/**
 * The questions of one policy, their costs and where they lead. Customers are drawn from the policy's
 * likelihoods, each fact by itself, and those that the policy calls impossible are left out.
 */
export class Questions {
  readonly policy: Policy;
  private readonly prices: Prices;
  private readonly relevance: Relevance;
  private readonly masses: number[] = [];
  private readonly facts = new Map<Node, readonly string[]>();
  private readonly variablesByFact = new Map<string, number[]>();

  constructor(policy: Policy) {
    this.policy = policy;
    this.prices = new Prices(policy.file);
    this.relevance = new Relevance(policy);
    policy.variables.forEach(({ fact }, index) => {
      this.variablesByFact.set(fact, [...(this.variablesByFact.get(fact) ?? []), index]);
    });
  }

  /** The state of a situation: facts known by their place in the space, and as given. */
  state(assignment: readonly number[], facts: Facts): State {
    const { diagram, root } = this.policy;
    return { node: diagram.restrictAll(root, assignment), inputs: this.prices.given(facts) };
  }

  isSettled(node: Node): boolean {
    return answerOf(this.policy, node).kind !== 'open';
  }

  /** The facts and derived facts that can still change the answer. */
  relevantFacts(node: Node): readonly string[] {
    const known = this.facts.get(node);
    if (known) return known;
    const variables = this.relevance.relevantVariables(node);
    const found = [...new Set(variables.map((index) => entryAt(this.policy.variables, index).fact))];
    this.facts.set(node, found);
    return found;
  }

  /** A number that two states share only if they are the same. */
  keyOf({ node, inputs }: State): number {
    return node * this.prices.inputsCount + inputs;
  }

  /** The share of customers to whom the function does not say "impossible". */
  massOf(node: Node): number {
    if (isTerminal(node)) return terminalValue(node) === IMPOSSIBLE ? 0 : 1;
    const known = this.masses[node];
    if (known !== undefined) return known;
    const { diagram, variables } = this.policy;
    const { probabilities = [] } = variables[diagram.variableOf(node)] ?? {};
    let mass = 0;
    const children = diagram.childrenOf(node);
    for (let value = 0; value < children.length; value++) {
      mass += entryAt(probabilities, value) * this.massOf(entryAt(children, value));
    }
    this.masses[node] = mass;
    return mass;
  }

  /** Every way the fact can legally turn out; the probabilities sum to 1. */
  branches(state: State, fact: string): Branch[] {
    const byState = new Map<number, Branch>();
    for (const { branch } of this.cases(state, fact)) {
      if (answerOf(this.policy, branch.node).kind === 'impossible') continue;
      const key = this.keyOf(branch);
      const same = byState.get(key);
      if (same && same.cost === branch.cost) same.probability += branch.probability;
      else byState.set(same ? -1 - byState.size : key, branch);
    }
    const branches = [...byState.values()];
    const total = branches.reduce((sum, { probability }) => sum + probability, 0);
    for (const branch of branches) branch.probability = total > 0 ? branch.probability / total : 1 / branches.length;
    return branches;
  }

  /** The outcome of each value of the fact, legal or not; a set has a value for each choice of its members. */
  cases({ node, inputs }: State, fact: string): Case[] {
    const isPeriod = this.policy.file.derived[fact] !== undefined;
    let cases: { values: [variable: number, value: number][]; node: Node; prior: number }[] = [
      { values: [], node, prior: 1 },
    ];
    for (const index of this.variablesByFact.get(fact) ?? []) {
      const { probabilities = [] } = this.policy.variables[index] ?? {};
      cases = cases.flatMap((one) =>
        probabilities.map((probability, value) => ({
          values: [...one.values, [index, value]],
          node: this.policy.diagram.restrict(one.node, index, value),
          prior: one.prior * probability,
        })),
      );
    }
    return cases.map(({ values, node: child, prior }) => {
      const price = isPeriod
        ? this.prices.ofPeriod(fact, inputs, this.isUnknown(values))
        : this.prices.ofFact(fact, inputs);
      const { cost, questions, after } = price;
      const branch = { node: child, inputs: after, probability: prior * this.massOf(child), cost, questions };
      return { values, branch };
    });
  }

  private isUnknown(values: [variable: number, value: number][]): boolean {
    return values.some(([variable, value]) => this.policy.variables[variable]?.values[value] === UNKNOWN);
  }
}
