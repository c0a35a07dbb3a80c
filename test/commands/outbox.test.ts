import { beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { committed, opening } from '../store/sqlite/turns.ts';
import { newDataDir, runCommand } from './command.ts';

const at = '2026-11-21T09:00:00.000Z';
const card = (key: string) => ({ kind: 'card', key, payload: { secret: 'My drill is broken' } });
let dataDir: string;

/** Three effects, of which the first two were given up. */
async function withParked(): Promise<void> {
  const store = openSqliteStore(dataDir);
  await committed(store, opening('anna', { effects: [card('a'), card('b'), card('c')] }));
  await store.effectParked(1, at, '404');
  await store.effectParked(2, '2026-11-21T10:30:00.000Z', 'unreadable');
  await store.close();
}

const outbox = (...args: string[]) => runCommand(['outbox', ...args], dataDir);

beforeEach(async () => {
  dataDir = newDataDir();
  await openSqliteStore(dataDir).close();
});

describe('returns outbox', () => {
  it('says that everything is delivered', async () => {
    expect(await outbox()).toMatchObject({ code: 0, output: 'Everything is delivered.\n' });
  });

  it('lists what was given up, and nothing of what was said', async () => {
    await withParked();
    const { output } = await outbox();
    expect(output.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['kind', 'waiting', 'given up', 'oldest (UTC)'],
      ['card', '1', '2', '2026-11-21 09:00'],
      [''],
      ['conversation', 'id', 'kind', 'given up', 'attempts', 'why'],
      ['anna', '2', 'card', '2026-11-21 10:30', '1', 'unreadable'],
      ['anna', '1', 'card', '2026-11-21 09:00', '1', '404'],
      [''],
    ]);
    const { output: json } = await outbox('--json', '--before', '2');
    expect(JSON.parse(json)).toMatchObject({ counts: [{ kind: 'card', parked: 2 }], parked: [{ id: 1 }] });
    expect(json).not.toContain('drill');
  });

  it('makes one or all of them due again', async () => {
    await withParked();
    expect(await outbox('retry', '1', '7')).toMatchObject({ code: 1, output: '1 due again.\n' });
    expect(await outbox('retry', '--all')).toMatchObject({ code: 0, output: '1 due again.\n' });
    const store = openSqliteStore(dataDir);
    expect(await store.outboxCounts(at)).toMatchObject([{ kind: 'card', waiting: 3, parked: 0 }]);
    await store.close();
  });

  it.each([
    [['retry'], 'Name the ids that are to be sent again, or give --all.'],
    [['retry', 'x1'], '"x1" is no id; returns outbox lists those there are.'],
    [['send'], 'Give nothing to list, or retry with ids or --all.'],
  ])('refuses %j in one line', async (args, advice) => {
    expect(await outbox(...args)).toMatchObject({ code: 2, errors: `${advice}\n` });
  });
});
