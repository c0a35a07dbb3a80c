import type { IsoDate } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import type { Finding } from './finding.ts';
import { clauseFindings } from './findings/clauses.ts';
import { decisionFindings } from './findings/decisions.ts';
import { exampleFindings } from './findings/examples.ts';
import { idleFactFindings } from './findings/matters.ts';
import { ruleFindings } from './findings/rules.ts';
import { wordingFindings } from './findings/wording.ts';
import { rowsOf } from './rows.ts';
import { Space } from './space.ts';

/** Every flaw of a policy, found on its diagram for all customers; dates of witnesses lie around `today`. */
export function checkPolicy(policy: Policy, today: IsoDate): Finding[] {
  const space = new Space(policy, today);
  return [
    ...ruleFindings(space),
    ...decisionFindings(space, rowsOf(space)),
    ...idleFactFindings(space),
    ...clauseFindings(space),
    ...wordingFindings(policy),
    ...exampleFindings(policy),
  ];
}
