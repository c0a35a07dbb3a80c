import { readFileSync } from 'node:fs';
import type { Policy } from '../engine/compile.ts';
import { parsePolicy } from './parse.ts';

export type { Policy } from '../engine/compile.ts';

/** Reads, checks and compiles a policy file; throws PolicyFileError with file, line and expectation of each mistake. */
export function loadPolicyFile(path: string): Policy {
  return parsePolicy(readFileSync(path, 'utf8'), path);
}
