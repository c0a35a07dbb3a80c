import type { Policy } from '../engine/diagram/compile.ts';
import { DiagramTooLargeError } from '../engine/diagram/diagram.ts';
import type { PlannedStep } from './kept-plan.ts';
import { Matters } from './matters.ts';
import { mostQuestions } from './most-questions.ts';
import { Questions, type State } from './questions.ts';
import { isTight, TellingCost } from './telling-cost.ts';
import { Unavoidable } from './unavoidable.ts';

/** The least that an interview costs lies between the two. */
export interface CostRange {
  least: number;
  most: number;
}

/** A state with what is known of the cost of its rest, and where it is come to from. */
interface Entry extends CostRange {
  state: State;
  options?: Option[];
  parents: Set<Entry>;
}

/** A fact that can be settled next, and the states it leads to; those that are settled have none. */
interface Option {
  fact: string;
  branches: { probability: number; cost: number; questions: number; to: Entry | undefined }[];
}

const nothing: CostRange = { least: 0, most: 0 };

/**
 * Narrows down what the shortest interview of a policy costs, for as long as there is time: of the states not looked
 * into yet always the one that leaves most open on the way that looks best (AO*, Nilsson 1980). What it says is proved
 * whenever it stops.
 */
export class CostBounds {
  private readonly questions: Questions;
  private readonly matters: Matters;
  private readonly telling: TellingCost;
  private readonly unavoidable: Unavoidable;
  private readonly opening: readonly string[];
  private readonly entries = new Map<number, Entry>();

  /** `opening` are the facts pinned to the front. */
  constructor(policy: Policy, opening: readonly string[] = policy.file.opening) {
    this.questions = new Questions(policy);
    this.matters = new Matters(this.questions);
    this.telling = new TellingCost(this.questions);
    this.unavoidable = new Unavoidable(this.questions);
    this.opening = [...new Set(opening.map((fact) => this.questions.askedAs(fact)))];
  }

  /** The cost of the shortest interview from a state on, as closely as it is known once there is no more time. */
  narrow(start: State, isOver: () => boolean): CostRange {
    const root = this.entry(start, isOver);
    try {
      while (root && !isTight(root) && !isOver()) this.expand(this.mostOpen(root), isOver);
    } catch (error) {
      if (!(error instanceof DiagramTooLargeError)) throw error;
    }
    return root ? { least: root.least, most: root.most } : nothing;
  }

  /** The shortest interview that was found from a state on, step by step, by the names of its states; see `KeptPlan`. */
  steps(start: State): Map<number, PlannedStep> {
    const steps = new Map<number, PlannedStep>();
    const depths = new Map<Entry, number>();
    const depthOf = (entry: Entry): number => {
      const known = depths.get(entry);
      if (known !== undefined) return known;
      const best = entry.options?.reduce((a, b) => (rangeOf(b).most < rangeOf(a).most - 1e-9 ? b : a));
      // Where nobody has looked, any order will do.
      if (!best) return mostQuestions(this.questions, entry.state);
      const depth = Math.max(...best.branches.map(({ questions, to }) => questions + (to ? depthOf(to) : 0)));
      depths.set(entry, depth);
      steps.set(this.questions.nameOf(entry.state), { next: best.fact, cost: entry.most, depth });
      return depth;
    };
    const root = this.entries.get(this.questions.keyOf(start));
    if (root) depthOf(root);
    return steps;
  }

  private entry(state: State, isOver: () => boolean): Entry | undefined {
    if (this.questions.isSettled(state.node)) return undefined;
    const key = this.questions.keyOf(state);
    const known = this.entries.get(key);
    if (known) return known;
    const most = this.questions.costOfAll(state);
    // Where time runs out in the middle of a step, a bound that costs nothing will do.
    const telling = isOver() ? 0 : this.telling.of(state.node, state.inputs);
    const least = Math.min(most, Math.max(this.questions.leastCost(state), telling));
    const entry: Entry = { state, least, most, parents: new Set() };
    this.entries.set(key, entry);
    return entry;
  }

  /** Along the way that looks best to the state that leaves most open, which nobody has looked into yet. */
  private mostOpen(root: Entry): Entry {
    let at = root;
    while (at.options) {
      const best = at.options.reduce((a, b) => (rangeOf(b).least < rangeOf(a).least - 1e-12 ? b : a));
      const open = best.branches.flatMap(({ to, probability }) =>
        to ? [{ to, gap: probability * (to.most - to.least) }] : [],
      );
      at = open.reduce((a, b) => (b.gap > a.gap ? b : a)).to;
    }
    return at;
  }

  private expand(entry: Entry, isOver: () => boolean): void {
    entry.options = this.candidates(entry.state).map((fact) => ({
      fact,
      branches: this.questions.branches(entry.state, fact).map((branch) => {
        const to = this.entry(branch, isOver);
        to?.parents.add(entry);
        return { probability: branch.probability, cost: branch.cost, questions: branch.questions, to };
      }),
    }));
    const changed = [entry];
    for (let one = changed.pop(); one; one = changed.pop()) {
      const ranges = (one.options ?? []).map(rangeOf);
      const least = Math.max(one.least, Math.min(...ranges.map((range) => range.least)));
      const most = Math.min(one.most, ...ranges.map((range) => range.most));
      if (least === one.least && most === one.most) continue;
      one.least = Math.min(least, most);
      one.most = most;
      changed.push(...one.parents);
    }
  }

  private candidates(state: State): readonly string[] {
    const pinned = this.opening.find((fact) => this.matters.telling(state.node).includes(fact));
    if (pinned !== undefined) return [pinned];
    const facts = this.matters.facts(state.node);
    const needed = this.unavoidable.among(facts, state);
    return needed === undefined ? facts : [needed];
  }
}

function rangeOf({ branches }: Option): CostRange {
  const sum = (of: (entry: CostRange) => number): number =>
    branches.reduce((total, { probability, cost, to }) => total + probability * (cost + (to ? of(to) : 0)), 0);
  return { least: sum(({ least }) => least), most: sum(({ most }) => most) };
}
