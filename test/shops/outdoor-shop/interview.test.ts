import { expect, it } from 'vitest';
import { askedUnlessOrdered } from '../../../src/policy/fact-types/order-fields.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { measureInterview } from '../../../src/policy/interview/measure.ts';
import { profilesOf } from '../../../src/policy/interview/profiles.ts';
import { shopPath } from '../book.ts';

it('the interview of the outdoor shop is within 2 % of the shortest', () => {
  const policy = loadPolicy(shopPath('outdoor-shop'));
  for (const { ratio, pins } of measureInterview(policy, profilesOf(policy.file, askedUnlessOrdered(policy.file)))) {
    expect(ratio).toBeLessThanOrEqual(1.02);
    expect(pins).toBeGreaterThanOrEqual(-1e-9);
  }
});
