import { entryAt } from '../entry-at.ts';
import { GAP, type Outcome, type Policy } from './diagram/compile.ts';

/** A gap in a policy is for people. `check` finds it before a customer does. */
const gap: Outcome = {
  row: {
    id: 'gap',
    when: {},
    resolution: 'human-review',
    clauses: [],
    terms: [],
    alternatives: [],
    steps: [],
    notes: [],
  },
  resolution: 'human-review',
  kind: 'person',
  clauses: [],
  terms: [],
  options: [],
  label: 'gap',
};

/** The outcome of a terminal that is not IMPOSSIBLE. */
export function outcomeOf(policy: Policy, id: number): Outcome {
  return id === GAP ? gap : entryAt(policy.outcomes, id);
}
