import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Findings } from './findings.ts';
import type { Receiver } from './receiver.ts';

const GIVE_UP_MS = 120_000;

/** Rows that break what every store promises, each with what is wrong; the same words in both dialects. */
const broken = {
  doubled:
    'SELECT conversation_id AS what FROM turns WHERE inbound_key IS NOT NULL GROUP BY conversation_id, inbound_key HAVING count(*) > 1',
  order: `SELECT id AS what FROM conversations WHERE revision <> (SELECT count(*) FROM turns WHERE conversation_id = id)
    OR last_seq <> (SELECT count(*) FROM activities WHERE conversation_id = id)
    OR last_seq <> (SELECT coalesce(max(seq), 0) FROM activities WHERE conversation_id = id)`,
  lost: 'SELECT kind AS what FROM outbox WHERE parked IS NOT NULL',
  // One turn files one case.
  corrupt: 'SELECT conversation_id AS what FROM cases GROUP BY conversation_id, at HAVING count(*) > 1',
} as const;

type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** Looks through a stopped product's store for half turns, doubled changes and effects that were given up. */
export async function checkStored(
  place: { dataDir: string } | { url: string },
  findings: Findings,
  receiver?: Receiver,
): Promise<void> {
  await withQueries(place, async (query) => {
    if ('dataDir' in place) {
      const [row] = await query('PRAGMA integrity_check');
      if (row?.integrity_check !== 'ok') findings.fault('corrupt', JSON.stringify(row));
    }
    for (const kind of ['doubled', 'order', 'lost', 'corrupt'] as const) {
      for (const { what } of await query(broken[kind])) findings.fault(kind, `${what}, by its rows`);
    }
    if (receiver) await checkEvents(query, findings, receiver);
  });
}

/** Waits until the outbox of a running product is empty; what is still there after minutes is found as lost. */
export async function untilDelivered(place: { dataDir: string } | { url: string }): Promise<void> {
  const begin = performance.now();
  await withQueries(place, async (query) => {
    const waiting = 'SELECT count(*) AS count FROM outbox WHERE delivered IS NULL AND parked IS NULL';
    while (Number((await query(waiting))[0]?.count) > 0 && performance.now() - begin < GIVE_UP_MS) await wait(50);
  });
}

/** Every case was told of once; `filed` is the first that others hear of it. */
async function checkEvents(query: Query, findings: Findings, receiver: Receiver): Promise<void> {
  const filed = receiver.events('case.filed');
  for (const { reference } of await query('SELECT reference FROM cases')) {
    const ids = filed.get(String(reference))?.size ?? 0;
    if (ids === 0) findings.fault('lost', `${reference} was never told of`);
    if (ids > 1) findings.fault('repeat', `${reference} was filed under ${ids} ids`);
  }
}

async function withQueries(
  place: { dataDir: string } | { url: string },
  look: (query: Query) => Promise<void>,
): Promise<void> {
  if ('url' in place) {
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    await look(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
    return client.end();
  }
  const database = new DatabaseSync(join(place.dataDir, 'returns.db'));
  await look(async (sql) => database.prepare(sql).all());
  database.close();
}
