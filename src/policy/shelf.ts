import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicyFile, type Policy } from './load.ts';

/** The policies of a folder by id; throws PolicyFileError on the first file with a mistake. */
export function loadPolicies(folder: string): Map<string, Policy> {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  const policies = new Map<string, Policy>();
  for (const name of files.sort()) {
    const policy = loadPolicyFile(join(folder, name));
    policies.set(policy.file.id, policy);
  }
  return policies;
}
