import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../test/store/postgres/server.ts';

/** Where processes of the product keep everything: the settings that lead them there. */
export interface Place {
  settings: Record<string, string>;
  remove(): Promise<void>;
}

/** A data folder of one process, which is removed in the end. */
export function newFolder(): Place & { dataDir: string } {
  const dataDir = mkdtempSync(join(tmpdir(), 'returns-soak-'));
  return { dataDir, settings: { DATA_DIR: dataDir }, remove: async () => rmSync(dataDir, { recursive: true }) };
}

/** A PostgreSQL of our own, empty. */
export async function newDatabase(): Promise<Place & { url: string }> {
  const { url, stop } = await startPostgres();
  return { url, settings: { DATABASE_URL: url }, remove: stop };
}
