import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres.ts';
import { postgresSource, postgresTarget } from '../../../src/store/postgres/tables.ts';
import { databaseFile, openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { sqliteSource, sqliteTarget } from '../../../src/store/sqlite/tables.ts';
import type { Store } from '../../../src/store/store.ts';
import { exportLines, importLines, TransferError } from '../../../src/store/transfer/lines.ts';
import { leftBehind, type Source, type Target, tables } from '../../../src/store/transfer/tables.ts';
import { temporaryPlaces } from '../places.ts';
import { postgresPlaces } from '../postgres/places.ts';
import { committed, opening, says, turn } from '../sqlite/turns.ts';

const newFolder = temporaryPlaces();
const newDatabase = postgresPlaces();
const settings = (url: string) => ({ url, poolSize: 2, timeoutMs: 20_000 });

/** A kind of database, at a place of it. */
interface Kind {
  newPlace(): Promise<string>;
  open(place: string): Promise<Store>;
  source(place: string): Promise<Source>;
  target(place: string): Promise<Target>;
}

const sqlite: Kind = {
  newPlace: newFolder,
  open: async (place) => openSqliteStore(place),
  source: sqliteSource,
  target: sqliteTarget,
};
const postgres: Kind = {
  newPlace: newDatabase,
  open: (place) => openPostgresStore(settings(place)),
  source: (place) => postgresSource(settings(place)),
  target: (place) => postgresTarget(settings(place)),
};

const at = '2026-11-21T09:00:00.000Z';
const later = '2026-11-21T10:00:00.000Z';
const hard = 'Größe 🚚 \u0001json:"x" \'"; --';
const broken = `${hard} \u0000 \ud83d`;
const delivery = { kind: 'post', address: { url: 'https://channel.example' } };
const filed = {
  reference: 'R-1001',
  conversationId: hard,
  state: 'waiting',
  urgent: true,
  caseFile: { text: broken },
  file: { state: 'waiting' },
  itemKey: 'item',
};
const issued = {
  reference: 'D-1001',
  conversationId: hard,
  policyId: 'tool-shop',
  policyDigest: 'sha256:aa',
  state: 'issued',
  facts: { reason: 'other' },
  decision: { resolution: 'return' },
};

/** A shop with something in every table. */
async function fill(store: Store): Promise<void> {
  const submitted = { rma: 'RMA-1', reference: 'D-1001', conversationId: hard, state: 'open' as const, form: {} };
  const effects = [1, 2].map((n) => ({ kind: 'card', key: 'R-1001', payload: { n } }));
  await committed(store, opening(hard, { delivery, effects, wakeAt: later, events: [{ type: 'opened', data: null }] }));
  await committed(
    store,
    turn(hard, 1, {
      ...says(broken, broken),
      replies: [{ type: 'message', text: broken }],
      cases: [filed],
      decisions: [issued],
      returns: [submitted],
    }),
  );
  const bytes = new Uint8Array([0, 255, 1, 254]);
  await store.keepFile({ id: 'f1', conversationId: hard, name: hard, contentType: 'image/png', bytes, at }, 3);
  await store.keepCaseLink({ reference: 'R-1001', desk: 'slack', key: 'C1 17.5', data: { channel: 'C1' } });
  await store.firstSeen('Ev1', at, '2026-11-20T09:00:00.000Z');
  await store.keepPolicy({ id: 'tool-shop', version: '1', digest: 'sha256:aa', text: 'id: tool-shop\n' });
  await store.keepPlan({ digest: 'sha256:aa', planner: 2, bytes });
  await store.secret('key', async () => 'kept');
}

/** All that the store tells, delivered to the end. */
async function read(store: Store): Promise<unknown[]> {
  const effects: unknown[] = [];
  for (let isMore = true; isMore; ) {
    const leased = await store.leaseEffects({ kinds: ['card', 'post'], at, until: later, limit: 9 });
    effects.push(...leased);
    for (const { id } of leased) await store.effectDelivered(id, at);
    isMore = leased.length > 0;
  }
  const file = await store.file('f1');
  return [
    await store.conversation(hard),
    await store.activities(hard, 0, 99),
    await store.events(hard),
    await store.repeated(hard, broken),
    await store.cases({ limit: 9 }),
    await store.decisions({ limit: 9 }),
    await store.return('D-1001'),
    await store.due(later, 9),
    { ...file, bytes: [...(file?.bytes ?? [])] },
    await store.caseLink('R-1001', 'slack'),
    await store.firstSeen('Ev1', later, '2026-11-20T09:00:00.000Z'),
    await store.policy('sha256:aa'),
    [...((await store.plan('sha256:aa', 2)) ?? [])],
    await store.secret('key', async () => 'another'),
    effects,
  ];
}

async function linesOf(kind: Kind, place: string): Promise<string[]> {
  const source = await kind.source(place);
  try {
    return await Array.fromAsync(exportLines(source));
  } finally {
    await source.close();
  }
}

async function take(kind: Kind, place: string, lines: readonly string[]): Promise<number> {
  const target = await kind.target(place);
  try {
    return await importLines(inTurn(lines), target);
  } finally {
    await target.close();
  }
}

async function* inTurn(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function filledPlace(kind: Kind): Promise<string> {
  const place = await kind.newPlace();
  const store = await kind.open(place);
  await fill(store);
  await store.close();
  return place;
}

describe.each([
  ['SQLite', 'PostgreSQL', sqlite, postgres],
  ['PostgreSQL', 'SQLite', postgres, sqlite],
])('from %s to %s', (_, __, from, to) => {
  it('all goes along, and the shop goes on', async () => {
    const place = await filledPlace(from);
    const there = await to.newPlace();
    await take(to, there, await linesOf(from, place));
    const [before, after] = [await from.open(place), await to.open(there)];
    expect(await read(after)).toEqual(await read(before));
    await committed(after, turn(hard, 2, { cases: [{ ...filed, reference: 'R-2' }], replies: [{ type: 'message' }] }));
    expect((await after.cases({ limit: 9 })).map(({ reference }) => reference)).toEqual(['R-2', 'R-1001']);
    expect(await after.leaseEffects({ kinds: ['post'], at, until: later, limit: 9 })).toHaveLength(1);
    await before.close();
    await after.close();
  });
});

describe('an import', () => {
  it('is refused where conversations are already, and writes nothing where the export is not whole', async () => {
    const lines = await linesOf(sqlite, await filledPlace(sqlite));
    for (const kind of [sqlite, postgres]) {
      const full = await filledPlace(kind);
      await expect(take(kind, full, lines)).rejects.toThrow(TransferError);
      const empty = await kind.newPlace();
      await expect(take(kind, empty, lines.slice(0, -1))).rejects.toThrow('not whole');
      await expect(take(kind, empty, ['{}'])).rejects.toThrow('no export');
      await expect(take(kind, empty, [lines[0] ?? '', '{"table":"else","row":{}}'])).rejects.toThrow('Line 2');
      await expect(take(kind, empty, [lines[0] ?? '', '{'])).rejects.toThrow('Line 2');
      const store = await kind.open(empty);
      expect(await store.conversation(hard)).toBeUndefined();
      await store.close();
    }
  });
});

it('no table is forgotten', async () => {
  const known = [...tables.map(({ name }) => name), ...leftBehind];
  const folder = await filledPlace(sqlite);
  const database = new DatabaseSync(`${folder}/${databaseFile}`);
  const inSqlite = database
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
    .map(({ name }) => name);
  database.close();
  expect(inSqlite.toSorted()).toEqual(known.toSorted());

  const client = new pg.Client({ connectionString: await filledPlace(postgres) });
  await client.connect();
  const found = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  await client.end();
  expect(found.rows.map(({ name }) => name).toSorted()).toEqual([...known, 'schema_version'].toSorted());
});
