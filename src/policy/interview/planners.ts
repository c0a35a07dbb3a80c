import type { Policy } from '../engine/diagram/compile.ts';
import { workingCopy } from '../engine/working-copy.ts';
import type { KeptPlan } from './kept-plan.ts';
import { prompt } from './limits.ts';
import { Planner, type PlannerOptions } from './plan.ts';

const planners = new WeakMap<Policy, Planner>();
const options = new WeakMap<Policy, PlannerOptions>();

/** The planner of a policy: made once for each working copy. */
export function plannerOf(policy: Policy): Planner {
  const copy = workingCopy(policy);
  const known = planners.get(copy) ?? new Planner(copy, options.get(policy));
  planners.set(copy, known);
  return known;
}

/** From now on the questions of the policy are those of this plan; beside it no turn searches for long. */
export function usePlan(policy: Policy, kept: KeptPlan | undefined): void {
  options.set(policy, { limits: prompt, kept });
  planners.delete(workingCopy(policy));
}

/** The same for a policy that is chatted with meanwhile: the plan is taken when it is ready, after some small pieces. */
export function* takingPlan(policy: Policy, kept: KeptPlan | undefined): Generator<void> {
  const copy = workingCopy(policy);
  const planner = new Planner(copy, { limits: prompt, kept });
  yield* planner.prepare();
  usePlan(policy, kept);
  planners.set(copy, planner);
}
