import { agreementOf, isImpossible, isSettled } from '../engine/agreement.ts';
import { isPlain } from '../engine/diagram/calendar-rules.ts';
import { IMPOSSIBLE, type Policy } from '../engine/diagram/compile.ts';
import { isTerminal, type Node, terminalValue } from '../engine/diagram/diagram.ts';
import { Fingerprints } from '../engine/diagram/fingerprints.ts';
import { Relevance } from '../engine/diagram/relevance.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import type { Facts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import { type DatePoint, datePoints } from './date-points.ts';
import { type Inputs, type Price, pricesOf } from './prices.ts';

/** More nodes than a diagram ever has. */
const manyNodes = 2 ** 21;

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

/** The values that lead from a node to another, and their likelihood before anybody is left out. */
export interface Way extends DatePoint {
  place: Node;
}

/** What some values of a fact lead to, before its price. */
interface Turn {
  node: Node;
  prior: number;
  isUnknown: boolean;
}

/**
 * The questions of one policy, their costs and where they lead. Customers are drawn from the policy's
 * likelihoods, each fact by itself, and those that the policy or the calendar calls impossible are left out.
 */
export class Questions {
  readonly policy: Policy;
  private readonly prices: ReturnType<typeof pricesOf>;
  private readonly relevance: Relevance;
  private readonly fingerprints: Fingerprints;
  private readonly masses: number[] = [];
  private readonly variablesByFact = new Map<string, number[]>();
  private readonly firstByDate = new Map<string, string>();
  private readonly points = new Map<string, readonly DatePoint[]>();
  private readonly factsByMask = new Map<bigint, readonly string[]>();
  private readonly inputsByState = new Map<number, Inputs>();

  constructor(policy: Policy) {
    this.policy = policy;
    this.prices = pricesOf(policy.file);
    this.relevance = new Relevance(policy);
    this.fingerprints = new Fingerprints(policy.diagram);
    policy.variables.forEach(({ fact }, index) => {
      const asked = this.askedAs(fact);
      this.variablesByFact.set(asked, [...this.variablesOf(asked), index]);
    });
  }

  /** The state of a situation: facts known by their place in the space, and as given. */
  state(assignment: readonly number[], facts: Facts): State {
    const { diagram, root } = this.policy;
    return { node: diagram.restrictAll(root, assignment), inputs: this.prices.given(facts) };
  }

  /** Works out what is remembered of a function; little where it is remembered of those below it. */
  remember(node: Node): void {
    agreementOf(this.policy, node);
    this.massOf(node);
    this.testedFacts(node);
    this.tellingFacts(node);
    this.nameOf({ node, inputs: 0 });
  }

  isSettled(node: Node): boolean {
    return isSettled(agreementOf(this.policy, node));
  }

  isImpossible(node: Node): boolean {
    return isImpossible(agreementOf(this.policy, node));
  }

  variablesOf(fact: string): readonly number[] {
    return this.variablesByFact.get(fact) ?? [];
  }

  /** The fact itself; for the periods that one date tells, the first of them, which stands for all. */
  askedAs(fact: string): string {
    const { derived } = this.policy.file;
    const period = derived[fact];
    if (!period || !isPlain(period)) return fact;
    const key = `from ${period.from}`;
    const first = this.firstByDate.get(key) ?? fact;
    this.firstByDate.set(key, first);
    return first;
  }

  /** The facts and derived facts that the function tests, in the order of the file; see `askedAs`. */
  testedFacts(node: Node): readonly string[] {
    return this.factsOf(this.policy.diagram.supportMask(node));
  }

  /** Those of which two values lead, all else equal, to different answers. */
  tellingFacts(node: Node): readonly string[] {
    return this.factsOf(this.relevance.tellingVariables(node));
  }

  /** The same two lists with every period by itself. */
  periodsAndFacts(node: Node): { tested: string[]; telling: string[] } {
    const { diagram, variables } = this.policy;
    const named = (mask: bigint): string[] => [
      ...new Set(variables.flatMap(({ fact }, at) => ((mask >> BigInt(at)) & 1n ? [fact] : []))),
    ];
    return { tested: named(diagram.supportMask(node)), telling: named(this.relevance.tellingVariables(node)) };
  }

  private factsOf(mask: bigint): readonly string[] {
    const known = this.factsByMask.get(mask);
    if (known) return known;
    const { variables } = this.policy;
    const found = new Set(variables.flatMap(({ fact }, at) => ((mask >> BigInt(at)) & 1n ? [this.askedAs(fact)] : [])));
    this.factsByMask.set(mask, [...found]);
    return [...found];
  }

  /** The inputs of a state as far as they still make a difference. */
  private inputsThatCount({ node, inputs }: State): Inputs {
    if (inputs === 0) return 0;
    const key = inputs * manyNodes + node;
    const known = this.inputsByState.get(key);
    if (known !== undefined) return known;
    const { derived } = this.policy.file;
    const periods = this.testedFacts(node).filter((fact) => derived[fact] !== undefined);
    const counting = this.prices.only(inputs, periods);
    this.inputsByState.set(key, counting);
    return counting;
  }

  /** A number that two states share only if what is left to ask, and its cost, are the same. */
  keyOf(state: State): number {
    return this.inputsThatCount(state) * manyNodes + state.node;
  }

  /** A number that is the same for the same state in every process. */
  nameOf(state: State): number {
    return this.fingerprints.nameOf(state.node, this.prices.textOf(this.inputsThatCount(state)));
  }

  /** The share of customers to whom the function does not say "impossible". */
  massOf(node: Node): number {
    if (isTerminal(node)) return terminalValue(node) === IMPOSSIBLE ? 0 : 1;
    const known = this.masses[node];
    if (known !== undefined) return known;
    const { diagram, variables } = this.policy;
    diagram.spend();
    const { fact, probabilities } = entryAt(variables, diagram.variableOf(node));
    const points = this.pointsOf(this.askedAs(fact));
    const children = diagram.childrenOf(node);
    const mass = points
      ? points.reduce((sum, point) => sum + point.probability * this.massOf(this.at(node, point).node), 0)
      : children.reduce((sum, child, value) => sum + entryAt(probabilities, value) * this.massOf(child), 0);
    this.masses[node] = mass;
    return mass;
  }

  /** From a node the values of the variable it tests, or of all the periods that its date tells. */
  waysFrom(node: Node): Way[] {
    const { diagram, variables } = this.policy;
    const variable = diagram.variableOf(node);
    const { fact, probabilities } = entryAt(variables, variable);
    const points: readonly DatePoint[] =
      this.pointsOf(this.askedAs(fact)) ??
      probabilities.map((probability, value) => ({ values: [[variable, value]], probability }));
    return points.map((point) => ({ ...point, place: this.along(node, point) }));
  }

  /** The function that these values leave of another. */
  along(node: Node, { values }: Pick<DatePoint, 'values'>): Node {
    return values.reduce((to, [variable, value]) => this.policy.diagram.restrict(to, variable, value), node);
  }

  /** The part that a node's variable has in the least that its fact can cost. */
  leastCostOf(node: Node, inputs: Inputs): number {
    const { fact } = entryAt(this.policy.variables, this.policy.diagram.variableOf(node));
    const asked = this.askedAs(fact);
    const variables = this.pointsOf(asked) ? 1 : this.variablesOf(asked).length;
    return this.prices.leastOf(asked, inputs) / variables;
  }

  /** The least that one question costs in a state whose answer is open. */
  leastCost({ node, inputs }: State): number {
    return Math.min(...this.testedFacts(node).map((fact) => this.prices.leastOf(fact, inputs)));
  }

  /** The cost of asking everything that the answer may turn on. */
  costOfAll({ node, inputs }: State): number {
    const costs = this.testedFacts(node).map((fact) =>
      Math.max(this.price(fact, inputs).cost, this.price(fact, inputs, true).cost),
    );
    return costs.reduce((sum, cost) => sum + cost, 0);
  }

  /**
   * Every way the fact can legally turn out, with what else is then known at no cost: a date that is told for one period
   * tells the others. The probabilities sum to 1.
   */
  branches(state: State, fact: string): Branch[] {
    return this.ownBranches(state, fact).flatMap((branch) => this.withToldPeriods(branch, state.inputs));
  }

  private withToldPeriods(branch: Branch, before: Inputs): Branch[] {
    if (branch.inputs === before || this.isSettled(branch.node)) return [branch];
    const told = this.testedFacts(branch.node).find((fact) => this.prices.isTold(fact, branch.inputs));
    if (told === undefined) return [branch];
    return this.ownBranches(branch, told).flatMap(({ node, probability }) =>
      this.withToldPeriods({ ...branch, node, probability: branch.probability * probability }, before),
    );
  }

  /** The ways of one fact alone, those alike taken together. */
  private ownBranches(state: State, fact: string): Branch[] {
    const branches: Branch[] = [];
    let total = 0;
    for (const turn of this.turns(state.node, fact)) {
      if (this.isImpossible(turn.node)) continue;
      const branch = this.branch(state, fact, turn);
      total += branch.probability;
      branches.push(branch);
    }
    for (const branch of branches) branch.probability = total > 0 ? branch.probability / total : 1 / branches.length;
    return branches;
  }

  /** The places that the values of a fact lead to, and how likely they are before anybody is left out. */
  turns(node: Node, fact: string): Turn[] {
    const turns = new Map<number, Turn>();
    const keyOf = (turn: Turn): number => 2 * turn.node + Number(turn.isUnknown);
    for (const turn of this.gatheredTurns(node, fact)) turns.set(keyOf(turn), turn);
    const points = this.pointsOf(fact);
    if (!points) return [...turns.values()];
    for (const turn of turns.values()) turn.prior = 0;
    for (const point of points) {
      const to = { ...this.at(node, point), prior: point.probability };
      const same = turns.get(keyOf(to));
      if (same) same.prior += point.probability;
    }
    return [...turns.values()];
  }

  /** One variable after the other, so that members of a set which lead to the same place are taken together. */
  private gatheredTurns(node: Node, fact: string): Iterable<Turn> {
    let turns = new Map<number, Turn>([[0, { node, prior: 1, isUnknown: true }]]);
    for (const index of this.variablesOf(fact)) {
      const { probabilities = [], values = [] } = this.policy.variables[index] ?? {};
      const next = new Map<number, Turn>();
      for (const turn of turns.values()) {
        probabilities.forEach((probability, value) => {
          this.policy.diagram.spend();
          const to = this.policy.diagram.restrict(turn.node, index, value);
          const isUnknown = turn.isUnknown && values[value] === UNKNOWN;
          const key = 2 * to + Number(isUnknown);
          const same = next.get(key);
          const prior = turn.prior * probability;
          if (same) same.prior += prior;
          else next.set(key, { node: to, prior, isUnknown });
        });
      }
      turns = next;
    }
    return turns.values();
  }

  /** The function at a point of a date. */
  private at(node: Node, { values }: DatePoint): Omit<Turn, 'prior'> {
    const { diagram, variables } = this.policy;
    return {
      node: values.reduce((to, [variable, value]) => diagram.restrict(to, variable, value), node),
      isUnknown: values.every(([variable, value]) => variables[variable]?.values[value] === UNKNOWN),
    };
  }

  /** What the periods that a date tells can be together; nothing for a fact that is a variable by itself. */
  pointsOf(fact: string): readonly DatePoint[] | undefined {
    const indices = this.variablesOf(fact);
    if (indices.length < 2 || this.policy.file.derived[fact] === undefined) return undefined;
    const points = this.points.get(fact) ?? datePoints(this.policy.variables, indices);
    this.points.set(fact, points);
    return points;
  }

  /** The functions that the values of the fact leave, of those who can be. */
  places(node: Node, fact: string): Node[] {
    const places = [...this.gatheredTurns(node, fact)].map((turn) => turn.node);
    return [...new Set(places)].filter((place) => !this.isImpossible(place));
  }

  private branch({ inputs }: State, fact: string, { node, prior, isUnknown }: Turn): Branch {
    const { cost, questions, after } = this.price(fact, inputs, isUnknown);
    return { node, inputs: after, probability: prior * this.massOf(node), cost, questions };
  }

  /** What it costs to settle a fact, by whether that ends in "I don't know". */
  price(fact: string, inputs: Inputs, isUnknown = false): Price {
    const isPeriod = this.policy.file.derived[fact] !== undefined;
    return isPeriod ? this.prices.ofPeriod(fact, inputs, isUnknown) : this.prices.ofFact(fact, inputs);
  }

  /** The outcome of each value of the fact, legal or not; a set has a value for each choice of its members. */
  cases(state: State, fact: string): Case[] {
    let cases: { values: Case['values']; turn: Turn }[] = [
      { values: [], turn: { node: state.node, prior: 1, isUnknown: true } },
    ];
    for (const index of this.variablesOf(fact)) {
      const { probabilities = [], values = [] } = this.policy.variables[index] ?? {};
      cases = cases.flatMap((one) =>
        probabilities.map((probability, value) => {
          this.policy.diagram.spend();
          const node = this.policy.diagram.restrict(one.turn.node, index, value);
          const isUnknown = one.turn.isUnknown && values[value] === UNKNOWN;
          const turn = { node, prior: one.turn.prior * probability, isUnknown };
          return { values: [...one.values, [index, value]], turn };
        }),
      );
      // Most of what periods of one date could be together cannot be.
      if (this.pointsOf(fact)) cases = cases.filter(({ turn }) => !this.isImpossible(turn.node));
    }
    return cases.map(({ values, turn }) => ({ values, branch: this.branch(state, fact, turn) }));
  }
}
