import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { storeContract } from '../contract.ts';
import { deskRowsContract } from '../desk-rows-contract.ts';
import { erasingContract } from '../erasing-contract.ts';
import { findingContract } from '../finding-contract.ts';
import { outboxContract } from '../outbox-contract.ts';
import { temporaryPlaces } from '../places.ts';
import { talksContract } from '../talks-contract.ts';
import { committed, opening, turn } from './turns.ts';

const newPlace = temporaryPlaces();

storeContract('SQLite', newPlace, async (place) => openSqliteStore(place));
outboxContract('SQLite', newPlace, async (place) => openSqliteStore(place));
erasingContract('SQLite', newPlace, async (place) => openSqliteStore(place));
talksContract('SQLite', newPlace, async (place) => openSqliteStore(place));
deskRowsContract('SQLite', newPlace, async (place) => openSqliteStore(place));
findingContract('SQLite', newPlace, async (place) => openSqliteStore(place));

describe('a process that is killed in the middle of its commits', () => {
  it.each([40, 90, 170])('loses nothing it acknowledged and leaves no half turn (after %i lines)', async (lines) => {
    const place = await newPlace();
    const program = fileURLToPath(new URL('commit-loop.ts', import.meta.url));
    const child = spawn(process.execPath, [program, place], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (printed.split('\n').length > lines) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const acknowledged = Number(printed.trimEnd().split('\n').at(-1));
    expect(acknowledged).toBeGreaterThanOrEqual(lines);

    const store = openSqliteStore(place);
    const { revision = 0 } = (await store.conversation('anna')) ?? {};
    expect(revision).toBeGreaterThanOrEqual(acknowledged);
    expect(await store.events('anna')).toHaveLength(revision - 1);
    const messages = await store.activities('anna', 0, 100_000);
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 + (revision - 1) * 3 }, (_, i) => i + 1));
    expect(await store.commit(turn('anna', revision))).toMatchObject({ kind: 'committed' });
    await store.close();
  });
});

describe('two processes that submit a return at once', () => {
  it.each([
    ['for one item', 'D-1', 'D-2'],
    ['for one decision', 'D-1', 'D-1'],
  ])('%s: one wins', async (_, ...references) => {
    const place = await newPlace();
    const store = openSqliteStore(place);
    await committed(store, opening('anna'));
    await committed(store, opening('ben'));
    const module = new URL('../../../src/store/sqlite/sqlite.ts', import.meta.url).href;
    const turns = new URL('turns.ts', import.meta.url).href;
    const program = `
      const [, module, turns, place, conversationId, reference] = process.argv;
      const { openSqliteStore } = await import(module);
      const { turn } = await import(turns);
      const store = openSqliteStore(place);
      process.stdout.write('ready\\n');
      await new Promise((resolve) => process.stdin.once('data', resolve));
      const rma = 'RMA-' + conversationId;
      const submitted = { rma, reference, conversationId, itemKey: 'item', state: 'open', form: {} };
      const { kind } = await store.commit(turn(conversationId, 1, { returns: [submitted] }));
      process.stdout.write(kind);
      process.exit();`;
    const children = ['anna', 'ben'].map((who, i) =>
      spawn(process.execPath, ['--input-type=module', '-e', program, module, turns, place, who, references[i] ?? ''], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    const outputs = children.map(({ stdout }) => {
      const output = { text: '' };
      stdout.setEncoding('utf8').on('data', (chunk: string) => {
        output.text += chunk;
      });
      return output;
    });
    await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
    for (const { stdin } of children) stdin.write('go');
    await Promise.all(children.map((child) => once(child, 'close')));
    expect(outputs.map(({ text }) => text).sort()).toEqual(['ready\ncommitted', 'ready\ntaken']);
    await store.close();
  });
});

describe('writes that are ready together', () => {
  it('stand each for itself: a conflict or an error takes back its own alone', async () => {
    const store = openSqliteStore(await newPlace());
    await committed(store, opening('anna'));
    const unwritable = turn('anna', 1, { events: [{ type: 'a', data: 1 }], record: 1n as never });
    const results = await Promise.allSettled([
      store.commit(opening('ben')),
      store.commit(turn('anna', 5, { events: [{ type: 'lost', data: 1 }] })),
      store.commit(unwritable),
      store.commit(turn('anna', 1, { events: [{ type: 'kept', data: 1 }] })),
    ]);
    expect(results).toMatchObject([
      { value: { kind: 'committed' } },
      { value: { kind: 'conflict' } },
      { status: 'rejected' },
      { value: { kind: 'committed' } },
    ]);
    expect(await store.events('anna')).toMatchObject([{ type: 'kept' }]);
    expect(await store.conversation('ben')).toMatchObject({ revision: 1 });
    await store.close();
  });

  it('are on the disk when the store closes at once', async () => {
    const place = await newPlace();
    const store = openSqliteStore(place);
    const writing = store.commit(opening('anna'));
    await store.close();
    expect(await writing).toMatchObject({ kind: 'committed' });
    const again = openSqliteStore(place);
    expect(await again.conversation('anna')).toMatchObject({ revision: 1 });
    await again.close();
  });
});

describe('a look into the outbox', () => {
  it('goes by an index, however much waits', async () => {
    const place = await newPlace();
    const store = openSqliteStore(place);
    const database = new DatabaseSync(join(place, 'returns.db'));
    const plan = database
      .prepare("EXPLAIN QUERY PLAN SELECT * FROM outbox WHERE kind = 'a' AND due <= 'b' ORDER BY due, id LIMIT 9")
      .all();
    expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH outbox USING INDEX outbox_due (kind=? AND due<?)']);
    database.close();
    await store.close();
  });
});

describe('the SQLite file', () => {
  it('lets an item come back again once its return is closed', async () => {
    const place = await newPlace();
    const store = openSqliteStore(place);
    const first = {
      rma: 'RMA-1',
      reference: 'D-1',
      conversationId: 'anna',
      itemKey: 'item',
      state: 'open',
      form: {},
    } as const;
    await committed(store, opening('anna', { returns: [first] }));
    const second = { ...first, rma: 'RMA-2', reference: 'D-2' };
    expect(await store.commit(turn('anna', 1, { returns: [second] }))).toEqual({ kind: 'taken', by: 'item' });
    const database = new DatabaseSync(join(place, 'returns.db'));
    database.exec("UPDATE returns SET state = 'closed' WHERE rma = 'RMA-1'");
    database.close();
    await committed(store, turn('anna', 1, { returns: [second] }));
    expect(await store.openReturn('item')).toMatchObject({ rma: 'RMA-2' });
    await store.close();
  });

  it('is written with WAL and full synchronisation, one file in the data folder', async () => {
    const place = await newPlace();
    const store = openSqliteStore(join(place, 'not', 'there', 'yet'));
    const database = new DatabaseSync(join(place, 'not', 'there', 'yet', 'returns.db'));
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
    await store.close();
  });

  it('waits for another process that is writing instead of failing', async () => {
    const place = await newPlace();
    const store = openSqliteStore(place);
    await committed(store, opening('anna'));
    const program = `
      const { DatabaseSync } = require('node:sqlite');
      const database = new DatabaseSync(process.argv[1]);
      database.exec('BEGIN IMMEDIATE');
      process.stdout.write('locked');
      setTimeout(() => database.exec('COMMIT'), 300);`;
    const child = spawn(process.execPath, ['-e', program, join(place, 'returns.db')]);
    await once(child.stdout, 'data');
    expect(await store.commit(turn('anna', 1))).toMatchObject({ kind: 'committed' });
    await store.close();
  });

  it('puts what others must see into the outbox, undelivered and in order', async () => {
    const place = await newPlace();
    const store = openSqliteStore(place);
    const effects = [
      { kind: 'card', key: 'desk', payload: { n: 1 } },
      { kind: 'card', key: 'desk', payload: { n: 2 } },
    ];
    await committed(store, opening('anna', { effects }));
    await store.commit(opening('anna', { effects }));
    const database = new DatabaseSync(join(place, 'returns.db'));
    expect(database.prepare('SELECT * FROM outbox ORDER BY id').all()).toMatchObject([
      { id: 1, kind: 'card', key: 'desk', payload: '{"n":1}', created: '2026-11-21T09:00:00.000Z', delivered: null },
      { id: 2, payload: '{"n":2}', delivered: null },
    ]);
    database.close();
    await store.close();
  });
});

it('lets nobody else on the machine read the database, also one that others could read before', async () => {
  const place = await newPlace();
  await openSqliteStore(place).close();
  const files = (): string[] => readdirSync(place).map((name) => join(place, name));
  for (const file of files()) chmodSync(file, 0o644);
  const store = openSqliteStore(place);
  await committed(store, opening('anna', {}));
  expect(new Set(files().map((file) => statSync(file).mode & 0o777))).toEqual(new Set([0o600]));
  await store.close();
});
