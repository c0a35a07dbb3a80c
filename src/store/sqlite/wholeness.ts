import { chmodSync, closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { CorrectableError, codeOf } from '../../errors.ts';

/** Marks a database that this program leaves in rollback mode when it closes it; "RETN" in ASCII. */
const applicationId = 0x52_45_54_4e;
/** See https://sqlite.org/fileformat.html: the places of the write version and of the application id. */
const header = { bytes: 100, version: 18, applicationId: 68, wal: 2 } as const;
/** What customers wrote is for nobody else on the machine; the log gets the mode of the database. */
const ownerOnly = 0o600;

/** Stands beside a database from before it is opened until its file is whole by itself; a copy lacks it. */
const openMark = (path: string): string => `${path}-open`;

/** A database without its write-ahead log, so without whatever was written last. */
export class MissingWalError extends CorrectableError {
  readonly code = 'missing-wal';
  constructor(path: string) {
    super(
      `${path} was copied while the program ran, without its ${path}-wal: what was written last is missing. ` +
        'Make copies with "returns backup <file>" and take one back with "returns restore <file>"; ' +
        `if nothing is missing, "returns restore ${path} --force" takes this one as it is.`,
    );
  }
}

/**
 * Refuses a database file that was taken from beside its write-ahead log; else marks it as open. Throws
 * MissingWalError.
 */
export function openWhole(path: string): void {
  demandWal(path);
  for (const own of [openMark(path), path]) {
    closeSync(openSync(own, 'a', ownerOnly));
    chmodSync(own, ownerOnly);
  }
}

/** Throws MissingWalError where a file by itself is not the whole database. */
export function demandWal(path: string): void {
  const isOpen = existsSync(openMark(path)) || existsSync(`${path}-wal`);
  if (!isOpen && isInWalMode(path)) throw new MissingWalError(path);
}

/** True of a database of this program that was open when its file was written. */
function isInWalMode(path: string): boolean {
  if (!existsSync(path) || statSync(path).size < header.bytes) return false;
  const start = Buffer.alloc(header.bytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, header.bytes, 0);
  } finally {
    closeSync(file);
  }
  return start[header.version] === header.wal && start.readUInt32BE(header.applicationId) === applicationId;
}

/**
 * Marks a database as one that is closed by `closeWhole`. One of an earlier version of this program is written anew
 * first, because that deleted without overwriting; where the disk is too full for it, the next start does so.
 */
export function markWhole(database: DatabaseSync): void {
  if (pragma(database, 'application_id') === applicationId) return;
  try {
    if (pragma(database, 'user_version') > 0) database.exec('VACUUM');
    database.exec(`PRAGMA application_id = ${applicationId}`);
  } catch (error) {
    if (!(error instanceof Error) || codeOf(error) !== 'ERR_SQLITE_ERROR') throw error;
  }
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** Closes a database so that its file is whole by itself, unless another process still has it open. */
export function closeWhole(database: DatabaseSync): void {
  const path = database.location();
  const isWhole = leavesWal(database);
  database.close();
  if (isWhole && path !== null) rmSync(openMark(path), { force: true });
}

/** True if all is in the file now; while another process has it open, that one will be the last. */
function leavesWal(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE');
    return true;
  } catch {
    return false;
  }
}
