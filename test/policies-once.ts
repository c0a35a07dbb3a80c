import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import type * as load from '../src/policy/format/load.ts';

// Hundreds of tests start the product, each on the same policies; to compile them takes longer than most of these tests.
vi.mock(import('../src/policy/format/load.ts'), async (original) => {
  const { loadPolicyFile } = await original();
  const compiled = new Map<string, load.Policy>();
  return {
    loadPolicyFile(path: string): load.Policy {
      const key = `${path}\n${readFileSync(path, 'utf8')}`;
      const policy = compiled.get(key) ?? loadPolicyFile(path);
      compiled.set(key, policy);
      return policy;
    },
  };
});
