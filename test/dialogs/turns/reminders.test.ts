import { expect, test } from 'vitest';
import { type RemindersDeps, startReminders } from '../../../src/dialogs/turns/reminders.ts';
import { eventually } from '../../eventually.ts';

const now = () => new Date('2026-11-21T09:00:00Z');

/** Conversations that are due until they are woken; those of `broken` cannot be read. */
function shop(ids: string[], broken: string[] = []) {
  const due = new Set(ids);
  const woken: string[] = [];
  const setAside: [string, number][] = [];
  const customers: number[] = [];
  const deps: RemindersDeps = {
    store: { due: async (_, limit) => [...due].slice(0, limit) },
    conversations: {
      async wake(id) {
        if (broken.includes(id)) throw new Error('unreadable');
        woken.push(id);
        due.delete(id);
      },
      customersInTurn: () => customers.shift() ?? 0,
    },
    now,
    everyMs: 10,
    onSetAside: (_, id, count) => void setAside.push([id, count]),
    onFailure: expect.unreachable,
  };
  return { deps, woken, setAside, due, customers };
}

test('one record that cannot be read is set aside and counted, and the others are reminded', async () => {
  const { deps, woken, setAside, due } = shop(['anna', 'ben', 'cleo'], ['anna', 'cleo']);
  const stop = startReminders(deps);
  await eventually(() => expect(woken).toEqual(['ben']));
  due.add('dora');
  await eventually(() => expect(woken).toEqual(['ben', 'dora']));
  await stop();
  expect(setAside).toEqual([
    ['anna', 1],
    ['cleo', 2],
  ]);
});

test('more unreadable ones than are read at a time hold up nobody', async () => {
  const broken = Array.from({ length: 200 }, (_, n) => `broken ${n}`);
  const { deps, woken, setAside } = shop([...broken, 'anna'], broken);
  const stop = startReminders(deps);
  await eventually(() => expect(woken).toEqual(['anna']));
  await stop();
  expect(setAside).toHaveLength(200);
});

test('thousands that are due are reminded in one round', async () => {
  const ids = Array.from({ length: 2_000 }, (_, n) => `c${n}`);
  const { deps, woken } = shop(ids);
  const stop = startReminders({ ...deps, everyMs: 1e6 });
  await eventually(() => expect(woken).toHaveLength(2_000));
  await stop();
  expect(woken).toEqual(ids);
});

test('customers who write go first, and reminders go on all the same', async () => {
  const { deps, woken, customers } = shop(['anna']);
  customers.push(2, 1);
  const stop = startReminders(deps);
  await eventually(() => expect(woken).toEqual(['anna']));
  expect(customers.length).toBeLessThan(2);
  await stop();
});

test('a stop ends after the batch that is under way', async () => {
  const { deps, woken, due } = shop(Array.from({ length: 500 }, (_, n) => `c${n}`));
  await startReminders(deps)();
  expect(woken.length + due.size).toBe(500);
  expect(woken.length).toBeLessThan(100);
});
