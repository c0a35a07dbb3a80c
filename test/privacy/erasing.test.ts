import { expect, test } from 'vitest';
import { createErasing, erasingEffect } from '../../src/privacy/erasing.ts';
import type { Erasure } from '../../src/store/erasing.ts';

const at = '2026-11-21T09:00:00.000Z';

function erasing({ waiting, minutes }: { waiting: number; minutes: number }) {
  const erased: Erasure[] = [];
  const erase = createErasing({
    store: {
      waitingEffects: async () => waiting,
      scrub: async () => undefined,
      erase: async (erasure) => {
        erased.push(erasure);
        return undefined;
      },
    },
    now: () => new Date(Date.parse(at) + minutes * 60_000),
    keepReturnsSince: () => '2026-01-01',
  });
  const { payload } = erasingEffect('anna', 7);
  return { erased, run: () => erase({ conversationId: 'anna', at, payload }) };
}

test('erasing waits for what else the conversation has to deliver', async () => {
  const { run, erased } = erasing({ waiting: 1, minutes: 1 });
  expect(await run()).toEqual({ kind: 'later', afterMs: 1_000 });
  expect(erased).toEqual([]);
});

test.each([
  { waiting: 0, minutes: 0 },
  { waiting: 3, minutes: 10 },
])('and not for ever: %j', async (state) => {
  const { run, erased } = erasing(state);
  expect(await run()).toEqual({ kind: 'delivered' });
  expect(erased).toEqual([{ conversationId: 'anna', upToRevision: 7, keepReturnsSince: '2026-01-01' }]);
});
