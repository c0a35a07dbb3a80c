import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LaneSettings } from '../../src/outbox/lane.ts';
import type { EffectHandler, Outcome } from '../../src/outbox/outcome.ts';
import { type Outbox, type OutboxDeps, startOutbox } from '../../src/outbox/worker.ts';
import { databaseFile, openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { PendingEffect, Store } from '../../src/store/store.ts';
import { eventually } from '../eventually.ts';
import { temporaryPlaces } from '../store/places.ts';
import { committed, opening } from '../store/sqlite/turns.ts';

const newPlace = temporaryPlaces();
const delivered: Outcome = { kind: 'delivered' };

let place: string;
let store: Store;
let seen: string[];
let parked: number[];
let later: { delayMs: number; status?: number | undefined; error?: unknown }[];
let started: Outbox[];

beforeEach(async () => {
  place = await newPlace();
  store = openSqliteStore(place);
  seen = [];
  parked = [];
  later = [];
  started = [];
});
afterEach(async () => {
  for (const outbox of started) await outbox.stop();
  await store.close();
});

/** Has effects written under keys, such as `a1`, `a2`, `b1`: the letter is the key. */
const write = (...names: string[]): Promise<void> => writeOf('card', ...names);

async function writeOf(kind: string, ...names: string[]): Promise<void> {
  const effects = names.map((name) => ({ kind, key: name.charAt(0), payload: name }));
  await committed(store, opening(`${kind} of ${names.join()}`, { effects, at: new Date().toISOString() }));
}

interface Settings {
  drainMs?: number;
  maxAttempts?: number;
  attemptMs?: number;
  hosts?: Partial<OutboxDeps['hosts']>;
  hostOf?: LaneSettings['hostOf'];
  others?: Record<string, EffectHandler>;
  now?: () => Date;
}

function start(card: EffectHandler, settings: Settings = {}): Outbox {
  const lane = { hostOf: settings.hostOf, attemptMs: settings.attemptMs ?? 60_000, maxFaults: 4 };
  const handlers = Object.entries({ card, ...settings.others });
  const outbox = startOutbox({
    store,
    lanes: Object.fromEntries(handlers.map(([kind, handle]) => [kind, { handle, ...lane }])),
    hosts: { atOnce: 16, openAfter: 99, probe: { firstMs: 20, maxMs: 40 }, ...settings.hosts },
    now: settings.now ?? (() => new Date()),
    everyMs: 20,
    backoff: { firstMs: 20, maxMs: 80, maxAttempts: settings.maxAttempts ?? 1_000 },
    drainMs: settings.drainMs ?? 1_000,
    onLater: (_, outcome) => void later.push(outcome),
    onParked: ({ id }) => void parked.push(id),
    onFailure: expect.unreachable,
  });
  started.push(outbox);
  return outbox;
}

/** Answers by what a list says for the name, then delivers. */
const answering =
  (plan: Record<string, Outcome[]>): EffectHandler =>
  async ({ payload }) => {
    const outcome = plan[payload as string]?.shift() ?? delivered;
    seen.push(`${payload}${outcome.kind === 'delivered' ? '' : ` ${outcome.kind}`}`);
    return outcome;
  };

test('delivers each once, those of one key in order', async () => {
  await write('a1', 'a2', 'a3');
  start(answering({}));
  await eventually(() => expect(seen).toHaveLength(3));
  await wait(60);
  expect(seen).toEqual(['a1', 'a2', 'a3']);
});

test('one that fails is tried again and holds up its own key alone', async () => {
  await write('a1', 'a2', 'b1');
  start(answering({ a1: [{ kind: 'later', status: 503 }, { kind: 'later' }] }));
  await eventually(() => expect(seen).toHaveLength(5));
  expect(seen.indexOf('b1')).toBeLessThan(2);
  expect(seen.filter((name) => name !== 'b1')).toEqual(['a1 later', 'a1 later', 'a1', 'a2']);
  expect(later).toMatchObject([{ status: 503 }, {}]);
});

test('a key that is slow does not hold up the others, and never has two deliveries at once', async () => {
  await write('a1', 'a2', 'b1', 'b2');
  let open = 0;
  start(async ({ payload, key }) => {
    if (key === 'a') {
      open += 1;
      expect(open).toBe(1);
      await wait(100);
      open -= 1;
    }
    seen.push(String(payload));
    return delivered;
  });
  await eventually(() => expect(seen).toEqual(['b1', 'b2', 'a1', 'a2']));
});

test('a kind that hangs holds up no other kind', async () => {
  await write('a1', 'b1', 'c1');
  await writeOf('post', 'a2', 'b2');
  start(() => new Promise(() => {}), {
    drainMs: 20,
    hosts: { atOnce: 2 },
    others: { post: answering({}) },
  });
  await eventually(() => expect(seen).toEqual(['a2', 'b2']));
});

const byLetter = ({ payload }: PendingEffect): string => (String(payload) < 'm' ? 'early' : 'late');

test('a host that hangs holds up no other host, however much waits for it', async () => {
  await write(...Array.from({ length: 200 }, (_, n) => `${String.fromCodePoint(0x4e00 + n)}-hanging`), 'a1', 'b1');
  start(
    (effect, signal) =>
      byLetter(effect) === 'late' ? wait(60_000, delivered, { signal }) : answering({})(effect, signal),
    { drainMs: 20, hosts: { atOnce: 2 }, hostOf: byLetter },
  );
  await eventually(() => expect(seen).toEqual(['a1', 'b1']));
});

test('a host gets no more than its share at once, and all in the end', async () => {
  const names = Array.from({ length: 100 }, (_, n) => `${String.fromCodePoint(0x4e00 + n)}`);
  await write(...names);
  let open = 0;
  let most = 0;
  start(
    async ({ payload }) => {
      open += 1;
      most = Math.max(most, open);
      await wait(1);
      open -= 1;
      seen.push(String(payload));
      return delivered;
    },
    { hosts: { atOnce: 3 } },
  );
  await eventually(() => expect(seen.toSorted()).toEqual(names));
  expect(most).toBe(3);
});

test('a host that is down gets one try at a time, and everything once it is back', async () => {
  await write('a1', 'b1', 'c1', 'd1', 'e1', 'f1');
  let isDown = true;
  let open = 0;
  let tries = 0;
  let mostAtOnce = 0;
  start(
    async ({ payload }) => {
      open += 1;
      tries += 1;
      // The first ones were under way when it turned out to be down.
      if (isDown && tries > 4) mostAtOnce = Math.max(mostAtOnce, open);
      await wait(1);
      open -= 1;
      if (isDown) return { kind: 'later', status: 503 };
      seen.push(String(payload));
      return delivered;
    },
    { hosts: { openAfter: 2, atOnce: 2 } },
  );
  await eventually(() => expect(tries).toBeGreaterThan(7));
  expect(seen).toEqual([]);
  expect(mostAtOnce).toBe(1);
  isDown = false;
  await eventually(() => expect(seen.toSorted()).toEqual(['a1', 'b1', 'c1', 'd1', 'e1', 'f1']));
});

test('an attempt that takes too long has failed, also where the handler minds no signal', async () => {
  await write('a1');
  let attempts = 0;
  start(
    () => {
      attempts += 1;
      return attempts === 1 ? new Promise(() => {}) : Promise.resolve(delivered);
    },
    { attemptMs: 30 },
  );
  await eventually(() => expect(attempts).toBe(2));
  expect(later).toMatchObject([{ error: { name: 'TimeoutError' } }]);
});

test('one that throws is tried again', async () => {
  await write('a1');
  let attempts = 0;
  start(async () => {
    attempts += 1;
    if (attempts < 3) throw new Error('connection reset');
    return delivered;
  });
  await eventually(() => expect(attempts).toBe(3));
  await wait(120);
  expect(attempts).toBe(3);
});

test('pauses grow, and are never shorter than the other side asked for', async () => {
  await write('a1');
  const failing: Outcome[] = [{ kind: 'later' }, { kind: 'later' }, { kind: 'later', afterMs: 150, status: 429 }];
  start(answering({ a1: failing }));
  await eventually(() => expect(seen).toHaveLength(4));
  const [first = 0, second = 0, third = 0] = later.map(({ delayMs }) => delayMs);
  expect([first >= 10 && first <= 20, second >= 20 && second <= 40, third]).toEqual([true, true, 150]);
});

test('one that is refused is given up, and the next of its key goes out', async () => {
  await write('a1', 'a2');
  start(answering({ a1: [{ kind: 'refused', status: 404 }] }));
  await eventually(() => expect(seen).toEqual(['a1 refused', 'a2']));
  expect(parked).toHaveLength(1);
});

test('one that our own code always fails on is given up soon, and its conversation goes on', async () => {
  await write('a1', 'a2');
  let attempts = 0;
  start(async ({ payload }) => {
    if (payload === 'a2') return delivered;
    attempts += 1;
    throw new RangeError('a bug');
  });
  await eventually(async () => expect(await store.outboxCounts('')).toMatchObject([{ waiting: 0, parked: 1 }]));
  expect(attempts).toBe(4);
  expect(await store.parkedEffects({ limit: 9 })).toMatchObject([{ payload: 'a1', error: 'RangeError' }]);
});

test('a host that cannot be reached is no fault of ours', async () => {
  await write('a1');
  let attempts = 0;
  start(async () => {
    attempts += 1;
    if (attempts < 7)
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
    return delivered;
  });
  await eventually(() => expect(attempts).toBe(7));
  expect(parked).toEqual([]);
});

test('a clock that steps by a year gives up nothing', async () => {
  await write('a1');
  let years = 0;
  start(answering({ a1: [{ kind: 'later' }, { kind: 'later' }, { kind: 'later' }] }), {
    now: () => {
      years += 1;
      return new Date(Date.now() + years * 366 * 24 * 60 * 60 * 1_000);
    },
  });
  await eventually(() => expect(seen.at(-1)).toBe('a1'));
  expect(parked).toEqual([]);
});

test('what was put off while the clock was a day ahead is delivered once it is right again', async () => {
  await write('a1');
  const day = 24 * 60 * 60 * 1_000;
  const ahead = start(answering({ a1: [{ kind: 'later', afterMs: 60_000 }] }), {
    now: () => new Date(Date.now() + day),
  });
  await eventually(() => expect(later).toHaveLength(1));
  await ahead.stop();
  start(answering({}));
  await eventually(() => expect(seen).toEqual(['a1 later', 'a1']));
});

test('one row that cannot be read is set aside, and the others go out', async () => {
  await write('a1', 'b1', 'a2');
  const database = new DatabaseSync(join(place, databaseFile));
  database.exec(`UPDATE outbox SET payload = '{' WHERE key = 'a' AND payload = '"a1"'`);
  database.close();
  start(answering({}));
  await eventually(() => expect(seen.toSorted()).toEqual(['a2', 'b1']));
  expect(await store.parkedEffects({ limit: 9 })).toMatchObject([{ key: 'a', payload: null, error: 'unreadable' }]);
});

test('one that fails too often is given up', async () => {
  await write('a1', 'a2');
  start(
    async ({ payload }) => {
      seen.push(String(payload));
      return payload === 'a1' ? { kind: 'later' } : delivered;
    },
    { maxAttempts: 3 },
  );
  await eventually(() => expect(seen.at(-1)).toBe('a2'));
  expect(parked).toHaveLength(1);
});

test('a kind that nobody handles waits, and the rest goes out', async () => {
  const unknown = { kind: 'unheard-of', key: 'z', payload: null };
  await committed(store, opening('x', { effects: [unknown], at: new Date().toISOString() }));
  await write('a1');
  start(answering({}));
  await eventually(() => expect(seen).toEqual(['a1']));
  expect(parked).toEqual([]);
});

test('what was not delivered before the end goes out after the next start', async () => {
  await write('a1', 'a2');
  const first = start(answering({ a1: Array.from({ length: 99 }, () => ({ kind: 'later' }) as const) }));
  await eventually(() => expect(seen.length).toBeGreaterThan(0));
  await first.stop();
  await store.close();
  seen = [];
  store = openSqliteStore(place);
  start(answering({}));
  await eventually(() => expect(seen).toEqual(['a1', 'a2']));
});

test('a stop delivers what is due first', async () => {
  await write('a1', 'a2', 'a3');
  const outbox = start(async ({ payload }) => {
    await wait(20);
    seen.push(String(payload));
    return delivered;
  });
  await outbox.stop();
  expect(seen).toEqual(['a1', 'a2', 'a3']);
});

test('a stop ends a delivery that takes too long, which does not count as failed', async () => {
  await write('a1');
  const outbox = start((_, signal) => wait(60_000, delivered, { signal }), { drainMs: 50 });
  await wait(10);
  await outbox.stop();
  const at = new Date().toISOString();
  const [pending] = await store.leaseEffects({ kinds: ['card'], at, until: at, limit: 9 });
  expect(pending).toMatchObject({ payload: 'a1', attempts: 0 });
});
