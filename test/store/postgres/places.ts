import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

/**
 * Gives out the addresses of empty databases on the run's PostgreSQL, which are removed when the test file is through:
 * each is a schema of its own in one database a file.
 */
export function postgresPlaces(): () => Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  let database: Promise<{ url: string; server: string; client: pg.Client }> | undefined;
  let count = 0;

  async function create() {
    const server = await addressOfServer();
    await once(server, `CREATE DATABASE ${name}`);
    const url = server.replace(/\w+$/, name);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return { url, server, client };
  }

  afterAll(async () => {
    if (!database) return;
    const { server, client } = await database;
    await client.end();
    await once(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  return async () => {
    database ??= create();
    const { url, client } = await database;
    count += 1;
    await client.query(`CREATE SCHEMA place_${count}`);
    return `${url}?options=-csearch_path%3Dplace_${count}`;
  };
}

async function addressOfServer(): Promise<string> {
  const answer = await fetch(inject('postgres'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`PostgreSQL did not start: ${text}`);
  return text;
}

/** Runs one statement on a connection of its own. */
async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
