import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, TalkKey } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';

const at = '2026-11-21T09:00:00.000Z';
const soon = '2026-11-21T10:00:00.000Z';
const later = '2026-11-21T11:00:00.000Z';
const key: TalkKey = {
  digest: 'aa',
  purpose: 'browser',
  conversationId: 'anna',
  data: { user: 'dl_anna' },
  expiresAt: soon,
};

/** What every store must keep of the ways back to a conversation, whatever it is made of. */
export function talksContract(name: string, newPlace: () => Promise<string>, open: OpenStore): void {
  describe(`${name} keeps the contract of talks that last`, () => {
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

    it('finds a key until its time is over, in every process', async () => {
      await store.keepTalkKey(key, at);
      const other = await reopen();
      expect(await other.talkKey('aa', at)).toEqual(key);
      expect(await other.talkKey('aa', soon)).toBeUndefined();
      expect(await other.talkKey('bb', at)).toBeUndefined();
    });

    it('replaces a key by one of the same digest', async () => {
      await store.keepTalkKey(key, at);
      await store.keepTalkKey({ ...key, data: null, expiresAt: later }, at);
      expect(await store.talkKey('aa', soon)).toEqual({ ...key, data: null, expiresAt: later });
    });

    it('revokes a key once, whoever asks', async () => {
      await store.keepTalkKey(key, at);
      const other = await reopen();
      const forgotten = await Promise.all([store.forgetTalkKey('aa'), other.forgetTalkKey('aa')]);
      expect(forgotten.filter(Boolean)).toHaveLength(1);
      expect(await store.talkKey('aa', at)).toBeUndefined();
    });

    it('revokes the keys of a conversation for one purpose, or all', async () => {
      await store.keepTalkKey(key, at);
      await store.keepTalkKey({ ...key, digest: 'bb', purpose: 'link' }, at);
      await store.keepTalkKey({ ...key, digest: 'cc', conversationId: 'ben' }, at);
      await store.forgetTalkKeys('anna', 'link');
      expect(await store.talkKey('bb', at)).toBeUndefined();
      expect(await store.talkKey('aa', at)).toBeDefined();
      await store.forgetTalkKeys('anna');
      expect(await store.talkKey('aa', at)).toBeUndefined();
      expect(await store.talkKey('cc', at)).toBeDefined();
    });

    it('knows when customers were there last', async () => {
      await store.customersSeen(['anna', 'ben'], soon);
      await store.customersSeen(['anna'], at);
      await store.customersSeen([], later);
      expect(await store.presence('anna')).toEqual({ seenAt: soon });
      expect(await store.presence('ben')).toEqual({ seenAt: soon });
      await store.customersSeen(['anna'], later);
      expect(await (await reopen()).presence('anna')).toEqual({ seenAt: later });
      expect(await store.presence('carl')).toBeUndefined();
    });

    it('keeps the address a customer gave, and when they were written to, beside', async () => {
      await store.keepContact('anna', 'anna@example.com');
      await store.absenceMailed('anna', soon);
      await store.keepContact('anna', 'anna@work.example');
      expect(await store.presence('anna')).toEqual({ mailedAt: soon, email: 'anna@work.example' });
      await store.customersSeen(['anna'], later);
      expect(await store.presence('anna')).toEqual({ seenAt: later, mailedAt: soon, email: 'anna@work.example' });
    });
  });
}
