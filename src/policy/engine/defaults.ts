import type { Moment } from '../calendar.ts';
import { decide, type Verdict } from './decide.ts';
import type { Policy } from './diagram/compile.ts';
import type { Facts } from './wire-facts.ts';

/**
 * Decides on a customer of whom nothing more can be learned, such as one of an example or of an earlier decision: where
 * it decides, what has a default and was not told counts as that.
 */
export function decideWithDefaults(policy: Policy, facts: Facts, at: Moment): Verdict {
  const verdict = decide(policy, facts, at);
  return verdict.kind === 'undecided' ? decide(policy, { ...defaultsOf(policy), ...facts }, at) : verdict;
}

/** The facts of such a customer as far as they decide: with the defaults where those given alone do not. */
export function factsThatDecide(policy: Policy, facts: Facts, at: Moment): Facts {
  return decide(policy, facts, at).kind === 'undecided' ? { ...defaultsOf(policy), ...facts } : facts;
}

function defaultsOf({ file }: Policy): Facts {
  return Object.fromEntries(
    Object.entries(file.facts).flatMap(([id, fact]) =>
      'default' in fact && fact.default !== undefined ? [[id, fact.default]] : [],
    ),
  );
}
