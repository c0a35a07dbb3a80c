import type { Config } from './config.ts';
import { CorrectableError, codeOf } from './errors.ts';
import { openPostgresStore } from './store/postgres/postgres.ts';
import { isRefusal, sqlStateOf } from './store/postgres/refusals.ts';
import { lockFolder } from './store/sqlite/folder-lock.ts';
import { openSqliteStore } from './store/sqlite/sqlite.ts';
import type { Store } from './store/store.ts';
import { storeOutage } from './store/unavailable.ts';

/** The deployment's settings do not fit together; the message is one line that says what to do. */
export class DeploymentError extends CorrectableError {
  readonly code = 'deployment';
}

/** Codes of an unusable data folder: not writable, no folder, full, no database, or one of a newer program. */
const unusable = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'EIO',
  'store-full',
  'store-unavailable',
  'ENOSPC',
  'ERR_SQLITE_ERROR',
  'newer-database',
]);

/** Opens PostgreSQL where there is a DATABASE_URL, else SQLite. Throws DeploymentError when it cannot be used. */
export async function openStore({ database, dataDir }: Pick<Config, 'database' | 'dataDir'>): Promise<Store> {
  try {
    return database ? await openPostgresStore(database) : openSqliteStore(dataDir);
  } catch (cause) {
    throw database ? databaseError(database.url, cause) : folderError(dataDir, cause);
  }
}

/**
 * Makes this process the only server of its data folder, where there is no database that several can share; returns
 * what ends that. Throws DeploymentError or FolderInUseError.
 */
export function claimFolder({ database, dataDir }: Pick<Config, 'database' | 'dataDir'>): () => void {
  if (database) return () => undefined;
  try {
    return lockFolder(dataDir);
  } catch (cause) {
    throw folderError(dataDir, cause);
  }
}

function folderError(dataDir: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !unusable.has(codeOf(cause) ?? '')) return cause;
  const advice = folderAdvice(cause);
  return new DeploymentError(`DATA_DIR ${dataDir} cannot be used: ${cause.message}${advice}`, { cause });
}

/** https://sqlite.org/rescode.html#notadb */
const SQLITE_NOTADB = 26;

function folderAdvice(cause: Error): string {
  const code = codeOf(cause);
  if (code === 'newer-database') return '';
  if (storeOutage(cause)?.code === 'store-full') return '; make room on its disk, or set DATA_DIR to another one';
  if ('errcode' in cause && cause.errcode === SQLITE_NOTADB)
    return '; restore a backup of it with "returns restore <file>", or set DATA_DIR to another folder';
  return code === 'ERR_SQLITE_ERROR'
    ? '; set DATA_DIR to a folder of its own, on a disk that works'
    : '; set DATA_DIR to a folder that this program may make and write';
}

function databaseError(url: string, cause: unknown): unknown {
  const isKnown =
    isRefusal(cause) || ['newer-database', 'store-full', 'store-unavailable'].includes(codeOf(cause) ?? '');
  if (!(cause instanceof Error) || !isKnown) return cause;
  const reason = `${reasonOf(cause)}${databaseAdvice(cause)}`;
  return new DeploymentError(`DATABASE_URL ${withoutPassword(url)} cannot be used: ${reason}`, { cause });
}

/** What to do by the SQLSTATE of a refusal: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const refusalAdvice: Record<string, string> = {
  '3D000': '; make it with createdb, or name one that there is',
  '28000': '; see that its user may use it',
  '28P01': '; see that its user and password are right',
  '42501': '; let its user make and change tables there',
};

function databaseAdvice(cause: Error): string {
  const refusal = [cause, cause.cause].find(isRefusal);
  if (refusal) return refusalAdvice[sqlStateOf(refusal) ?? ''] ?? '';
  switch (codeOf(cause)) {
    case 'store-full':
      return '; make room on the disk of the database server';
    case 'store-unavailable':
      return '; see that the database server runs and can be reached from here';
    default:
      return '';
  }
}

/** The innermost error says what happened; several attempts at one name are one. */
function reasonOf(error: Error): string {
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : error.message;
}

function withoutPassword(url: string): string {
  const address = new URL(url);
  return `${address.protocol}//${address.host}${address.pathname}`;
}
