import { expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { createPlanning, type PlanPolicy } from '../src/planning.ts';
import { decide } from '../src/policy/engine/decide.ts';
import { parsePolicy } from '../src/policy/format/parse.ts';
import { PLANNER_VERSION } from '../src/policy/interview/kept-plan.ts';
import { atStart, thorough } from '../src/policy/interview/limits.ts';
import { makePlan, readPlan } from '../src/policy/interview/make-plan.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite.ts';
import { newDataDir } from './commands/command.ts';
import { eventually } from './eventually.ts';
import { departmentStore } from './fixtures/large-policies.ts';
import { fixtureText } from './fixtures/policies.ts';

const log = createLog('silent');

/** Plans as told, and counts how often it was asked to. */
function planned(bytes: Uint8Array): PlanPolicy & { calls: number; done: Promise<void> } {
  let finish = (): void => {};
  return {
    calls: 0,
    done: new Promise((resolve) => {
      finish = resolve;
    }),
    async bytesOf() {
      this.calls += 1;
      setImmediate(finish);
      return bytes;
    },
    async stop() {},
  };
}

it('a small interview is planned at once and kept, so that the next start finds it', async () => {
  const store = openSqliteStore(newDataDir());
  const policy = parsePolicy(fixtureText('tool-shop'), 'tool-shop.yaml');
  await createPlanning(log, planned(new Uint8Array())).ready(policy, store);
  expect((await store.plan(policy.digest, PLANNER_VERSION))?.length).toBeGreaterThan(0);
  await store.close();
});

it('a large one is planned once, in the background, and asked by the quick rule meanwhile', async () => {
  const store = openSqliteStore(newDataDir());
  const policy = parsePolicy(departmentStore(40, 100), 'large.yaml');
  const thread = planned(new Uint8Array());
  const planning = createPlanning(log, thread);
  await planning.ready(policy, store);
  expect(thread.calls).toBe(0);
  expect(decide(policy, {}, { today: '2026-11-20' })).toMatchObject({ kind: 'undecided' });
  planning.start();
  await thread.done;
  await planning.stop();
  expect(await store.plan(policy.digest, PLANNER_VERSION)).toHaveLength(0);

  const again = planned(new Uint8Array());
  const next = createPlanning(log, again);
  next.start();
  await next.ready(policy, store);
  await next.stop();
  expect(again.calls).toBe(0);
  await store.close();
});

it('a plan of an older planner is made anew', async () => {
  const store = openSqliteStore(newDataDir());
  const policy = parsePolicy(fixtureText('tool-shop'), 'tool-shop.yaml');
  await store.keepPlan({ digest: policy.digest, planner: PLANNER_VERSION - 1, bytes: makePlan(policy, thorough) });
  await createPlanning(log, planned(new Uint8Array())).ready(policy, store);
  expect(await store.plan(policy.digest, PLANNER_VERSION - 1)).toBeUndefined();
  expect((await store.plan(policy.digest, PLANNER_VERSION))?.length).toBeGreaterThan(0);
  await store.close();
});

it('the thread plans a policy that is too large for the start, and gives up when the server stops', async () => {
  const store = openSqliteStore(newDataDir());
  const policy = parsePolicy(departmentStore(12, 30), 'large.yaml');
  expect(makePlan(policy, atStart)).toHaveLength(0);
  const planning = createPlanning(log);
  await planning.ready(policy, store);
  planning.start();
  await eventually(async () => expect((await store.plan(policy.digest, PLANNER_VERSION))?.length).toBeGreaterThan(0));
  await planning.stop();
  const kept = await store.plan(policy.digest, PLANNER_VERSION);
  expect(readPlan(policy, kept ?? new Uint8Array())?.size).toBeGreaterThan(0);

  const other = parsePolicy(departmentStore(60, 300), 'larger.yaml');
  const stopped = createPlanning(log);
  await stopped.ready(other, store);
  stopped.start();
  await stopped.stop();
  expect(await store.plan(other.digest, PLANNER_VERSION)).toBeUndefined();
  await store.close();
});
