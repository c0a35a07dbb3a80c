import type { IsoDate } from '../calendar.ts';
import { plannerOf } from '../engine/decide.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { entailed } from '../engine/entailment.ts';
import { CostBounds, type CostRange } from '../interview/cost-bounds.ts';
import { Space } from './space.ts';

/** The size of a policy. */
export interface Summary {
  decisions: number;
  clauses: number;
  facts: number;
  /** Those that differ in anything the policy looks at, and that can be. */
  customers: bigint;
  /** A number of questions that no customer is asked more than. */
  questionsAtMost: number;
  /** The expected cost of the questions, an ordinary one 1: the two are one figure unless the search was stopped. */
  expectedCost: CostRange;
  /** As much of it as the pinned opening adds, at most. */
  openingCost: number;
}

/** Counts what `check` prints beside its findings; from when `isOver` says so the cost is not narrowed down any more. */
export function summaryOf(policy: Policy, today: IsoDate, isOver: () => boolean = () => false): Summary {
  const { decisions, clauses, facts, opening } = policy.file;
  const space = new Space(policy, today);
  const start = { node: policy.root, inputs: 0 };
  const isOpen =
    entailed(
      policy,
      policy.variables.map(() => -1),
    ).kind === 'open';
  const expectedCost = new CostBounds(policy).narrow(start, isOver);
  const free = opening.length === 0 ? expectedCost : new CostBounds(policy, []).narrow(start, isOver);
  return {
    decisions: decisions.length,
    clauses: Object.keys(clauses).length,
    facts: Object.keys(facts).length,
    customers: space.count(space.legal),
    questionsAtMost: isOpen ? plannerOf(policy).openStep(start).depth : 0,
    expectedCost,
    openingCost: opening.length === 0 ? 0 : expectedCost.most - free.least,
  };
}
