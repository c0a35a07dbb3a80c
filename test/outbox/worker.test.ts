import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EffectHandler, type Outbox, type Outcome, startOutbox } from '../../src/outbox/worker.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { eventually } from '../eventually.ts';
import { temporaryPlaces } from '../store/places.ts';
import { committed, opening } from '../store/sqlite/turns.ts';

const newPlace = temporaryPlaces();
const delivered: Outcome = { kind: 'delivered' };

let place: string;
let store: Store;
let seen: string[];
let parked: number[];
let later: { delayMs: number; status?: number | undefined }[];
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
async function write(...names: string[]): Promise<void> {
  const effects = names.map((name) => ({ kind: 'card', key: name.charAt(0), payload: name }));
  await committed(store, opening(`of ${names.join()}`, { effects, at: new Date().toISOString() }));
}

function start(card: EffectHandler, settings: { drainMs?: number; giveUpAfterMs?: number } = {}): Outbox {
  const outbox = startOutbox({
    store,
    handlers: { card },
    now: () => new Date(),
    everyMs: 20,
    backoff: { firstMs: 20, maxMs: 80, giveUpAfterMs: settings.giveUpAfterMs ?? 60_000 },
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

test('one that fails for too long is given up', async () => {
  await write('a1', 'a2');
  start(
    async ({ payload }) => {
      seen.push(String(payload));
      return payload === 'a1' ? { kind: 'later' } : delivered;
    },
    { giveUpAfterMs: 100 },
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
  const [pending] = await store.pendingEffects(new Date().toISOString(), 9);
  expect(pending).toMatchObject({ payload: 'a1', attempts: 0 });
});
