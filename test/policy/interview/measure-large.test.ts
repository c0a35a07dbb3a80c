import { describe, expect, it } from 'vitest';
import { askedUnlessOrdered } from '../../../src/policy/fact-types/order-fields.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { measureInterview } from '../../../src/policy/interview/measure.ts';
import { profilesOf } from '../../../src/policy/interview/profiles.ts';
import { departmentStore } from '../../fixtures/large-policies.ts';
import { fixtureText } from '../../fixtures/policies.ts';

describe('the interview of the trail shop, which has a hundred times the orders', () => {
  const text = fixtureText('trail-shop');
  const measuresOf = (of: string) => {
    const policy = parsePolicy(of, 'trail-shop.yaml');
    return measureInterview(policy, profilesOf(policy.file, askedUnlessOrdered(policy.file)));
  };

  it('is within 2 % of the shortest, for nobody is told anything who has not given a reason', () => {
    for (const { ratio, pins } of measuresOf(text)) {
      expect(ratio).toBeLessThanOrEqual(1.02);
      expect(pins).toBeGreaterThanOrEqual(-1e-9);
    }
  });

  it('lacks what too much would have to be gone through for', () => {
    const [measures] = measuresOf(departmentStore(40, 100));
    expect(measures?.optimum).toBeUndefined();
  });
});
