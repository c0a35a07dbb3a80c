import { entryAt } from '../entry-at.ts';
import { declaredId } from '../format/period-schema.ts';
import type { Resolution } from '../format/schema.ts';
import type { Planner } from '../interview/plan.ts';
import type { ReviewEntry } from './decision.ts';
import type { Policy } from './diagram/compile.ts';
import { UNKNOWN } from './diagram/variables.ts';
import { outcomesLeft } from './entailment.ts';
import type { Situation } from './facts.ts';

/**
 * The outcome of each answer to an unknown fact, the other unknown facts staying unknown.
 * A fact is listed if it could matter once all that is unknown were known; none is where the policy itself is silent.
 */
export function reviewOf(policy: Policy, situation: Situation, planner: Planner): ReviewEntry[] {
  const { assignment } = situation;
  const unknown = policy.variables.flatMap((variable, index) =>
    variable.values[entryAt(assignment, index)] === UNKNOWN ? [index] : [],
  );
  if (unknown.length === 0) return [];
  const opened = assignment.map((value, index) => (unknown.includes(index) ? -1 : value));
  const relevant = planner.relevantFacts(opened);
  const closed = assignment.map((value, index) =>
    value < 0 ? (policy.variables[index]?.values.indexOf(UNKNOWN) ?? -1) : value,
  );
  const byFact = Map.groupBy(unknown, (index) => declaredId(policy.variables[index]?.fact ?? ''));
  return [...byFact].flatMap(([fact, indices]) => {
    if (!indices.some((index) => relevant.has(policy.variables[index]?.fact ?? ''))) return [];
    const { values = [] } = policy.variables[entryAt(indices, 0)] ?? {};
    const answers = values.flatMap((value, at) => {
      if (value === UNKNOWN) return [];
      const answered = closed.map((own, index) => (indices.includes(index) ? at : own));
      const resolution = resolutionFor(policy, answered);
      return resolution === undefined ? [] : [{ value, resolution }];
    });
    return [{ fact, answers }];
  });
}

/** The resolution that all legal completions agree on, else a person's; `undefined` where none is legal. */
function resolutionFor(policy: Policy, assignment: readonly number[]): Resolution | undefined {
  const [first, ...others] = outcomesLeft(policy, assignment);
  if (!first) return undefined;
  return others.every(({ resolution }) => resolution === first.resolution) ? first.resolution : 'human-review';
}
