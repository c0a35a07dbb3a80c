import type { IsoDate } from '../calendar.ts';
import type { Policy } from '../compile.ts';
import { decide } from '../decide.ts';
import { clauseFindings } from './clauses.ts';
import { decisionFindings } from './decisions.ts';
import { exampleFindings } from './examples.ts';
import type { Finding } from './finding.ts';
import { idleFactFindings } from './matters.ts';
import { rowsOf } from './rows.ts';
import { ruleFindings } from './rules.ts';
import { Space } from './space.ts';
import { wordingFindings } from './wording.ts';

/** How large a policy is. */
export interface Summary {
  decisions: number;
  clauses: number;
  facts: number;
  /** Those that differ in anything the policy looks at, and that can be. */
  customers: bigint;
  /** The largest number of questions that a customer is asked. */
  questionsAtMost: number;
}

/** Every flaw of a policy, found on its diagram for all customers; dates of witnesses lie around `today`. */
export function checkPolicy(policy: Policy, today: IsoDate): Finding[] {
  const space = new Space(policy, today);
  return [
    ...ruleFindings(space),
    ...decisionFindings(space, rowsOf(space)),
    ...idleFactFindings(space),
    ...clauseFindings(space),
    ...wordingFindings(policy.file),
    ...exampleFindings(policy),
  ];
}

/** Counts what `check` prints beside its findings. */
export function summaryOf(policy: Policy, today: IsoDate): Summary {
  const { file } = policy;
  const space = new Space(policy, today);
  const first = decide(policy, {}, { today });
  return {
    decisions: file.decisions.length,
    clauses: Object.keys(file.clauses).length,
    facts: Object.keys(file.facts).length,
    customers: space.count(space.legal),
    questionsAtMost: first.kind === 'undecided' ? first.atMost : 0,
  };
}
