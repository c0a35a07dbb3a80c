import pg from 'pg';
import { NewerDatabaseError } from '../newer-database.ts';
import { orOutage } from '../outages.ts';
import { connectionOptions, type PostgresSettings } from './database.ts';
import { postgresOutage } from './outage.ts';
import { type SchemaStep, schemaSteps } from './schema.ts';

/** The schema of a database before and after. */
export interface Migrated {
  from: number;
  to: number;
}

/**
 * Brings the database to the newest schema in one transaction, while other processes that start wait. A database that
 * a newer program has brought further is left as it is where that says this one can work with it; else throws
 * NewerDatabaseError. Throws StoreUnavailableError.
 */
export async function migratePostgres(
  settings: PostgresSettings,
  steps: readonly SchemaStep[] = schemaSteps,
): Promise<Migrated> {
  const { statement_timeout: _, query_timeout: __, ...options } = connectionOptions(settings);
  const client = new pg.Client(options);
  client.on('error', () => undefined);
  return await orOutage(async () => {
    try {
      await client.connect();
      return await migrateOn(client, steps);
    } finally {
      await client.end();
    }
  }, postgresOutage);
}

async function migrateOn(client: pg.Client, steps: readonly SchemaStep[]): Promise<Migrated> {
  await client.query('BEGIN');
  await client.query("SELECT pg_advisory_xact_lock(hashtext('returns schema ' || current_schema()))");
  await client.query(
    'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, compatible_from INTEGER NOT NULL)',
  );
  const found = await client.query<{ version: number; compatible_from: number }>('SELECT * FROM schema_version');
  const { version: from = 0, compatible_from: compatibleFrom = 0 } = found.rows[0] ?? {};
  if (from > steps.length && compatibleFrom > steps.length) throw new NewerDatabaseError(from, steps.length);
  const missing = steps.slice(from);
  for (const { sql } of missing) await client.query(sql);
  const last = missing.at(-1);
  if (last) {
    await client.query('DELETE FROM schema_version');
    await client.query('INSERT INTO schema_version VALUES ($1, $2)', [steps.length, last.compatibleFrom]);
  }
  await client.query('COMMIT');
  return { from, to: Math.max(from, steps.length) };
}
