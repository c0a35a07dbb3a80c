import type { IsoDate } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import type { Finding } from './finding.ts';
import { adviceFindings } from './findings/advice.ts';
import { clauseFindings } from './findings/clauses.ts';
import { decisionFindings } from './findings/decisions.ts';
import { doubleFindings } from './findings/doubles.ts';
import { exampleFindings } from './findings/examples.ts';
import { grantFindings } from './findings/grants.ts';
import { idleAnswerFindings } from './findings/idle-answers.ts';
import { listedTwiceFindings } from './findings/listed-twice.ts';
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
    ...listedTwiceFindings(space.policy.file),
    ...oddValueFindings(policy.file),
    ...adviceFindings(space, rows),
    ...outcomeFindings(space, rows),
    ...optionFindings(space, rows),
    ...idleFactFindings(space),
    ...clauseFindings(space),
    ...wordingFindings(policy),
    ...exampleFindings(policy),
    ...idleAnswerFindings(space),
    ...thresholdFindings(policy),
  ];
}
