import type { IsoDate } from '../calendar.ts';
import { plannerOf } from '../engine/decide.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { entailed } from '../engine/entailment.ts';
import { readFacts } from '../engine/facts.ts';
import { Planner, TooLargeToPlan } from '../interview/plan.ts';
import type { Finding } from './finding.ts';
import { adviceFindings } from './findings/advice.ts';
import { clauseFindings } from './findings/clauses.ts';
import { decisionFindings } from './findings/decisions.ts';
import { doubleFindings } from './findings/doubles.ts';
import { exampleFindings } from './findings/examples.ts';
import { grantFindings } from './findings/grants.ts';
import { idleFactFindings } from './findings/matters.ts';
import { oddValueFindings } from './findings/odd-values.ts';
import { optionFindings } from './findings/options.ts';
import { outcomeFindings } from './findings/outcomes.ts';
import { refusalFindings } from './findings/refusals.ts';
import { ruleFindings } from './findings/rules.ts';
import { thresholdFindings } from './findings/thresholds.ts';
import { wordingFindings } from './findings/wording.ts';
import { rowsOf } from './rows.ts';
import { Space } from './space.ts';

/** The size of a policy. */
export interface Summary {
  decisions: number;
  clauses: number;
  facts: number;
  /** Those that differ in anything the policy looks at, and that can be. */
  customers: bigint;
  /** The largest number of questions that a customer is asked. */
  questionsAtMost: number;
  /** The expected cost of the questions, an ordinary one 1, and the share that the pinned opening adds. */
  expectedCost: number;
  openingCost?: number;
}

/** Every flaw of a policy, found on its diagram for all customers; dates of witnesses lie around `today`. */
export function checkPolicy(policy: Policy, today: IsoDate): Finding[] {
  const space = new Space(policy, today);
  const rows = rowsOf(space);
  return [
    ...ruleFindings(space),
    ...decisionFindings(space, rows),
    ...grantFindings(space, rows),
    ...refusalFindings(space, rows),
    ...doubleFindings(space),
    ...oddValueFindings(policy.file),
    ...adviceFindings(space, rows),
    ...outcomeFindings(space, rows),
    ...optionFindings(space, rows),
    ...idleFactFindings(space),
    ...clauseFindings(space),
    ...wordingFindings(policy),
    ...exampleFindings(policy),
    ...thresholdFindings(policy),
  ];
}

/** Counts what `check` prints beside its findings. */
export function summaryOf(policy: Policy, today: IsoDate): Summary {
  const { file } = policy;
  const space = new Space(policy, today);
  const planned = planOf(policy, plannerOf(policy), today);
  const free = costWithoutOpening(policy, today);
  return {
    decisions: file.decisions.length,
    clauses: Object.keys(file.clauses).length,
    facts: Object.keys(file.facts).length,
    customers: space.count(space.legal),
    questionsAtMost: planned.atMost,
    expectedCost: planned.expectedCost,
    ...(free !== undefined && { openingCost: planned.expectedCost - free }),
  };
}

/** The expected cost of the best of all orders; nothing where there are too many to go through. */
function costWithoutOpening(policy: Policy, today: IsoDate): number | undefined {
  try {
    return planOf(policy, new Planner(policy, []), today).expectedCost;
  } catch (error) {
    if (error instanceof TooLargeToPlan) return undefined;
    throw error;
  }
}

/** The whole interview, from nothing known; no question where the answer is settled from the start. */
function planOf(policy: Policy, planner: Planner, today: IsoDate): { atMost: number; expectedCost: number } {
  const start = readFacts(policy, {}, today);
  if ('code' in start || entailed(policy, start.assignment).kind !== 'open') return { atMost: 0, expectedCost: 0 };
  return planner.plan(start);
}
