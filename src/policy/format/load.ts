import type { Policy } from '../engine/diagram/compile.ts';
import { parsePolicy } from './parse.ts';
import { policyPathOf, readPolicyText } from './parts/policy-text.ts';

export type { Policy } from '../engine/diagram/compile.ts';

/**
 * Reads, checks and compiles the policy of a folder, or of a file alone. Throws PolicyFileError with file, line and
 * expectation of each mistake.
 */
export function loadPolicy(path: string): Policy {
  const policyPath = policyPathOf(path);
  return parsePolicy(readPolicyText(policyPath), policyPath);
}
