import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Policy } from './policy/format/load.ts';
import { PLANNER_VERSION } from './policy/interview/kept-plan.ts';
import { atStart } from './policy/interview/limits.ts';
import { makePlan, readPlan } from './policy/interview/make-plan.ts';
import { takingPlan, usePlan } from './policy/interview/planners.ts';
import type { Store } from './store/store.ts';
import { startThread } from './thread.ts';

/** A policy that takes longer, or more memory, is asked by the quick rule. */
const LONGEST_MS = 2 * 60_000;

/** Plans the interviews of policies beside the work of the server, each version once. */
export interface Planning {
  /** Uses the plan that the store has, or a small one that is made at once; others are made once `start` was called. */
  ready(policy: Policy, store: Store): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Creates the planning of one process; plans one policy at a time, in a thread of its own. */
export function createPlanning(log: Logger, plan: PlanPolicy = planInThread()): Planning {
  const waiting: { policy: Policy; store: Store }[] = [];
  let isStarted = false;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next && isStarted; next = waiting.shift()) {
      const { policy, store } = next;
      const bytes = await plan.bytesOf(policy);
      if (!isStarted) return;
      await store.keepPlan({ digest: policy.digest, planner: PLANNER_VERSION, bytes });
      for (const _ of takingPlan(policy, readPlan(policy, bytes))) await afterOthers();
      const { id, version } = policy.file;
      if (bytes.length > 0) log.info({ policy: id, version }, 'interview planned');
      else log.warn({ policy: id, version }, 'too large to plan its interview: a quick rule asks');
    }
    running = undefined;
  };
  const wake = (): void => {
    if (!isStarted || running) return;
    running = run().catch((error: unknown) => {
      running = undefined;
      log.error({ err: error }, 'planning failed');
    });
  };

  return {
    async ready(policy, store) {
      const kept = await store.plan(policy.digest, PLANNER_VERSION);
      const known = kept && readPlan(policy, kept);
      // In the turn of a customer there is no time even for a small one.
      const bytes = known || isStarted ? undefined : makePlan(policy, atStart);
      usePlan(policy, known ?? (bytes && bytes.length > 0 ? readPlan(policy, bytes) : undefined));
      if (known) return;
      if (bytes && bytes.length > 0) return store.keepPlan({ digest: policy.digest, planner: PLANNER_VERSION, bytes });
      waiting.push({ policy, store });
      wake();
    },
    start() {
      isStarted = true;
      wake();
    },
    async stop() {
      isStarted = false;
      await plan.stop();
      await running;
    },
  };
}

/** Makes the bytes of plans, see `makePlan`; `stop` gives up the one that is being made. */
export interface PlanPolicy {
  bytesOf(policy: Policy): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** In a thread, which is ended when it takes too long or too much memory; then there is no plan, and no bytes. */
function planInThread(): PlanPolicy {
  let worker: Worker | undefined;
  return {
    bytesOf: ({ text, digest }) =>
      new Promise((resolve) => {
        const none = new Uint8Array();
        worker = startThread('plan-worker', { text, digest });
        worker.unref();
        const tooLate = setTimeout(() => void worker?.terminate(), LONGEST_MS).unref();
        worker.once('message', (bytes: unknown) => resolve(bytes instanceof Uint8Array ? bytes : none));
        worker.once('error', () => resolve(none));
        worker.once('exit', () => {
          clearTimeout(tooLate);
          resolve(none);
        });
      }),
    async stop() {
      await worker?.terminate();
    },
  };
}
