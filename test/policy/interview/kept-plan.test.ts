import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { atStart } from '../../../src/policy/interview/limits.ts';
import { makePlan, readPlan } from '../../../src/policy/interview/make-plan.ts';
import { Planner } from '../../../src/policy/interview/plan.ts';
import { departmentStore } from '../../fixtures/large-policies.ts';
import { fixtureText } from '../../fixtures/policies.ts';

const none = { states: 0, steps: 0 };
const root = { inputs: 0 };
const toolShop = () => parsePolicy(fixtureText('tool-shop'), 'tool-shop.yaml');

describe('a plan that was kept', () => {
  it('asks in another process what the planner that made it asks, without a search', () => {
    const policy = toolShop();
    const bytes = makePlan(policy, atStart);
    const again = toolShop();
    const planner = new Planner(again, { limits: none, kept: readPlan(again, bytes) });
    const best = new Planner(policy).bestStep({ ...root, node: policy.root });
    expect(best).toBeDefined();
    expect(planner.openStep({ ...root, node: again.root })).toEqual(best);
  });

  it('is found for facts told in any order', () => {
    const policy = toolShop();
    const planner = new Planner(policy, { limits: none, kept: readPlan(policy, makePlan(policy, atStart)) });
    const best = new Planner(policy);
    const reason = policy.variables.findIndex(({ fact }) => fact === 'reason');
    policy.variables[reason]?.values.forEach((_, value) => {
      const state = { ...root, node: policy.diagram.restrict(policy.root, reason, value) };
      if (best.costOf(state) !== 0) expect(planner.openStep(state)).toEqual(best.bestStep(state));
    });
  });

  it('is not taken for that of another policy', () => {
    const other = parsePolicy(fixtureText('fortnight-shop'), 'fortnight-shop.yaml');
    expect(readPlan(other, makePlan(toolShop(), atStart))).toBeUndefined();
    expect(readPlan(other, Uint8Array.of(1, 2, 3))).toBeUndefined();
  });

  it('is empty where the best order is out of reach', () => {
    const policy = parsePolicy(departmentStore(40, 100), 'large.yaml');
    const bytes = makePlan(policy, { states: 10, steps: 1000 });
    expect(bytes).toHaveLength(0);
    expect(readPlan(policy, bytes)?.size).toBe(0);
  });
});
