import { expect, it } from 'vitest';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { Planner } from '../../../src/policy/interview/plan.ts';
import { bestTree } from '../../policy/interview/trees.ts';
import { shopPath } from '../book.ts';
import { shopWorld } from '../shop-world.ts';
import type { ShopId } from '../tables.ts';

/** A shop's interview beside the best that can be. */
export function shortestInterviewOf(shopId: ShopId): void {
  // The conditions of a shop behave alike, so "none" and "any" stand for all of them; nothing else is thinned.
  it(`the planned interview of the ${shopId}, whose customers the tables decide, is the shortest of all trees`, () => {
    const policy = loadPolicy(shopPath(shopId));
    const planned = new Planner(policy, { opening: [] }).costOf({ node: policy.root, inputs: 0 });
    expect(planned).toBeCloseTo(bestTree(shopWorld(shopId, policy)), 9);
  });
}
