import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NewerDatabaseError } from '../newer-database.ts';
import { BackupError, flush, problemOf } from './backup.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrations.ts';
import { databaseFile } from './sqlite.ts';
import { closeWhole, demandWal } from './wholeness.ts';

/**
 * Puts a backup in the place of a data folder's database, brought to today's schema; the folder may have one already
 * only if `isForced`, and nobody may have it open. Nothing is touched before the backup is known to be good.
 * Throws BackupError.
 */
export function restore(source: string, dataDir: string, isForced: boolean): void {
  if (!existsSync(source) || !statSync(source).isFile()) throw new BackupError(`There is no file ${source}.`);
  if (!isForced) demandWal(source);
  const target = join(dataDir, databaseFile);
  if (existsSync(target) && !isForced) {
    throw new BackupError(`${target} exists already; with --force it is replaced, and what is in it is lost.`);
  }
  demandIdle(target);
  makeFolder(dataDir);
  const part = `${target}.part`;
  try {
    prepare(source, part);
    for (const suffix of ['-wal', '-shm', '-journal', '-open']) rmSync(`${target}${suffix}`, { force: true });
    renameSync(part, target);
  } catch (cause) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${suffix}`, { force: true });
    if (cause instanceof BackupError || !(cause instanceof Error)) throw cause;
    throw new BackupError(`${source} cannot be restored: ${cause.message}`, { cause });
  }
}

/** A copy of the backup that is whole, of today's schema, and on disk. */
function prepare(source: string, part: string): void {
  copyFileSync(source, part);
  // Of a folder whose process was killed.
  if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${part}-wal`);
  chmodSync(part, 0o600);
  const database = new DatabaseSync(part);
  try {
    const isOurs = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'conversations'").get() !== undefined;
    if (!isOurs) throw new BackupError(`${source} holds no conversations: it is no backup of this program.`);
    const problem = problemOf(database);
    if (problem) throw new BackupError(`${source} is damaged: ${problem}`);
    migrate(database);
  } catch (error) {
    if (!(error instanceof NewerDatabaseError)) throw error;
    throw new BackupError(`${source} cannot be restored: ${error.message}`, { cause: error });
  } finally {
    closeWhole(database);
  }
  flush(part);
}

/** Leaving the mode that a running server keeps a database in works only while nobody has it open. */
function demandIdle(target: string): void {
  if (!existsSync(target)) return;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(target, { timeout: 0 });
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    // What is no database, or damaged, is what is to be replaced.
    if (!isBusy(error)) return;
    throw new BackupError(`${target} is in use; stop the server first.`, { cause: error });
  } finally {
    database?.close();
  }
}

/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
