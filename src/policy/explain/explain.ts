import type { Moment } from '../calendar.ts';
import { adviceOn, optionsOn } from '../engine/advice.ts';
import { decide } from '../engine/decide.ts';
import type { Decision } from '../engine/decision.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { type FactError, type Facts, readFacts } from '../engine/facts.ts';
import { isAsked } from '../fact-types/fact-types.ts';
import { mentionedFacts } from '../format/references/mentioned-facts.ts';
import { type Decisive, decisiveFacts } from './decisive.ts';
import { type Lead, leadsOf } from './leads.ts';
import { type Reason, reasonsOf } from './reasons.ts';

export type { Reason } from './reasons.ts';

/** The reasons why a policy answers as it does. */
export type Explanation =
  | {
      kind: 'decision';
      decision: Decision;
      because: Reason[];
      terms: Reason[];
      steps: string[];
      notes: string[];
      /** The titles of what the customer can choose between, by the options' ids. */
      choices: Record<string, string>;
      /** Facts given that no clause follows from. */
      notNeeded: string[];
      /** For a refusal: the single facts that it turned on, as far as the policy lets them be named. */
      decisive: Decisive[];
    }
  | { kind: 'undecided'; ask: string; missing: string[]; leads: Lead[] }
  | { kind: 'error'; error: FactError };

/**
 * Explains what a policy answers to facts: each clause from the facts it follows from, and what else could have come.
 */
export function explain(policy: Policy, facts: Facts, at: Moment): Explanation {
  const verdict = decide(policy, facts, at);
  if (verdict.kind === 'error') return verdict;
  const situation = readFacts(policy, facts, at.today, at.now);
  if ('code' in situation) return { kind: 'error', error: situation };
  if (verdict.kind === 'undecided') {
    const { ask, missing } = verdict;
    return { kind: 'undecided', ask, missing, leads: leadsOf(policy, situation) };
  }
  const { decision } = verdict;
  const because = reasonsOf(policy, situation, decision, 'clauses');
  const terms = reasonsOf(policy, situation, decision, 'terms');
  const options = optionsOn(policy, facts, at);
  const offered = Object.values(options).flatMap(({ when }) => [...mentionedFacts(policy.file, when ?? {})]);
  const used = new Set([
    ...offered,
    ...[...because, ...terms].flatMap(({ from }) => from.flatMap((one) => [one.fact, ...(one.from ?? [])])),
  ]);
  return {
    kind: 'decision',
    decision,
    because,
    terms,
    ...adviceOn(policy, facts, at),
    choices: Object.fromEntries((decision.options ?? []).map(({ id }) => [id, options[id]?.title ?? id])),
    notNeeded: because.length
      ? Object.keys(facts).filter((fact) => !used.has(fact) && isAsked(policy.file.facts[fact]))
      : [],
    decisive: decisiveFacts(policy, facts, at),
  };
}
