import type { IsoDate } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { examinePolicy } from '../format/parse.ts';
import { PolicyFileError, pathName } from '../format/policy-file-error.ts';
import { checkPolicy } from './check.ts';
import type { Finding } from './finding.ts';

/**
 * Holds a policy to `check` before it comes into force, with what others have found in it beside. Throws
 * PolicyFileError with each error at its line.
 */
export function demandNoErrors(policy: Policy, today: IsoDate, others: readonly Finding[] = []): void {
  const errors = [...checkPolicy(policy, today), ...others].filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const name = policy.name ?? policy.file.id;
  const { positionOf } = examinePolicy(policy.text, name);
  const problems = errors.map(({ code, path, language, message, witness }) => ({
    path: pathName(path),
    ...positionOf(path, language),
    message: `${code}: ${message}${witness ? `, such as ${JSON.stringify(witness.facts)} on ${witness.today}` : ''}`,
  }));
  throw new PolicyFileError(name, problems);
}
