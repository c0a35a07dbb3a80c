import { expect, test } from 'vitest';
import { endsOf } from '../../src/store/conversation-ends.ts';
import type { StoredActivity } from '../../src/store/store.ts';

/** A store that holds one conversation, of so many activities of some kilobytes each. */
function holding(count: number, kilobytes: number) {
  const all = Array.from({ length: count }, (_, index): StoredActivity => {
    const seq = index + 1;
    return {
      seq,
      id: `c|${seq}`,
      at: '2026-11-21T09:00:00.000Z',
      activity: { text: 'x'.repeat(kilobytes * 1_024 - 11) },
    };
  });
  return {
    activities: async (_: string, after: number, limit: number, maxBytes = Infinity) => {
      const room = Math.max(1, Math.floor(maxBytes / (kilobytes * 1_024)));
      return all.slice(after, after + Math.min(limit, room));
    },
  };
}

const seqs = (activities: StoredActivity[]): number[] => activities.map(({ seq }) => seq);

test('a conversation that has room is whole', async () => {
  for (const count of [0, 1, 16, 17, 100]) {
    const { beginning, left, end } = await endsOf(holding(count, 1), 'c', 400 * 1_024);
    expect(left).toBe(0);
    expect(seqs([...beginning, ...end])).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  }
});

test('of one that has none the middle is left out, and counted', async () => {
  const { beginning, left, end } = await endsOf(holding(1_000, 10), 'c', 200 * 1_024);
  expect(seqs(beginning)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(end.at(0)?.seq).toBe(991);
  expect(end.at(-1)?.seq).toBe(1_000);
  expect(beginning.length + left + end.length).toBe(1_000);
});

test('what was said last is always there, however large', async () => {
  const { end } = await endsOf(holding(3, 100), 'c', 10 * 1_024);
  expect(seqs(end)).toEqual([3]);
});
