// Plans one policy in a thread of its own, see `planning.ts`.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { parseKeptPolicy } from './policy/format/parse.ts';
import { thorough } from './policy/interview/limits.ts';
import { makeLargePlan, makePlan } from './policy/interview/make-plan.ts';

/** After this the plan is as good as it was found until then. */
const LONGEST_MS = 60_000;

const kept = z.object({ text: z.string(), digest: z.string() }).parse(workerData);
const policy = parseKeptPolicy(kept, 'the policy');
const whole = makePlan(policy, thorough);
const end = performance.now() + LONGEST_MS;
parentPort?.postMessage(whole.length > 0 ? whole : makeLargePlan(policy, () => performance.now() > end));
