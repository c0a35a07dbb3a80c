import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { CorrectableError } from '../../errors.ts';
import { databaseFile } from './sqlite.ts';
import { closeWhole } from './wholeness.ts';

/** A backup or a database to take back cannot be used; the message is one line that says what to do. */
export class BackupError extends CorrectableError {
  readonly code = 'backup';
}

/** All pages in one step: in several, the copy would begin anew with every commit of the running server. */
const allPages = 2 ** 31 - 1;

/**
 * Copies the database of a data folder to a new file, as of one instant, while others read and write it; the file is
 * whole by itself and was read back once. Throws BackupError.
 */
export async function backUp(dataDir: string, target: string): Promise<void> {
  const source = join(dataDir, databaseFile);
  if (!existsSync(source)) throw new BackupError(`There is no ${databaseFile} in DATA_DIR ${dataDir}.`);
  if (existsSync(target)) throw new BackupError(`${target} exists already; name a new file.`);
  const part = `${target}.part`;
  try {
    rmSync(part, { force: true });
    const database = new DatabaseSync(source, { readOnly: true, timeout: 5_000 });
    await backup(database, part, { rate: allPages }).finally(() => database.close());
    chmodSync(part, 0o600);
    const copy = new DatabaseSync(part);
    const problem = problemOf(copy);
    closeWhole(copy);
    if (problem) throw new BackupError(`The copy of ${source} is damaged: ${problem}`);
    flush(part);
    renameSync(part, target);
  } catch (cause) {
    if (existsSync(part)) rmSync(part);
    if (cause instanceof BackupError || !(cause instanceof Error)) throw cause;
    throw new BackupError(`${source} cannot be copied to ${target}: ${cause.message}`, { cause });
  }
}

/** The first thing that SQLite finds wrong in a database. */
export function problemOf(database: DatabaseSync): string | undefined {
  const [first] = database.prepare('PRAGMA quick_check(1)').all();
  const found = String(first?.quick_check);
  return found === 'ok' ? undefined : found;
}

/** Has a file on disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
