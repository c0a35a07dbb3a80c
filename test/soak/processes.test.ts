import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCrowd } from '../../bench/soak/crowd.ts';
import type { Findings } from '../../bench/soak/findings.ts';
import { runKills } from '../../bench/soak/kills.ts';
import { runFullDatabase, runFullDisk, runGone, runStall } from '../../bench/soak/outages.ts';
import { newDatabase } from '../../bench/soak/places.ts';
import { runStops } from '../../bench/soak/stop.ts';

// The short form of `npm run soak`: the same scenarios, small. Those that mostly wait for their own processes run side by
// side.
const load = { website: 2, channel: 1, turns: 8, kills: 3, hasWebhook: false };
const trouble = { customers: 2, holdMs: 0 };

/** A database that is stalled here would stall the tests beside it, so it is not theirs. */
let database: Awaited<ReturnType<typeof newDatabase>>;
beforeAll(async () => {
  database = await newDatabase();
});
afterAll(() => database.remove());

function expectNoFaults(findings: Findings): void {
  expect(findings.faults()).toEqual([]);
  expect(findings.acknowledged).toBeGreaterThan(0);
}

test('fifty messages at once in one conversation, to two processes: none is lost, and one sent four times is one', async () => {
  expectNoFaults(await runCrowd(database, 50));
});

test.concurrent('one process on SQLite is killed again and again: what was acknowledged is there once, and in order', async () => {
  expectNoFaults(await runKills(load));
});

test.concurrent('so it is with two on PostgreSQL', async () => {
  expectNoFaults(await runKills({ database, ...load }));
});

test.concurrent('a stop under load answers every message that it takes', async () => {
  expectNoFaults(await runStops(1, 4, true));
});

test.concurrent('while the disk is full nothing is kept by half, and all goes on when there is room', async () => {
  expectNoFaults(await runFullDisk(trouble));
});

test('while the database stands still every message is refused as one to send again, and all goes on by itself', async () => {
  expectNoFaults(await runStall(database, trouble));
});

test('so it is while the database is gone', async () => {
  expectNoFaults(await runGone(database, trouble));
});

test('what goes for a full disk goes for that of the database, too', async () => {
  expectNoFaults(await runFullDatabase(database, trouble));
});
