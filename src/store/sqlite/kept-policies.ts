import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { databaseFile } from './sqlite.ts';

const keptSchema = z.array(z.object({ digest: z.string(), text: z.string() }));

/**
 * The texts that a version of a policy was kept with, the first one first; none where nothing was ever stored. The
 * database is only read, so that whoever looks at a policy neither makes nor changes one.
 */
export function keptPolicies(dataDir: string, id: string, version: string): { digest: string; text: string }[] {
  const file = join(dataDir, databaseFile);
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const sql = 'SELECT digest, text FROM policies WHERE id = ? AND version = ? ORDER BY rowid';
    return keptSchema.parse(database.prepare(sql).all(id, version));
  } finally {
    database.close();
  }
}
