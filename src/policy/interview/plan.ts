import type { Policy } from '../engine/diagram/compile.ts';
import { DiagramTooLargeError } from '../engine/diagram/diagram.ts';
import { isLargerThan } from '../engine/diagram/size.ts';
import type { Situation } from '../engine/facts.ts';
import { monthsFactOf } from '../format/period-schema.ts';
import type { KeptPlan, PlannedStep } from './kept-plan.ts';
import { type Limits, least, prompt, thorough } from './limits.ts';
import { Matters } from './matters.ts';
import { mostQuestions } from './most-questions.ts';
import { Questions, type State } from './questions.ts';
import { QuickRule } from './quick-rule.ts';
import { Search } from './search.ts';

/** So many functions of a diagram take a few milliseconds. */
const nodesInPiece = 500;

/** The next question, and the largest number that can still come. */
export interface Plan {
  /** The fact to ask for now. */
  ask: string;
  /** The unanswered facts that can still change the answer. */
  missing: string[];
  /** The largest number of questions that can still come, this one included. */
  atMost: number;
}

/** The rest while the answer is open: `cost` is there where it is the least that is possible. */
interface OpenStep {
  /** The fact or derived fact that is settled next. */
  next: string;
  depth: number;
  cost?: number;
}

/** Options of a planner beside its policy. */
export interface PlannerOptions {
  /** The facts pinned to the front; the policy's own unless told otherwise. */
  opening?: readonly string[];
  /** The work that one question may take. */
  limits?: Limits;
  /** The plan that was made before, if there is one. */
  kept?: KeptPlan | undefined;
}

/**
 * Names the questions of one policy: those of the plan that was made before; else the best, if it is found within the
 * limits; else what a quick rule says. So a question takes no longer than the limits allow, however large the policy.
 */
export class Planner {
  private readonly policy: Policy;
  private readonly questions: Questions;
  private readonly matters: Matters;
  private readonly search: Search;
  private readonly rule: QuickRule;
  private limits: Limits;
  private readonly kept: KeptPlan | undefined;
  private readonly opening: readonly string[];
  private readonly byKey = new Map<number, OpenStep>();
  private isOutOfReach = false;

  constructor(policy: Policy, { opening = policy.file.opening, limits = thorough, kept }: PlannerOptions = {}) {
    this.policy = policy;
    this.limits = limits;
    this.kept = kept;
    this.questions = new Questions(policy);
    this.opening = [...new Set(opening.map((fact) => this.questions.askedAs(fact)))];
    this.matters = new Matters(this.questions);
    this.search = new Search(this.questions, this.matters, this.opening);
    this.rule = new QuickRule(this.questions);
  }

  /** Works out in pieces, the smallest functions first, what is remembered of each function of the policy. */
  *prepare(): Generator<void> {
    const nodes = this.policy.diagram.nodesOf(this.policy.root).reverse();
    yield;
    for (const [i, node] of nodes.entries()) {
      this.questions.remember(node);
      if (i % nodesInPiece === 0) yield;
    }
    // Smaller ones first, on which what is run here is compiled; the largest, the root, is the last.
    for (const fromLast of [32, 16, 8, 4, 2, 1]) {
      const node = nodes[nodes.length - fromLast];
      const state = node === undefined || this.questions.isSettled(node) ? undefined : { node, inputs: 0 };
      if (state) this.bestStep(state);
      yield;
      if (state) this.openStep(state);
      yield;
    }
  }

  /** The next question of a situation whose answer is open. */
  plan(situation: Situation): Plan {
    const state = this.questions.state(situation.assignment, situation.facts);
    const begun = this.begunPeriod(situation, state);
    const { next, depth } = begun === undefined ? this.openStep(state) : this.finishing(state, begun);
    const ask = situation.periods.get(next)?.open[0] ?? next;
    return { ask, missing: this.missing(situation, state, next), atMost: depth };
  }

  /** The largest number of questions that can still come when this fact is asked now, this one included. */
  atMostWhenAsking(situation: Situation, fact: string): number {
    const state = this.questions.state(situation.assignment, situation.facts);
    return this.found(state, () => this.depthWhenAsking(state, fact)) ?? 1 + mostQuestions(this.questions, state);
  }

  /** The facts and derived facts that can still change the answer of a situation. */
  relevantFacts(assignment: readonly number[]): Set<string> {
    const { node } = this.questions.state(assignment, {});
    const mattering = this.matters.telling(node);
    const { telling, tested } = this.questions.periodsAndFacts(node);
    // Of the periods that one date tells, those that turn the answer; if it takes several, all.
    const alone = new Set(telling.map((fact) => this.questions.askedAs(fact)));
    const others = tested.filter((fact) => !alone.has(this.questions.askedAs(fact)));
    return new Set([...telling, ...others].filter((fact) => mattering.includes(this.questions.askedAs(fact))));
  }

  /** The fact or derived fact to settle next, in a state whose answer is open. */
  openStep(state: State): OpenStep {
    const kept = this.kept?.find(this.questions.nameOf(state));
    if (kept) return kept;
    const key = this.questions.keyOf(state);
    const known = this.byKey.get(key);
    if (known) return known;
    const best = this.found(state, () => this.search.openStep(state));
    if (best) return best;
    const step = this.byRule(state);
    this.byKey.set(key, step);
    return step;
  }

  /** The step of the shortest interview; nothing where it is out of reach, as it then is for good. */
  bestStep(state: State): PlannedStep | undefined {
    if (this.isOutOfReach) return undefined;
    return this.kept?.find(this.questions.nameOf(state)) ?? this.found(state, () => this.search.openStep(state));
  }

  /** The least expected cost of the rest; nothing where the shortest interview is out of reach. */
  costOf(state: State): number | undefined {
    return this.questions.isSettled(state.node) ? 0 : this.bestStep(state)?.cost;
  }

  /** Every step that was found to be the best, by the name of its state, see `KeptPlan`. */
  steps(): Map<number, PlannedStep> {
    return new Map([...this.search.found()].map(([state, step]) => [this.questions.nameOf(state), step]));
  }

  private byRule(state: State): OpenStep {
    const facts = this.matters.telling(state.node);
    const next = this.opening.find((fact) => facts.includes(fact)) ?? this.rule.choose(state, facts);
    return { next, depth: mostQuestions(this.questions, state) };
  }

  /** The result of a search from a state on; nothing if it takes more than the limits allow. */
  private found<T>({ node }: State, search: () => T): T | undefined {
    if (this.isOutOfReach && isLargerThan(this.policy.diagram, node, this.limits.states)) return undefined;
    try {
      return this.search.within(this.limits, search);
    } catch (error) {
      if (!(error instanceof DiagramTooLargeError)) throw error;
      // The next states will hardly be within reach either.
      this.isOutOfReach = true;
      this.limits = least(this.limits, prompt);
      return undefined;
    }
  }

  private finishing(state: State, begun: string): OpenStep {
    return (
      this.found(state, () => this.search.settling(state, begun)) ?? {
        next: begun,
        depth: mostQuestions(this.questions, state),
      }
    );
  }

  private depthWhenAsking(state: State, fact: string): number {
    const settled = Object.keys(this.policy.file.derived).filter((id) => this.inputsOf(id).includes(fact));
    if (settled.length === 0) return this.search.settling(state, fact).depth;
    const depths = settled.flatMap((id) =>
      this.questions.branches(state, id).map(({ node }) => this.search.step({ node, inputs: state.inputs }).depth),
    );
    return 1 + Math.max(this.search.step(state).depth, ...depths);
  }

  private inputsOf(id: string): (string | undefined)[] {
    const derived = this.policy.file.derived[id];
    return derived ? [derived.from, derived.until, monthsFactOf(derived)] : [];
  }

  private missing(situation: Situation, { node }: State, next: string): string[] {
    const raw = new Set(
      [...this.matters.telling(node), next].flatMap((fact) => situation.periods.get(fact)?.missing ?? [fact]),
    );
    return Object.keys(this.policy.file.facts).filter((fact) => raw.has(fact));
  }

  /** A period whose first input was just given is finished before anything else is asked. */
  private begunPeriod(situation: Situation, { node }: State): string | undefined {
    return this.matters.facts(node).find((fact) => {
      const period = this.policy.file.derived[fact];
      if (!period || situation.periods.get(fact)?.value !== undefined) return false;
      const months = monthsFactOf(period);
      return months !== undefined && situation.facts[months] !== undefined;
    });
  }
}
