import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgresStore } from '../../src/store/postgres/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres } from '../../test/store/postgres/server.ts';
import { table } from '../table.ts';
import { measureSearches, measureTurns } from './measures.ts';
import { fillShop, type Kind, kinds, searches } from './shop.ts';

/** Searching and sorting beside very many cases, and what a turn of a case pays for it; in both databases, or in one. */
const cases = Number(process.argv[2] ?? 100_000);
const measured = kinds.filter((kind) => (process.argv[3] ?? kind) === kind);
const folder = mkdtempSync(join(tmpdir(), 'returns-bench-'));
const server = await startPostgres();
try {
  const stores: Record<Kind, Store> = {
    SQLite: openSqliteStore(folder),
    PostgreSQL: await openPostgresStore({ url: server.url, poolSize: 5, timeoutMs: 60_000 }),
  };
  const found: Record<string, string[]> = Object.fromEntries(searches.map(({ name }) => [name, [name]]));
  const turns: string[][] = [];
  for (const kind of measured) {
    const store = stores[kind];
    await fillShop(store, cases);
    // As a server does by itself.
    if (kind === 'PostgreSQL') await analyze(server.url);
    for (const { name, ms, count } of await measureSearches(store))
      found[name]?.push(`${ms.toFixed(1)}`, String(count));
    turns.push([kind, ...(await measureTurns(store)).map((ms) => ms.toFixed(2))]);
    await store.close();
  }
  console.log(`\nA look for cases beside ${cases}, median of 7\n`);
  console.log(table([['look', ...measured.flatMap((kind) => [`${kind} ms`, 'found'])], ...Object.values(found)]));
  console.log('\nA turn of a case, one after the other, ms\n');
  console.log(table([['database', 'without an entry', 'a message more', 'the first entry'], ...turns]));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function analyze(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('VACUUM ANALYZE');
  await client.end();
}
