import { expect, test } from 'vitest';
import { createDesk } from '../../src/desk/desk.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite.ts';
import { newDataDir } from '../commands/command.ts';
import { committed, opening, turn } from '../store/sqlite/turns.ts';

test('a look at the queue shows the most pressing of very many cases, and costs no more than for few', async () => {
  const store = openSqliteStore(newDataDir());
  await committed(store, opening('anna'));
  const file = (state: string, first: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      reference: `${state}-${first + index}`,
      conversationId: 'anna',
      state,
      urgent: index === count - 1,
      caseFile: { because: 'asked-for-human', policy: { id: 'tool-shop' } },
    }));
  await committed(store, turn('anna', 1, { cases: [...file('closed', 0, 250), ...file('waiting', 0, 350)] }));
  const desk = createDesk({
    store,
    policies: { current: () => undefined, ids: () => [] } as never,
    conversations: {} as never,
    publicUrl: '',
    now: () => new Date(0),
  });
  const open = await desk.queue({ isOpenOnly: true });
  expect(open).toHaveLength(300);
  expect(open.slice(0, 3).map(({ reference }) => reference)).toEqual(['waiting-349', 'waiting-0', 'waiting-1']);
  const all = await desk.queue();
  expect(all).toHaveLength(500);
  expect(all.slice(300).map(({ reference }) => reference)).toContain('closed-50');
  await store.close();
});
