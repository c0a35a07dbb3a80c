import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CorrectableError } from '../../errors.ts';
import { makeFolder } from './make-folder.ts';
import { keepPrivate } from './sqlite.ts';

/** Another process serves this data folder; the message says what to do. */
export class FolderInUseError extends CorrectableError {
  readonly code = 'folder-in-use';
  constructor(dataDir: string, cause: unknown) {
    super(
      `DATA_DIR ${dataDir} is in use by another process of this program: stop that one, or set DATA_DIR to a folder ` +
        'of its own; processes that share their data need PostgreSQL (DATABASE_URL).',
      { cause },
    );
  }
}

/**
 * Makes this process the only one that serves a data folder, until the returned function is called or it dies,
 * however it does: the lock is the operating system's, on a small file beside the database. Throws FolderInUseError.
 */
export function lockFolder(dataDir: string): () => void {
  makeFolder(dataDir);
  const file = join(dataDir, 'returns.lock');
  keepPrivate(file);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    // Nothing is ever written: the transaction that stays open is the lock.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw isBusy(cause) ? new FolderInUseError(dataDir, cause) : cause;
  }
  return () => lock.close();
}

/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
