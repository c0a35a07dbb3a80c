import type { Config } from '../../config.ts';
import { databaseAdvice, folderAdvice, isUnusableDatabase, isUnusableFolder, reasonOf } from '../../store/advice.ts';
import { migratePostgres } from '../../store/postgres/migrate.ts';
import { postgresSource, postgresTarget } from '../../store/postgres/tables.ts';
import { demandDatabase } from '../../store/sqlite/existing.ts';
import { lockFolder } from '../../store/sqlite/folder-lock.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite.ts';
import { sqliteSource, sqliteTarget } from '../../store/sqlite/tables.ts';
import { TransferError } from '../../store/transfer/lines.ts';
import type { Source, Target } from '../../store/transfer/tables.ts';

type Where = Pick<Config, 'database' | 'dataDir'>;

/** Opens the configured database to read all of it. Throws TransferError or NoDatabaseError. */
export async function openSource({ database, dataDir }: Where): Promise<Source> {
  if (!database) demandDatabase(dataDir);
  return opened({ database, dataDir }, () => (database ? postgresSource(database) : sqliteSource(dataDir)));
}

/** Opens the configured database to fill it; nobody may serve it meanwhile. Throws TransferError or FolderInUseError. */
export function openTarget({ database, dataDir }: Where): Promise<Target> {
  return opened({ database, dataDir }, async () => {
    if (database) return await postgresTarget(database);
    const release = lockFolder(dataDir);
    const target = await sqliteTarget(dataDir);
    return { ...target, close: () => target.close().finally(release) };
  });
}

/** Brings the configured database to today's schema; says in a line what was done. Throws TransferError. */
export function migrateDatabase({ database, dataDir }: Where): Promise<string> {
  return opened({ database, dataDir }, async () => {
    if (!database) {
      await openSqliteStore(dataDir).close();
      return "The database in DATA_DIR has today's schema.";
    }
    const { from, to } = await migratePostgres(database);
    return from === to
      ? `The database has schema version ${to} already.`
      : `The database has schema version ${to} now; it was ${from}.`;
  });
}

/** What a database or a folder answers is for whoever runs the command; anything else is a bug. */
async function opened<T>({ database }: Where, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (!(isUnusableDatabase(cause) || (!database && isUnusableFolder(cause)))) throw cause;
    const advice = database ? databaseAdvice(cause) : folderAdvice(cause);
    const name = database ? 'DATABASE_URL' : 'DATA_DIR';
    throw new TransferError(`${name} cannot be used: ${reasonOf(cause)}${advice}`, { cause });
  }
}
