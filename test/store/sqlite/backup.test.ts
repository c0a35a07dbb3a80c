import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp } from '../../../src/store/sqlite/backup.ts';
import { migrations } from '../../../src/store/sqlite/migrations.ts';
import { restore } from '../../../src/store/sqlite/restore.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { temporaryPlaces } from '../places.ts';
import { committed, opening, turn } from './turns.ts';

const newPlace = temporaryPlaces();
const commitLoop = fileURLToPath(new URL('commit-loop.ts', import.meta.url));

/** A shop's folder in which a process commits without a pause; `acknowledged` is its last commit so far. */
async function busyFolder() {
  const place = await newPlace();
  const child = spawn(process.execPath, [commitLoop, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  const acknowledged = (): number => Number(printed.split('\n').at(-2) ?? 0);
  const moreThan = async (lines: number): Promise<void> => {
    while (acknowledged() <= lines) await once(child.stdout, 'data');
  };
  await moreThan(20);
  return { place, child, acknowledged, moreThan };
}

/** A folder with one conversation in it, closed. */
async function annasFolder(): Promise<string> {
  const place = await newPlace();
  const store = openSqliteStore(place);
  await committed(store, opening('anna'));
  await store.close();
  return place;
}

async function revisionIn(place: string): Promise<number | undefined> {
  const store = openSqliteStore(place);
  const conversation = await store.conversation('anna');
  await store.close();
  return conversation?.revision;
}

describe('a backup', () => {
  it('has every turn that was acknowledged before it began, while the server goes on writing', async () => {
    const { place, acknowledged, moreThan } = await busyFolder();
    const file = join(await newPlace(), 'backup.db');
    const before = acknowledged();
    await backUp(place, file);
    await moreThan(acknowledged() + 5);

    const another = await newPlace();
    restore(file, another, false);
    expect(await revisionIn(another)).toBeGreaterThanOrEqual(before);
    const store = openSqliteStore(another);
    const { revision = 0 } = (await store.conversation('anna')) ?? {};
    // A whole turn is in it or none of it: the next one fits.
    await committed(store, turn('anna', revision));
    await store.close();
  });

  it('is one file for its owner alone', async () => {
    const { place } = await busyFolder();
    const file = join(await newPlace(), 'backup.db');
    await backUp(place, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(['-wal', '-shm', '.part'].filter((suffix) => existsSync(`${file}${suffix}`))).toEqual([]);
  });

  it('replaces no file, and needs a database', async () => {
    const place = await annasFolder();
    await expect(backUp(place, join(place, 'returns.db'))).rejects.toThrow(
      /returns\.db exists already; name a new file/,
    );
    await expect(backUp(await newPlace(), '/nowhere.db')).rejects.toThrow('There is no returns.db in DATA_DIR');
    await expect(backUp(place, '/dev/null/nowhere.db')).rejects.toThrow(
      /cannot be copied to \/dev\/null\/nowhere\.db: /,
    );
  });
});

it('a database is for its owner alone, with its log, also in a folder that was there before', async () => {
  const place = await newPlace();
  chmodSync(place, 0o755);
  writeFileSync(join(place, 'returns.db'), '', { mode: 0o644 });
  const store = openSqliteStore(place);
  await committed(store, opening('anna'));
  const modes = readdirSync(place).map((name) => statSync(join(place, name)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  await store.close();
});

describe('to restore', () => {
  it('a folder that has a database is left alone, unless that is wanted', async () => {
    const file = join(await newPlace(), 'backup.db');
    await backUp(await annasFolder(), file);
    const place = await annasFolder();
    const store = openSqliteStore(place);
    await committed(store, turn('anna', 1));
    await store.close();
    expect(() => restore(file, place, false)).toThrow(/returns\.db exists already; with --force it is replaced/);
    expect(await revisionIn(place)).toBe(2);
    restore(file, place, true);
    expect(await revisionIn(place)).toBe(1);
  });

  it('nothing is replaced under a running server, whatever is wanted', async () => {
    const { place, acknowledged, moreThan } = await busyFolder();
    const file = join(await newPlace(), 'backup.db');
    await backUp(await annasFolder(), file);
    expect(() => restore(file, place, true)).toThrow(/returns\.db is in use; stop the server first/);
    await moreThan(acknowledged() + 5);
  });

  it('an old database is brought to today’s schema', async () => {
    const file = join(await newPlace(), 'old.db');
    const old = new DatabaseSync(file);
    old.exec(readFileSync(new URL('fixtures/version-1.sql', import.meta.url), 'utf8'));
    old.close();
    const place = await newPlace();
    restore(file, place, false);
    expect(await revisionIn(place)).toBe(2);
    expect(new DatabaseSync(file).prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ['is no database', (file) => writeFileSync(file, 'hello '.repeat(1_000)), /cannot be restored: .*not a database/],
    ['is another program’s', (file) => new DatabaseSync(file).exec('CREATE TABLE notes (x)'), /is no backup of this/],
    ['is not there', () => undefined, /There is no file/],
    [
      'is newer',
      (file) =>
        new DatabaseSync(file).exec(`CREATE TABLE conversations (x); PRAGMA user_version = ${migrations.length + 1}`),
      /start the newer program/,
    ],
  ])('a file that %s is refused in one line, and the folder stays as it was', async (_, make, line) => {
    const file = join(await newPlace(), 'backup.db');
    make(file);
    const place = await annasFolder();
    expect(() => restore(file, place, true)).toThrow(line);
    expect(existsSync(join(place, 'returns.db.part'))).toBe(false);
    expect(await revisionIn(place)).toBe(1);
  });
});

describe('a database that was copied by hand while the server ran', () => {
  it('is refused with the command that makes whole copies', async () => {
    const { place, child } = await busyFolder();
    const another = await newPlace();
    copyFileSync(join(place, 'returns.db'), join(another, 'returns.db'));
    child.kill('SIGKILL');
    expect(() => openSqliteStore(another)).toThrow(
      /was copied while the program ran, without .*"returns backup <file>"/,
    );
    expect(() => restore(join(another, 'returns.db'), place, false)).toThrow(/was copied while the program ran/);
  });

  it('is whole with its write-ahead log beside it, as after a kill', async () => {
    const { place, child, acknowledged } = await busyFolder();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await revisionIn(place)).toBeGreaterThanOrEqual(acknowledged());
  });

  it('is whole without it once the server has stopped', async () => {
    const place = await annasFolder();
    const another = await newPlace();
    copyFileSync(join(place, 'returns.db'), join(another, 'returns.db'));
    expect(await revisionIn(another)).toBe(1);
  });

  it('is whole where the process ended without closing it', async () => {
    const place = await annasFolder();
    const program = `(await import(process.argv[1])).openSqliteStore(process.argv[2])`;
    const module = new URL('../../../src/store/sqlite/sqlite.ts', import.meta.url).href;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, module, place], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await revisionIn(place)).toBe(1);
  });

  it('stays usable where an earlier version, which knew of no such thing, had closed it', async () => {
    const place = await annasFolder();
    const path = join(place, 'returns.db');
    const old = new DatabaseSync(path);
    old.exec('PRAGMA application_id = 0; PRAGMA journal_mode = WAL; UPDATE conversations SET revision = revision');
    old.close();
    rmSync(`${path}-wal`, { force: true });
    expect(await revisionIn(place)).toBe(1);
  });
});
