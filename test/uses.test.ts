import { expect, test } from 'vitest';
import { createMemoryUses, useOne } from '../src/uses.ts';

const at = (ms: number): string => new Date(ms).toISOString();

test('uses are counted within the time that ends now', async () => {
  const uses = createMemoryUses();
  expect(await uses.countUse('a', at(0), 1_000)).toBe(1);
  expect(await uses.countUse('a', at(999), 1_000)).toBe(2);
  expect(await uses.countUse('b', at(999), 1_000)).toBe(1);
  expect(await uses.countUse('a', at(1_000), 1_000)).toBe(2);
  await uses.takeBackUse('a', at(1_000), 1_000);
  await uses.takeBackUse('never seen', at(1_000), 1_000);
  expect(await uses.countUse('a', at(1_000), 1_000)).toBe(2);
});

test('of more keys than are remembered the one used longest ago is forgotten', async () => {
  const uses = createMemoryUses(2);
  for (const key of ['a', 'b', 'a', 'c']) await uses.countUse(key, at(0), 1_000);
  expect(await uses.countUse('a', at(0), 1_000)).toBe(3);
  expect(await uses.countUse('b', at(0), 1_000)).toBe(1);
});

test('a full window opens again in time, however often somebody tries meanwhile', async () => {
  const uses = createMemoryUses();
  const one = (ms: number): Promise<boolean> => useOne(uses, 'a', { limit: 2, windowMs: 1_000, now: new Date(ms) });
  expect([await one(0), await one(0), await one(0), await one(999)]).toEqual([true, true, false, false]);
  expect([await one(1_000), await one(1_000), await one(1_000)]).toEqual([true, true, false]);
});
