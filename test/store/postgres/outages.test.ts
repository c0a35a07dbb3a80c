import { afterEach, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres.ts';
import type { Store, StoreChange } from '../../../src/store/store.ts';
import { StoreUnavailableError } from '../../../src/store/unavailable.ts';
import { committed, opening, says, turn } from '../sqlite/turns.ts';
import { postgresPlaces } from './places.ts';
import { type Wire, wireTo } from './proxy.ts';

const newPlace = postgresPlaces();
const opened: Store[] = [];
const wires: Wire[] = [];

async function openStore(url: string, timeoutMs = 20_000): Promise<Store> {
  const store = await openPostgresStore({ url, poolSize: 3, timeoutMs });
  opened.push(store);
  return store;
}

async function wire(): Promise<{ near: Wire; url: string }> {
  const url = await newPlace();
  const near = await wireTo(url);
  wires.push(near);
  return { near, url };
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const each of wires.splice(0)) await each.close();
});

describe('two processes on one database', () => {
  it('hear of each other’s commits and typing, each once', async () => {
    const url = await newPlace();
    const [one, other] = [await openStore(url), await openStore(url)];
    const heard: StoreChange[] = [];
    const typing: string[] = [];
    for (const each of [one, other]) {
      each.watch((change) => heard.push(change));
      each.watchTyping((id) => typing.push(id));
    }
    await committed(one, opening('anna 🚚', { notice: [{ reference: 'R-1' }] }));
    one.tellTyping('anna 🚚');
    const change = { conversationId: 'anna 🚚', notice: [{ reference: 'R-1' }] };
    await expect
      .poll(() => [heard, typing])
      .toMatchObject([
        [change, change],
        ['anna 🚚', 'anna 🚚'],
      ]);
  });

  it('hear of every commit where there are many at once', async () => {
    const url = await newPlace();
    const [one, other] = [await openStore(url), await openStore(url)];
    const heard = new Set<string>();
    other.watch(({ conversationId }) => heard.add(conversationId));
    const ids = Array.from({ length: 100 }, (_, index) => `${'long '.repeat(60)}${index}`);
    await Promise.all(ids.map((id) => committed(one, opening(id, { replies: [] }))));
    await expect.poll(() => heard.size).toBe(100);
  });
});

describe('a database that is gone', () => {
  it('fails each call with one error, and all works again when it is back', async () => {
    const { near, url } = await wire();
    const store = await openStore(near.url);
    const other = await openStore(url);
    await committed(store, opening('anna'));
    await near.cut();
    await expect(store.commit(turn('anna', 1, says('hello', 'k1')))).rejects.toThrow(StoreUnavailableError);
    await expect(store.conversation('anna')).rejects.toThrow(StoreUnavailableError);
    await expect(store.ping()).rejects.toThrow(StoreUnavailableError);
    await near.mend();
    await committed(store, turn('anna', 1, says('hello', 'k1')));
    const heard: string[] = [];
    store.watch(({ conversationId }) => heard.push(conversationId));
    // The connection that listens comes back by and by.
    let count = 0;
    await expect
      .poll(async () => {
        count += 1;
        await committed(other, opening(`ben ${count}`));
        return heard.length;
      })
      .toBeGreaterThan(0);
  });

  it('is told from one that is stalled only by the time that it takes', async () => {
    const { near } = await wire();
    const store = await openStore(near.url, 2_000);
    await committed(store, opening('anna'));
    near.stall();
    await expect(store.commit(turn('anna', 1, says('hello', 'k1')))).rejects.toThrow(StoreUnavailableError);
    await near.mend();
    await expect
      .poll(() =>
        store.ping().then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('up');
    expect(await store.commit(turn('anna', 1, says('hello', 'k1')))).toMatchObject({ revision: 2 });
  });

  it('is said at the start', async () => {
    const { near } = await wire();
    await near.cut();
    await expect(openPostgresStore({ url: near.url, poolSize: 1, timeoutMs: 500 })).rejects.toThrow(
      StoreUnavailableError,
    );
  });
});
