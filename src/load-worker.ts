// Reads one policy in a thread of its own, see `loading.ts`.
import { parentPort, workerData } from 'node:worker_threads';
import { readingFindings } from './dialogs/reading/policy-findings.ts';
import type { Handed, PolicyToLoad } from './loading.ts';
import { dayOf } from './policy/calendar.ts';
import { demandNoErrors } from './policy/check/acceptance.ts';
import { packedPolicy } from './policy/engine/diagram/packed-policy.ts';
import type { Policy } from './policy/format/load.ts';
import { parseKeptPolicy, parsePolicy } from './policy/format/parse.ts';
import { PolicyFileError } from './policy/format/policy-file-error.ts';

const wanted: PolicyToLoad = workerData;
const [first, ...others] = handed();
hand(first);
// The next part is handed over when the last one was taken, so that others come between.
parentPort?.on('message', () => {
  const next = others.shift();
  if (next) hand(next);
  if (others.length === 0) parentPort?.close();
});
if (others.length === 0) parentPort?.close();

function hand(part: Handed): void {
  parentPort?.postMessage(part);
}

function handed(): [Handed, ...Handed[]] {
  try {
    const [packed, parts] = packedPolicy(loaded());
    const outcomes = parts.map((part, i): Handed => ({ kind: 'outcomes', part, isLast: i === parts.length - 1 }));
    return [{ kind: 'policy', packed }, ...outcomes];
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    return [{ kind: 'refused', file: error.file, problems: error.problems }];
  }
}

function loaded(): Policy {
  if (wanted.kind === 'kept') return parseKeptPolicy(wanted, wanted.name);
  const policy = parsePolicy(wanted.text, wanted.name);
  const { check } = wanted;
  if (check) {
    const today = check.today ?? dayOf(new Date(check.now), policy.file.timeZone);
    demandNoErrors(policy, today, readingFindings(policy));
  }
  return policy;
}
