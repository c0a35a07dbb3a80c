import { DiagramTooLargeError } from '../engine/diagram/diagram.ts';
import type { PlannedStep } from './kept-plan.ts';
import type { Limits } from './limits.ts';
import type { Matters } from './matters.ts';
import type { Questions, State } from './questions.ts';
import { Unavoidable } from './unavoidable.ts';

/** The rest of an interview: its expected cost, and the largest number of questions. */
interface Step {
  cost: number;
  depth: number;
}

const done: Step = { cost: 0, depth: 0 };
/** Differences of cost smaller than this are rounding. */
const epsilon = 1e-9;

/**
 * Finds the best order of questions by dynamic programming on the diagram: the cost of a function is 0 once its answer
 * is settled, else the least, over the facts that matter, of the fact's cost and the expected cost after it.
 */
export class Search {
  private readonly questions: Questions;
  private readonly matters: Matters;
  private readonly opening: readonly string[];
  private readonly unavoidable: Unavoidable;
  private readonly steps = new Map<number, { state: State; step: PlannedStep }>();
  private statesLeft = Number.POSITIVE_INFINITY;

  /** `opening` are the facts pinned to the front. */
  constructor(questions: Questions, matters: Matters, opening: readonly string[]) {
    this.questions = questions;
    this.matters = matters;
    this.opening = opening;
    this.unavoidable = new Unavoidable(questions);
  }

  /** Runs a search, whose methods throw DiagramTooLargeError once it has taken more than this; what it found stays. */
  within<T>(limits: Limits, search: () => T): T {
    this.statesLeft = limits.states;
    return this.questions.policy.diagram.within(limits.steps, search);
  }

  /** Every state gone through to the end, and its best step. */
  *found(): Iterable<[State, PlannedStep]> {
    for (const { state, step } of this.steps.values()) yield [state, step];
  }

  /** The least cost of the rest in a state. */
  step(state: State): Step {
    return this.questions.isSettled(state.node) ? done : this.openStep(state);
  }

  /** The best step in a state whose answer is open. */
  openStep(state: State): PlannedStep {
    const key = this.questions.keyOf(state);
    const known = this.steps.get(key);
    if (known) return known.step;
    if (this.statesLeft <= 0) throw new DiagramTooLargeError('too many states of the interview');
    this.statesLeft -= 1;
    const steps = this.candidates(state).map((fact) => this.settling(state, fact));
    const step = steps.reduce((a, b) => (b.cost < a.cost - epsilon ? b : a));
    this.steps.set(key, { state, step });
    return step;
  }

  /** The rest when this fact is settled first. */
  settling(state: State, fact: string): PlannedStep {
    const step: PlannedStep = { next: fact, cost: 0, depth: 0 };
    for (const branch of this.questions.branches(state, fact)) {
      const next = this.step(branch);
      step.cost += branch.probability * (branch.cost + next.cost);
      step.depth = Math.max(step.depth, branch.questions + next.depth);
    }
    return step;
  }

  private candidates(state: State): readonly string[] {
    const pinned = this.opening.find((fact) => this.matters.telling(state.node).includes(fact));
    if (pinned !== undefined) return [pinned];
    const telling = this.questions.tellingFacts(state.node);
    const needed = this.opening.length === 0 ? this.unavoidable.among(telling, state) : undefined;
    if (needed !== undefined) return [needed];
    return this.matters.facts(state.node);
  }
}
