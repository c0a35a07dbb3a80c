import type { Config } from './config.ts';
import { CorrectableError } from './errors.ts';
import { databaseAdvice, folderAdvice, isUnusableDatabase, isUnusableFolder, reasonOf } from './store/advice.ts';
import { openPostgresStore } from './store/postgres/postgres.ts';
import { lockFolder } from './store/sqlite/folder-lock.ts';
import { openSqliteStore } from './store/sqlite/sqlite.ts';
import type { Store } from './store/store.ts';

/** The deployment's settings do not fit together; the message is one line that says what to do. */
export class DeploymentError extends CorrectableError {
  readonly code = 'deployment';
}

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
  if (!(cause instanceof Error) || !isUnusableFolder(cause)) return cause;
  return new DeploymentError(`DATA_DIR ${dataDir} cannot be used: ${cause.message}${folderAdvice(cause)}`, { cause });
}

function databaseError(url: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !isUnusableDatabase(cause)) return cause;
  const reason = `${reasonOf(cause)}${databaseAdvice(cause)}`;
  return new DeploymentError(`DATABASE_URL ${withoutPassword(url)} cannot be used: ${reason}`, { cause });
}

function withoutPassword(url: string): string {
  const address = new URL(url);
  return `${address.protocol}//${address.host}${address.pathname}`;
}
