import { expect, it } from 'vitest';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { Planner } from '../../../src/policy/interview/plan.ts';
import { measuredInterview } from '../../policy/interview/measured.ts';
import { bestTree } from '../../policy/interview/trees.ts';
import { shopPath } from '../book.ts';
import { shopWorld } from '../shop-world.ts';
import type { ShopId } from '../tables.ts';

/** How long a shop's interview is, beside what others ask and the best that can be. */
export function interviewOf(shopId: ShopId): void {
  const policy = loadPolicy(shopPath(shopId));

  measuredInterview(policy);

  // The conditions of a shop behave alike, so "none" and "any" stand for all of them; nothing else is thinned.
  it(`the planned interview of the ${shopId}, whose customers the tables decide, is the shortest of all trees`, () => {
    const planned = new Planner(policy, []).step({ node: policy.root, inputs: 0 }).cost;
    expect(planned).toBeCloseTo(bestTree(shopWorld(shopId, policy)), 9);
  });
}
