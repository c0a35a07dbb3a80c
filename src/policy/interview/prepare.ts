import { decide } from '../engine/decide.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { plannerOf } from './planners.ts';

/** Works out what the first customer of a policy would wait for, in pieces of a few milliseconds each. */
export function* piecesOfDeciding(policy: Policy): Generator<void> {
  const planner = plannerOf(policy);
  yield;
  yield* planner.prepare();
  decide(policy, {}, { today: policy.file.version });
  yield;
}
