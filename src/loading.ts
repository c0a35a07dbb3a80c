import { ReturnsError } from './errors.ts';
import type { IsoDate } from './policy/calendar.ts';
import {
  addOutcomes,
  type PackedOutcomes,
  type PackedPolicy,
  unpackedPolicy,
} from './policy/engine/diagram/packed-policy.ts';
import type { Policy } from './policy/format/load.ts';
import { PolicyFileError, type PolicyProblem } from './policy/format/policy-file-error.ts';
import { startThread } from './thread.ts';

/** The text of a policy, and whether it is one of today or was kept; `name` is what it is called in messages. */
export type PolicyToLoad =
  | { kind: 'kept'; text: string; digest: string; name: string }
  /** `check`: the moment at which it is held to `check`; absent where it was accepted before. */
  | { kind: 'new'; text: string; name: string; check?: { now: string; today: IsoDate | undefined } | undefined };

/** What the thread hands over, one after the other. */
export type Handed =
  | { kind: 'refused'; file: string; problems: PolicyProblem[] }
  | { kind: 'policy'; packed: PackedPolicy }
  | { kind: 'outcomes'; part: PackedOutcomes; isLast: boolean };

/** The thread that reads a policy ended without one. */
class LoadingError extends ReturnsError {
  readonly code = 'policy-loading';
}

/**
 * Reads, checks and compiles a policy in a thread, so that others are answered meanwhile however large it is. Rejects
 * with PolicyFileError where the policy has a mistake.
 */
export function loadInThread(wanted: PolicyToLoad): Promise<Policy> {
  return new Promise((resolve, reject) => {
    const worker = startThread('load-worker', wanted);
    let policy: Policy | undefined;
    worker.on('message', (handed: Handed) => {
      if (handed.kind === 'refused') return reject(new PolicyFileError(handed.file, handed.problems));
      if (handed.kind === 'policy') policy = unpackedPolicy(handed.packed);
      else if (policy) addOutcomes(policy, handed.part);
      if (policy && handed.kind === 'outcomes' && handed.isLast) return resolve(policy);
      // Who waits for this process comes first.
      setImmediate(() => worker.postMessage('next'));
    });
    worker.once('error', (cause) => reject(new LoadingError(`${wanted.name} could not be read`, { cause })));
    worker.once('exit', () => reject(new LoadingError(`${wanted.name} could not be read`)));
  });
}
