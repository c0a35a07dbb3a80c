import { describe, expect, it } from 'vitest';
import { Planner } from '../../../src/policy/interview/plan.ts';
import { rngOf } from '../../random.ts';
import { smallPolicy } from './random-policy.ts';
import { bestTree } from './trees.ts';

const count = 250;

describe('the planned interview is the shortest of all decision trees', () => {
  it(`for ${count} random policies without impossible combinations`, () => expectBest(count, false));

  it(`for ${count} random policies with impossible combinations`, () => expectBest(count, true));

  it.each([6317, 8829, 12_583])(
    'where the date told for a warranty says by itself what rules out others (policy %i)',
    (seed) => {
      const { policy, world } = smallPolicy(rngOf(seed), true);
      const planned = new Planner(policy, { opening: [] }).costOf({ node: policy.root, inputs: 0 });
      expect(planned).toBeCloseTo(bestTree(world), 9);
    },
  );
});

/** Trees may ask only what can still change the answer: the specification forbids other questions. */
function expectBest(policies: number, isRuled: boolean): void {
  let asked = 0;
  for (let seed = 0; seed < policies; seed++) {
    const { policy, world } = smallPolicy(rngOf(seed), isRuled);
    const planned = new Planner(policy, { opening: [] }).costOf({ node: policy.root, inputs: 0 });
    expect(planned, `seed ${seed}`).toBeCloseTo(bestTree(world), 9);
    if (planned !== 0) asked += 1;
  }
  expect(asked).toBeGreaterThan(policies * 0.9);
}
