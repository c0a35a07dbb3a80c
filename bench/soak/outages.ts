import { wireTo } from '../../test/store/postgres/proxy.ts';
import { Findings } from './findings.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { newFolder, type Place } from './places.ts';
import { checkStored } from './stored.ts';
import { runTrouble } from './trouble.ts';
import { fullDatabase, fullDisk, stalled, surviveFullDisk } from './troubles.ts';

/** How many customers write, and for how long the trouble lasts at least. */
export interface TroubleSize {
  customers: number;
  holdMs: number;
}

type Database = Place & { url: string };

/** Short, so that who writes meanwhile is refused soon. */
const hurried = { DATABASE_TIMEOUT_MS: '1000' };

/** Two processes whose PostgreSQL stands still for a time. */
export async function runStall(place: Database, size: TroubleSize): Promise<Findings> {
  return withFleet(2, { ...place.settings, ...hurried }, async (fleet, findings) => {
    await runTrouble(fleet, await stalled(place.url), findings, size);
    await checkStored(place, findings);
  });
}

/** Two processes whose PostgreSQL is gone for a time: nothing answers at its address. */
export async function runGone(place: Database, size: TroubleSize): Promise<Findings> {
  const wire = await wireTo(place.url);
  try {
    return await withFleet(2, { DATABASE_URL: wire.url, ...hurried }, async (fleet, findings) => {
      await runTrouble(fleet, { begin: wire.cut, end: wire.mend }, findings, size);
      await checkStored(place, findings);
    });
  } finally {
    await wire.close();
  }
}

/** Two processes whose PostgreSQL has no room left. */
export async function runFullDatabase(place: Database, size: TroubleSize): Promise<Findings> {
  return withFleet(2, place.settings, async (fleet, findings) => {
    await runTrouble(fleet, fullDatabase(place.url), findings, size);
    await checkStored(place, findings);
  });
}

/** One process whose disk is full for a time. Linux only. */
export async function runFullDisk(size: TroubleSize): Promise<Findings> {
  const place = newFolder();
  try {
    return await withFleet(
      1,
      place.settings,
      async (fleet, findings) => {
        await runTrouble(fleet, fullDisk(fleet), findings, size);
        await fleet.stop();
        await checkStored(place, findings);
      },
      surviveFullDisk,
    );
  } finally {
    await place.remove();
  }
}

async function withFleet(
  count: number,
  settings: Record<string, string>,
  run: (fleet: Fleet, findings: Findings) => Promise<void>,
  nodeArgs: readonly string[] = [],
): Promise<Findings> {
  const findings = new Findings();
  const fleet = await startFleet(count, settings, nodeArgs);
  try {
    await run(fleet, findings);
  } finally {
    await fleet.stop();
  }
  return findings;
}
