import type { Config } from './config.ts';
import { CorrectableError, codeOf } from './errors.ts';
import { openPostgresStore } from './store/postgres/postgres.ts';
import { isRefusal } from './store/postgres/refusals.ts';
import { lockFolder } from './store/sqlite/folder-lock.ts';
import { openSqliteStore } from './store/sqlite/sqlite.ts';
import type { Store } from './store/store.ts';

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
  return new DeploymentError(`DATA_DIR ${dataDir} cannot be used: ${cause.message}`, { cause });
}

function databaseError(url: string, cause: unknown): unknown {
  const isKnown =
    isRefusal(cause) || ['newer-database', 'store-full', 'store-unavailable'].includes(codeOf(cause) ?? '');
  if (!(cause instanceof Error) || !isKnown) return cause;
  return new DeploymentError(`DATABASE_URL ${withoutPassword(url)} cannot be used: ${reasonOf(cause)}`, { cause });
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
