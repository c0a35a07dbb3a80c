import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRow } from '../../src/store/desk-rows.ts';
import type { Store } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';

const at = '2026-11-21T09:00:00.000Z';
const soon = '2026-11-21T10:00:00.000Z';
const row: DeskRow = { kind: 'draft', owner: 'ivan', key: 'CASE-1', data: { text: 'Dear Anna \u0000 📦' }, at };

/** What every store must keep of the rows of a desk, whatever it is made of. */
export function deskRowsContract(name: string, newPlace: () => Promise<string>, open: OpenStore): void {
  describe(`${name} keeps the contract of a desk's rows`, () => {
    let place: string;
    let store: Store;
    const opened: Store[] = [];

    async function reopen(): Promise<Store> {
      const another = await open(place);
      opened.push(another);
      return another;
    }

    beforeEach(async () => {
      place = await newPlace();
      store = await reopen();
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
    });

    it('finds a row in every process, and the newest of its kind, owner and key', async () => {
      expect(await store.keepDeskRow(row)).toBe(true);
      expect(await (await reopen()).deskRow('draft', 'ivan', 'CASE-1')).toEqual(row);
      const next = { ...row, conversationId: 'anna', data: 'shorter', at: soon };
      expect(await store.keepDeskRow(next)).toBe(true);
      expect(await store.deskRows({ kind: 'draft' })).toEqual([next]);
    });

    it('finds rows by kind, by owner and by key', async () => {
      for (const owner of ['olha', 'ivan'])
        for (const key of ['CASE-2', 'CASE-1']) await store.keepDeskRow({ ...row, owner, key });
      await store.keepDeskRow({ ...row, kind: 'view' });
      const found = async (query: Parameters<Store['deskRows']>[0]) =>
        (await store.deskRows(query)).map(({ owner, key }) => `${owner} ${key}`);
      expect(await found({ kind: 'draft' })).toEqual(['ivan CASE-1', 'ivan CASE-2', 'olha CASE-1', 'olha CASE-2']);
      expect(await found({ kind: 'draft', owner: 'ivan' })).toEqual(['ivan CASE-1', 'ivan CASE-2']);
      expect(await found({ kind: 'draft', key: 'CASE-2' })).toEqual(['ivan CASE-2', 'olha CASE-2']);
      expect(await found({ kind: 'draft', owner: 'olha', key: 'CASE-1' })).toEqual(['olha CASE-1']);
      expect(await found({ kind: 'draft', owner: 'nobody' })).toEqual([]);
    });

    it('replaces only what the caller has seen', async () => {
      expect(await store.keepDeskRow(row, soon)).toBe(false);
      expect(await store.keepDeskRow(row, null)).toBe(true);
      expect(await store.keepDeskRow({ ...row, data: 'mine' }, null)).toBe(false);
      expect(await store.keepDeskRow({ ...row, data: 'late', at: soon }, '2026-11-20T09:00:00.000Z')).toBe(false);
      expect(await store.deskRow('draft', 'ivan', 'CASE-1')).toEqual(row);
      expect(await store.keepDeskRow({ ...row, data: 'mine', at: soon }, at)).toBe(true);
      expect(await store.deskRow('draft', 'ivan', 'CASE-1')).toMatchObject({ data: 'mine' });
    });

    it('keeps it for one of two who write the same at once', async () => {
      const other = await reopen();
      const results = await Promise.all([
        store.keepDeskRow({ ...row, data: 'one' }, null),
        other.keepDeskRow({ ...row, data: 'two' }, null),
      ]);
      expect(results.filter(Boolean)).toHaveLength(1);
    });

    it('drops a row, and is silent where there is none', async () => {
      await store.keepDeskRow(row);
      await store.dropDeskRow('draft', 'ivan', 'CASE-1');
      await store.dropDeskRow('draft', 'ivan', 'CASE-1');
      expect(await store.deskRow('draft', 'ivan', 'CASE-1')).toBeUndefined();
    });
  });
}
