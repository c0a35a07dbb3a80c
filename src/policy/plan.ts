import { IMPOSSIBLE, type Policy } from './compile.ts';
import { type Node, terminal } from './diagram.ts';
import { entailed } from './entailment.ts';
import type { Facts, Situation } from './facts.ts';
import { Relevance } from './relevance.ts';
import type { Derived } from './schema.ts';
import { UNKNOWN } from './variables.ts';

/** What to ask next, and how long it can take. */
export interface Plan {
  /** The fact to ask for now. */
  ask: string;
  /** The unanswered facts that can still change the answer. */
  missing: string[];
  /** The largest number of questions that can still come, this one included. */
  atMost: number;
  /** The expected cost of the questions that still come, by the policy's likelihoods. */
  expectedCost: number;
}

interface Step {
  /** The fact or derived fact that is settled next; absent when nothing is open. */
  settle?: string;
  cost: number;
  depth: number;
}

/**
 * Plans the interview of one policy by dynamic programming on its diagram: the cost of a function is 0 once its
 * answer is settled, else the least, over the facts that matter, of the fact's cost and the expected cost after it.
 */
export class Planner {
  private readonly policy: Policy;
  private readonly relevance: Relevance;
  private readonly steps = new Map<string, Step>();
  private readonly settledNodes = new Map<Node, boolean>();

  constructor(policy: Policy) {
    this.policy = policy;
    this.relevance = new Relevance(policy);
  }

  /** The next question of a situation whose answer is open. */
  plan(situation: Situation): Plan {
    const node = this.restricted(situation.assignment);
    const step = this.step(node, this.knownInputs(situation.facts), this.begunPeriod(situation, node));
    const settle = step.settle as string;
    const ask = situation.periods.get(settle)?.open[0] ?? settle;
    return { ask, missing: this.missing(situation, node), atMost: step.depth, expectedCost: step.cost };
  }

  /** The largest number of questions that can still come when this fact is asked now, this one included. */
  atMostWhenAsking(situation: Situation, fact: string): number {
    const node = this.restricted(situation.assignment);
    const known = this.knownInputs(situation.facts);
    const settled = Object.keys(this.policy.file.derived).filter((id) => this.inputsOf(id).includes(fact));
    if (settled.length === 0) return this.settling(node, known, fact).depth;
    const depths = settled.flatMap((id) =>
      [...this.branches(node, id).keys()].map((child) => this.step(child, known).depth),
    );
    return 1 + Math.max(this.step(node, known).depth, ...depths);
  }

  private inputsOf(id: string): (string | undefined)[] {
    const derived = this.policy.file.derived[id];
    return derived ? [derived.from, derived.until, monthsFact(derived)] : [];
  }

  /** The variables that can still change the answer of a situation. */
  relevantFacts(assignment: number[]): Set<string> {
    return new Set(this.relevantOf(this.restricted(assignment)));
  }

  private restricted(assignment: number[]): Node {
    return assignment.reduce(
      (node, value, variable) => (value < 0 ? node : this.policy.diagram.restrict(node, variable, value)),
      this.policy.root,
    );
  }

  private relevantOf(node: Node): string[] {
    const { variables } = this.policy;
    return [...new Set(this.relevance.relevantVariables(node).map((index) => variables[index]?.fact as string))];
  }

  private missing(situation: Situation, node: Node): string[] {
    const raw = new Set(this.relevantOf(node).flatMap((fact) => situation.periods.get(fact)?.missing ?? [fact]));
    return Object.keys(this.policy.file.facts).filter((fact) => raw.has(fact));
  }

  /** A period whose first input was just given is finished before anything else is asked. */
  private begunPeriod(situation: Situation, node: Node): string | undefined {
    return this.relevantOf(node).find((fact) => {
      const period = this.policy.file.derived[fact];
      if (!period || situation.periods.get(fact)?.value !== undefined) return false;
      const months = monthsFact(period);
      return months !== undefined && situation.facts[months] !== undefined;
    });
  }

  private knownInputs(facts: Facts): Map<string, 'given' | 'unknown'> {
    const inputs = Object.values(this.policy.file.derived).flatMap((derived) =>
      [derived.from, monthsFact(derived) ?? []].flat(),
    );
    return new Map(
      inputs
        .filter((id) => facts[id] !== undefined)
        .map((id) => [id, facts[id] === UNKNOWN ? 'unknown' : 'given'] as const),
    );
  }

  private step(node: Node, known: Map<string, 'given' | 'unknown'>, forced?: string): Step {
    if (this.isSettled(node)) return { cost: 0, depth: 0 };
    const key = `${node} ${[...known].sort().join(';')} ${forced ?? ''}`;
    const remembered = this.steps.get(key);
    if (remembered) return remembered;
    const candidates = this.relevantOf(node);
    const pinned = forced ?? this.policy.file.opening.find((fact) => candidates.includes(fact));
    const steps = (pinned === undefined ? candidates : [pinned]).map((fact) => this.settling(node, known, fact));
    const best = steps.reduce((a, b) => (b.cost < a.cost - 1e-9 ? b : a));
    this.steps.set(key, best);
    return best;
  }

  private settling(node: Node, known: Map<string, 'given' | 'unknown'>, fact: string): Step {
    const { cost, questions } = this.price(fact, known);
    const after = this.knownAfter(fact, known);
    const step: Step = { settle: fact, cost, depth: questions };
    let deepest = 0;
    for (const [child, probability] of this.branches(node, fact)) {
      const next = this.step(child, after);
      step.cost += probability * next.cost;
      deepest = Math.max(deepest, next.depth);
    }
    step.depth += deepest;
    return step;
  }

  /** What settling a fact is expected to cost, and how many questions it can take. */
  private price(fact: string, known: Map<string, 'given' | 'unknown'>): { cost: number; questions: number } {
    const costOf = (id: string): number => {
      const asked = this.policy.file.facts[id];
      return asked && 'cost' in asked ? asked.cost : 1;
    };
    const derived = this.policy.file.derived[fact];
    if (!derived) return { cost: costOf(fact), questions: 1 };
    const months = monthsFact(derived);
    if (months === undefined) return { cost: costOf(derived.from), questions: 1 };
    const start = known.get(derived.from);
    if (known.has(months)) return { cost: costOf(derived.from), questions: 1 };
    const form = start === 'unknown' ? (derived.until ?? months) : (derived.asks ?? months);
    if (start !== undefined || form !== months) return { cost: costOf(form), questions: 1 };
    const weights = Object.values(derived.likelihood).reduce((sum, weight) => sum + weight, 0);
    const answered = weights > 0 ? 1 - (derived.likelihood[UNKNOWN] ?? 0) / weights : 1;
    return { cost: costOf(form) + answered * costOf(derived.from), questions: 2 };
  }

  private knownAfter(fact: string, known: Map<string, 'given' | 'unknown'>): Map<string, 'given' | 'unknown'> {
    const derived = this.policy.file.derived[fact];
    return derived && !known.has(derived.from) ? new Map([...known, [derived.from, 'given']]) : known;
  }

  /** The functions that remain after each legal value of the fact, with their probabilities. */
  private branches(node: Node, fact: string): Map<Node, number> {
    let current = new Map<Node, number>([[node, 1]]);
    this.policy.variables.forEach((variable, index) => {
      if (variable.fact !== fact) return;
      const next = new Map<Node, number>();
      for (const [from, weight] of current) {
        variable.probabilities.forEach((probability, value) => {
          const child = this.policy.diagram.restrict(from, index, value);
          if (child !== terminal(IMPOSSIBLE)) next.set(child, (next.get(child) ?? 0) + weight * probability);
        });
      }
      current = next;
    });
    const total = [...current.values()].reduce((sum, weight) => sum + weight, 0);
    return new Map([...current].map(([child, weight]) => [child, total > 0 ? weight / total : 1 / current.size]));
  }

  private isSettled(node: Node): boolean {
    const known = this.settledNodes.get(node);
    if (known !== undefined) return known;
    const open = this.policy.variables.map(() => -1);
    const result = entailed({ ...this.policy, root: node }, open).kind !== 'open';
    this.settledNodes.set(node, result);
    return result;
  }
}

function monthsFact(derived: Derived): string | undefined {
  const { length } = derived;
  return 'months' in length && typeof length.months === 'string' ? length.months : undefined;
}
