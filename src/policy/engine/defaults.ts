import type { Moment } from '../calendar.ts';
import { decide, type Verdict } from './decide.ts';
import type { Policy } from './diagram/compile.ts';
import { UNKNOWN } from './diagram/variable.ts';
import type { Facts } from './wire-facts.ts';

/**
 * Decides on a customer of whom nothing more can be learned, such as one of an example or of an earlier decision: where
 * it decides, what has a default and was not told counts as that.
 */
export function decideWithDefaults(policy: Policy, facts: Facts, at: Moment): Verdict {
  const verdict = decide(policy, facts, at);
  return verdict.kind === 'undecided' ? decide(policy, { ...defaultsOf(policy), ...facts }, at) : verdict;
}

/** "I don't know" for each fact that has a default. */
function defaultsOf({ file }: Policy): Facts {
  const ids = Object.entries(file.facts).filter(([, fact]) => 'default' in fact && fact.default !== undefined);
  return Object.fromEntries(ids.map(([id]) => [id, UNKNOWN]));
}
