import { expect, it } from 'vitest';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { CostBounds } from '../../../src/policy/interview/cost-bounds.ts';
import { departmentStore } from '../../fixtures/large-policies.ts';
import { rngOf } from '../../random.ts';
import { smallPolicy } from './random-policy.ts';
import { bestTree } from './trees.ts';

it('the bounds of 120 random policies hold whenever the search stops, and meet when it ends', () => {
  for (let seed = 0; seed < 120; seed++) {
    const { policy, world } = smallPolicy(rngOf(seed), seed % 2 === 0);
    const start = { node: policy.root, inputs: 0 };
    const least = bestTree(world);
    for (const most of [0, 3]) {
      let taken = 0;
      const bounds = new CostBounds(policy, []).narrow(start, () => taken++ >= most);
      expect(bounds.least, `seed ${seed}`).toBeLessThanOrEqual(least + 1e-9);
      expect(bounds.most, `seed ${seed}`).toBeGreaterThanOrEqual(least - 1e-9);
    }
    const bounds = new CostBounds(policy, []).narrow(start, () => false);
    expect(bounds.least, `seed ${seed}`).toBeCloseTo(least, 9);
    expect(bounds.most, `seed ${seed}`).toBeCloseTo(least, 9);
  }
});

it('a large policy has bounds at once', () => {
  const policy = parsePolicy(departmentStore(40, 100), 'large.yaml');
  const { least, most } = new CostBounds(policy).narrow({ node: policy.root, inputs: 0 }, () => true);
  expect(least).toBeGreaterThanOrEqual(1);
  expect(most).toBeLessThanOrEqual(40);
});
