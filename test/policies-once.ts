import { vi } from 'vitest';
import type * as load from '../src/policy/format/load.ts';
import { policyPathOf, readPolicyText } from '../src/policy/format/parts/policy-text.ts';

// Hundreds of tests start the product, each on the same policies; to compile them takes longer than most of these tests.
vi.mock(import('../src/policy/format/load.ts'), async (original) => {
  const { loadPolicy } = await original();
  const compiled = new Map<string, load.Policy>();
  return {
    loadPolicy(path: string): load.Policy {
      const key = `${path}\n${readPolicyText(policyPathOf(path))}`;
      const policy = compiled.get(key) ?? loadPolicy(path);
      compiled.set(key, policy);
      return policy;
    },
  };
});
