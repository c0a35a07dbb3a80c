import { vi } from 'vitest';
import type * as load from '../src/policy/format/load.ts';
import { policyPathOf, readPolicyText } from '../src/policy/format/parts/policy-text.ts';
import type { Limits } from '../src/policy/interview/limits.ts';

type Policy = load.Policy;

// Hundreds of tests start the product, each on the same policies; to compile, check, plan and rehearse them takes
// longer than most of these tests. What is worked out here depends on nothing but the policy and the other arguments.

vi.mock(import('../src/policy/format/load.ts'), async (original) => {
  const { loadPolicy } = await original();
  const compiled = new Map<string, Policy>();
  return {
    loadPolicy(path: string): Policy {
      const key = `${path}\n${readPolicyText(policyPathOf(path))}`;
      const policy = compiled.get(key) ?? loadPolicy(path);
      compiled.set(key, policy);
      return policy;
    },
  };
});

vi.mock(import('../src/policy/check/acceptance.ts'), async (original) => {
  const { demandNoErrors } = await original();
  const fitOn = new WeakMap<Policy, Set<string>>();
  return {
    demandNoErrors(policy, today, others = []) {
      const days = fitOn.get(policy) ?? new Set();
      if (!days.has(today) || others.some(({ severity }) => severity === 'error'))
        demandNoErrors(policy, today, others);
      fitOn.set(policy, days.add(today));
    },
  };
});

vi.mock(import('../src/dialogs/reading/policy-findings.ts'), async (original) => {
  const { readingFindings } = await original();
  const found = new WeakMap<load.Policy['file'], ReturnType<typeof readingFindings>>();
  return {
    readingFindings(policy) {
      const findings = found.get(policy.file) ?? readingFindings(policy);
      found.set(policy.file, findings);
      return findings;
    },
  };
});

vi.mock(import('../src/policy/interview/make-plan.ts'), async (original) => {
  const { makePlan, ...others } = await original();
  const made = new WeakMap<Policy, Map<Limits, Uint8Array>>();
  return {
    ...others,
    makePlan(policy, limits) {
      const plans = made.get(policy) ?? new Map<Limits, Uint8Array>();
      const bytes = plans.get(limits) ?? makePlan(policy, limits);
      made.set(policy, plans.set(limits, bytes));
      // A test that damages its plan damages no other's.
      return bytes.slice();
    },
  };
});

vi.mock(import('../src/dialogs/turns/prepare.ts'), async (original) => {
  const { piecesOfTurns } = await original();
  const rehearsed = new WeakSet<Policy>();
  return {
    *piecesOfTurns(policy: Policy) {
      if (rehearsed.has(policy)) return;
      yield* piecesOfTurns(policy);
      rehearsed.add(policy);
    },
  };
});
