import type { Policy } from '../engine/diagram/compile.ts';
import { CostBounds } from './cost-bounds.ts';
import { KeptPlan } from './kept-plan.ts';
import type { Limits } from './limits.ts';
import { Planner } from './plan.ts';
import { Questions } from './questions.ts';

/**
 * The bytes of the plan of a large policy, as good as it is found until `isOver` says that the time is up; see `KeptPlan`.
 * Only the states on the way of its questions are planned.
 */
export function makeLargePlan(policy: Policy, isOver: () => boolean): Uint8Array {
  const start = { node: policy.root, inputs: 0 };
  const bounds = new CostBounds(policy);
  bounds.narrow(start, isOver);
  return KeptPlan.bytesOf(bounds.steps(start), factIdsOf(policy));
}

/** The bytes of the plan of a policy, see `KeptPlan`; none at all where the best order is not within the limits. */
export function makePlan(policy: Policy, limits: Limits): Uint8Array {
  const planner = new Planner(policy, { limits });
  const cost = planner.costOf({ node: policy.root, inputs: 0 });
  return cost === undefined ? new Uint8Array() : KeptPlan.bytesOf(planner.steps(), factIdsOf(policy));
}

/** The plan of these bytes; nothing if it is not one of this policy, as this program compiles it. */
export function readPlan(policy: Policy, bytes: Uint8Array): KeptPlan | undefined {
  const plan = KeptPlan.read(bytes, factIdsOf(policy));
  if (!plan || plan.size === 0) return plan;
  const questions = new Questions(policy);
  return plan.find(questions.nameOf({ node: policy.root, inputs: 0 })) && plan;
}

function factIdsOf({ file }: Policy): string[] {
  return [...Object.keys(file.facts), ...Object.keys(file.derived)];
}
