import { ReturnsError } from '../../errors.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import type { Situation } from '../engine/facts.ts';
import { monthsFactOf } from '../format/period-schema.ts';
import { Questions, type State } from './questions.ts';
import { Unavoidable } from './unavoidable.ts';

/** The next question, and the largest number that can still come. */
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

/** The rest of an interview: its expected cost, and the largest number of questions. */
interface Step {
  cost: number;
  depth: number;
}

/** The rest while the answer is open. */
interface OpenStep extends Step {
  /** The fact or derived fact that is settled next. */
  next: string;
}

const done: Step = { cost: 0, depth: 0 };
/** Differences of cost smaller than this are rounding. */
const epsilon = 1e-9;

/** With more states than this the best of all orders is not gone through; a policy's own opening keeps them few. */
const maxStates = 50_000;

/** The best of all orders of a policy this large is not gone through. */
export class TooLargeToPlan extends ReturnsError {
  readonly code = 'too-large-to-plan';
}

/**
 * Plans the interview of one policy by dynamic programming on its diagram: the cost of a function is 0 once its
 * answer is settled, else the least, over the facts that matter, of the fact's cost and the expected cost after it.
 */
export class Planner {
  private readonly policy: Policy;
  private readonly opening: readonly string[];
  private readonly questions: Questions;
  private readonly steps = new Map<number, OpenStep>();
  private readonly limit: number;
  private readonly unavoidable: Unavoidable;

  /**
   * `opening` are the facts pinned to the front, the policy's own unless told otherwise. Planned without them,
   * a very large policy makes every method throw TooLargeToPlan.
   */
  constructor(policy: Policy, opening?: readonly string[]) {
    this.policy = policy;
    this.opening = opening ?? policy.file.opening;
    this.limit = opening === undefined ? Number.POSITIVE_INFINITY : maxStates;
    this.questions = new Questions(policy);
    this.unavoidable = new Unavoidable(this.questions);
  }

  /** The next question of a situation whose answer is open. */
  plan(situation: Situation): Plan {
    const state = this.questions.state(situation.assignment, situation.facts);
    const begun = this.begunPeriod(situation, state);
    const step = begun === undefined ? this.openStep(state) : this.settling(state, begun);
    const { next } = step;
    const ask = situation.periods.get(next)?.open[0] ?? next;
    return { ask, missing: this.missing(situation, state), atMost: step.depth, expectedCost: step.cost };
  }

  /** The largest number of questions that can still come when this fact is asked now, this one included. */
  atMostWhenAsking(situation: Situation, fact: string): number {
    const state = this.questions.state(situation.assignment, situation.facts);
    const settled = Object.keys(this.policy.file.derived).filter((id) => this.inputsOf(id).includes(fact));
    if (settled.length === 0) return this.settling(state, fact).depth;
    const depths = settled.flatMap((id) =>
      this.questions.branches(state, id).map(({ node }) => this.step({ node, inputs: state.inputs }).depth),
    );
    return 1 + Math.max(this.step(state).depth, ...depths);
  }

  /** The facts and derived facts that can still change the answer of a situation. */
  relevantFacts(assignment: readonly number[]): Set<string> {
    return new Set(this.questions.relevantFacts(this.questions.state(assignment, {}).node));
  }

  /** The cost that the rest is expected to have, in any state of the interview. */
  step(state: State): Step {
    return this.questions.isSettled(state.node) ? done : this.openStep(state);
  }

  /** The fact or derived fact to settle next, in a state whose answer is open, and the expected cost of the rest. */
  openStep(state: State): OpenStep {
    const key = this.questions.keyOf(state);
    const remembered = this.steps.get(key);
    if (remembered) return remembered;
    if (this.steps.size >= this.limit) throw new TooLargeToPlan('there are too many orders of questions');
    const candidates = this.questions.relevantFacts(state.node);
    const pinned = this.opening.find((fact) => candidates.includes(fact)) ?? this.unavoidableAmong(candidates, state);
    const steps = (pinned === undefined ? candidates : [pinned]).map((fact) => this.settling(state, fact));
    const best = steps.reduce((a, b) => (b.cost < a.cost - epsilon ? b : a));
    this.steps.set(key, best);
    return best;
  }

  /** Only where no opening keeps the orders few: among equally short ones, a conversation keeps to the file's order. */
  private unavoidableAmong(candidates: readonly string[], state: State): string | undefined {
    return this.limit < Number.POSITIVE_INFINITY ? this.unavoidable.among(candidates, state) : undefined;
  }

  private settling(state: State, fact: string): OpenStep {
    const step: OpenStep = { next: fact, cost: 0, depth: 0 };
    for (const branch of this.questions.branches(state, fact)) {
      const next = this.step(branch);
      step.cost += branch.probability * (branch.cost + next.cost);
      step.depth = Math.max(step.depth, branch.questions + next.depth);
    }
    return step;
  }

  private inputsOf(id: string): (string | undefined)[] {
    const derived = this.policy.file.derived[id];
    return derived ? [derived.from, derived.until, monthsFactOf(derived)] : [];
  }

  private missing(situation: Situation, { node }: State): string[] {
    const relevant = this.questions.relevantFacts(node);
    const raw = new Set(relevant.flatMap((fact) => situation.periods.get(fact)?.missing ?? [fact]));
    return Object.keys(this.policy.file.facts).filter((fact) => raw.has(fact));
  }

  /** A period whose first input was just given is finished before anything else is asked. */
  private begunPeriod(situation: Situation, { node }: State): string | undefined {
    return this.questions.relevantFacts(node).find((fact) => {
      const period = this.policy.file.derived[fact];
      if (!period || situation.periods.get(fact)?.value !== undefined) return false;
      const months = monthsFactOf(period);
      return months !== undefined && situation.facts[months] !== undefined;
    });
  }
}
