import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, StoredCase, StoredDecision, StoredReturn, TurnCommit } from '../../src/store/store.ts';
import type { OpenStore } from './contract.ts';
import { committed, opening, says, turn } from './sqlite/turns.ts';

const monday = '2026-11-16T09:00:00.000Z';
const tuesday = '2026-11-17T09:00:00.000Z';
const wednesday = '2026-11-18T09:00:00.000Z';

const caseOf = (id: string): StoredCase => ({
  reference: `R-${id}`,
  conversationId: id,
  state: 'waiting',
  urgent: false,
  caseFile: { story: 'canary-case' },
});
const decisionOf = (id: string): StoredDecision => ({
  reference: `D-${id}`,
  conversationId: id,
  policyId: 'tool-shop',
  policyDigest: 'sha256:aa',
  state: 'issued',
  facts: { reason: 'not-working' },
  decision: { resolution: 'return' },
});
const returnOf = (id: string): StoredReturn => ({
  rma: `RMA-${id}`,
  reference: `D-${id}`,
  conversationId: id,
  itemKey: `tool-shop 4711 ${id}`,
  state: 'open',
  form: { serialNumber: 'canary-serial' },
});
const fileOf = (id: string, at: string) => ({
  id: `file-${id}-${at}`,
  conversationId: id,
  name: 'canary.png',
  contentType: 'image/png',
  bytes: new TextEncoder().encode('canary-bytes'),
  at,
});

/** What every store must keep of forgetting, whatever it is made of. */
export function erasingContract(name: string, newPlace: () => Promise<string>, open: OpenStore): void {
  describe(`${name} keeps the contract of forgetting`, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open(await newPlace());
    });
    afterEach(() => store.close());

    /** A conversation of Monday with one of everything in it. */
    async function full(id: string, rest: Partial<TurnCommit> = {}): Promise<void> {
      await committed(store, opening(id, { at: monday }));
      await committed(
        store,
        turn(id, 1, {
          ...says('canary-words', 'k1'),
          replies: [{ type: 'message', text: 'Noted' }],
          events: [{ type: 'answered', data: 'canary-event' }],
          effects: [{ kind: 'card', key: `card ${id}`, payload: 'canary-effect' }],
          cases: [caseOf(id)],
          decisions: [decisionOf(id)],
          returns: [returnOf(id)],
          record: { said: 'canary-record Anna@Example.com' },
          at: monday,
          ...rest,
        }),
      );
      await store.keepFile(fileOf(id, monday), 9);
      await store.keepCaseLink({ reference: `R-${id}`, desk: 'slack', key: `C1 ${id}`, data: { ts: '1' } });
    }

    const everythingOf = async (id: string) => ({
      conversation: await store.conversation(id),
      activities: await store.activities(id, 0, 99),
      events: await store.events(id),
      case: await store.case(`R-${id}`),
      decision: await store.decision(`D-${id}`),
      return: await store.return(`D-${id}`),
      file: await store.file(`file-${id}-${monday}`),
      link: await store.caseLink(`R-${id}`, 'slack'),
      waiting: await store.waitingEffects(id, 'none'),
      repeated: await store.repeated(id, 'k1'),
    });
    const nothing = {
      conversation: undefined,
      activities: [],
      events: [],
      case: undefined,
      decision: undefined,
      return: undefined,
      file: undefined,
      link: undefined,
      waiting: 0,
      repeated: undefined,
    };
    const counts = { messages: 4, files: 1, cases: 1, decisions: 1, returns: 1, effects: 1 };
    const places = [{ desk: 'slack', key: 'C1 anna' }];

    it('erases all of a conversation, and nothing of another', async () => {
      await full('anna');
      await full('ben');
      const ben = await everythingOf('ben');
      expect(await store.erase({ conversationId: 'anna' })).toEqual({ ...counts, places, kept: [] });
      expect(await everythingOf('anna')).toEqual(nothing);
      expect(await everythingOf('ben')).toEqual(ben);
      expect(await store.erase({ conversationId: 'anna' })).toBeUndefined();
    });

    it('gives out all rows of a conversation', async () => {
      await full('anna');
      await full('ben');
      expect(await store.contents('anna')).toEqual({
        cases: [await store.case('R-anna')],
        decisions: [await store.decision('D-anna')],
        returns: [await store.return('D-anna')],
        files: [await store.file(`file-anna-${monday}`)],
      });
      expect(await store.contents('nobody')).toEqual({ cases: [], decisions: [], returns: [], files: [] });
    });

    it('counts and writes nothing in a dry run', async () => {
      await full('anna');
      const before = await everythingOf('anna');
      const dry = await store.erase({ conversationId: 'anna', keepReturnsSince: '', isDryRun: true });
      expect(dry).toMatchObject({ messages: 4, returns: 0, decisions: 0, kept: ['RMA-anna'] });
      expect(await everythingOf('anna')).toEqual(before);
    });

    it('keeps an open return by its number, item and decision, and nothing that tells whose it is', async () => {
      await full('anna');
      const erased = await store.erase({ conversationId: 'anna', keepReturnsSince: monday });
      expect(erased).toEqual({ ...counts, decisions: 0, returns: 0, places, kept: ['RMA-anna'] });
      const kept = await store.return('D-anna');
      expect(kept).toMatchObject({ rma: 'RMA-anna', itemKey: 'tool-shop 4711 anna', form: {} });
      expect(kept?.conversationId).not.toContain('anna|');
      expect(await store.conversation(kept?.conversationId ?? '')).toMatchObject({ userId: '', record: null });
      expect(await store.decision('D-anna')).toMatchObject({ decision: { resolution: 'return' } });
      expect(await store.openReturn('tool-shop 4711 anna')).toMatchObject({ rma: 'RMA-anna' });
      expect(await store.conversation('anna')).toBeUndefined();
    });

    it('keeps no return that was submitted before', async () => {
      await full('anna');
      expect(await store.erase({ conversationId: 'anna', keepReturnsSince: tuesday })).toMatchObject({ kept: [] });
      expect(await store.return('D-anna')).toBeUndefined();
    });

    it('forgets kept returns when their time is over', async () => {
      await full('anna');
      await full('ben');
      await store.erase({ conversationId: 'anna', keepReturnsSince: monday });
      expect(await store.forgetKeptReturns(monday, 9)).toBe(0);
      expect(await store.forgetKeptReturns(tuesday, 9)).toBe(1);
      expect(await store.return('D-anna')).toBeUndefined();
      expect(await store.decision('D-anna')).toBeUndefined();
      expect(await store.return('D-ben')).toBeDefined();
    });

    it('erases up to a turn whose replies and whatever follows stay', async () => {
      await full('anna');
      const goodbye = { ...says('yes', 'k2'), replies: [{ type: 'message', text: 'Done' }], at: tuesday };
      await committed(store, turn('anna', 2, { ...goodbye, effects: [{ kind: 'post', key: 'anna', payload: 'bye' }] }));
      await committed(
        store,
        turn('anna', 3, {
          ...says('hello', 'k3'),
          at: wednesday,
          decisions: [decisionOf('new')].map((one) => ({ ...one, conversationId: 'anna' })),
        }),
      );
      await store.keepFile(fileOf('anna', wednesday), 9);

      const erased = await store.erase({ conversationId: 'anna', upToRevision: 3 });
      expect(erased).toMatchObject({ messages: 5, files: 1, cases: 1, decisions: 1, returns: 1, effects: 1 });
      expect(await store.activities('anna', 0, 9)).toMatchObject([
        { seq: 6, activity: { text: 'Done' } },
        { seq: 7, activity: { text: 'hello' } },
      ]);
      expect(await store.repeated('anna', 'k2')).toBeUndefined();
      expect(await store.repeated('anna', 'k3')).toMatchObject({ revision: 4 });
      expect(await store.decision('D-new')).toBeDefined();
      expect(await store.file(`file-anna-${wednesday}`)).toBeDefined();
      expect(await store.waitingEffects('anna', 'none')).toBe(1);
      expect(await store.waitingEffects('anna', 'post')).toBe(0);
      // The chat goes on where it was.
      const next = await committed(store, turn('anna', 4, says('again', 'k4')));
      expect(next.inbound?.seq).toBe(8);
    });

    it('spares a conversation in which somebody has spoken since', async () => {
      await full('anna');
      expect(await store.erase({ conversationId: 'anna', unlessSince: monday })).toBeUndefined();
      expect(await store.conversation('anna')).toBeDefined();
      expect(await store.erase({ conversationId: 'anna', unlessSince: tuesday })).toBeDefined();
    });

    it('makes a turn that was computed before meet a conflict', async () => {
      await full('anna');
      await store.erase({ conversationId: 'anna' });
      expect(await store.commit(turn('anna', 2, says('late', 'k9')))).toEqual({ kind: 'conflict' });
    });

    it('leaves no key that opens the conversation, and no address of the customer', async () => {
      await full('anna');
      const key = { digest: 'sha256:key', purpose: 'renewal', conversationId: 'anna', data: null };
      await store.keepTalkKey({ ...key, expiresAt: wednesday }, monday);
      await store.keepContact('anna', 'canary@example.com');
      await store.erase({ conversationId: 'anna' });
      expect(await store.talkKey('sha256:key', tuesday)).toBeUndefined();
      expect(await store.presence('anna')).toBeUndefined();
    });

    it('leaves nothing that a desk noted about it', async () => {
      await full('anna');
      const draft = { kind: 'draft', owner: 'ivan', data: 'canary' };
      await store.keepDeskRow({ ...draft, key: 'CASE-1', conversationId: 'anna', at: monday });
      await store.keepDeskRow({ ...draft, key: 'CASE-2', conversationId: 'bert', at: monday });
      await store.erase({ conversationId: 'anna' });
      expect((await store.deskRows({ kind: 'draft' })).map(({ key }) => key)).toEqual(['CASE-2']);
    });

    it('leaves the browser in its chat where that goes on, and nothing that an address opens', async () => {
      await full('anna');
      for (const purpose of ['browser', 'link'])
        await store.keepTalkKey(
          { digest: `sha256:${purpose}`, purpose, conversationId: 'anna', data: null, expiresAt: wednesday },
          monday,
        );
      await store.keepContact('anna', 'canary@example.com');
      await committed(store, turn('anna', 2, { ...says('yes', 'k2'), at: tuesday }));
      await store.erase({ conversationId: 'anna', upToRevision: 3 });
      expect(await store.talkKey('sha256:browser', tuesday)).toBeDefined();
      expect(await store.talkKey('sha256:link', tuesday)).toBeUndefined();
      expect(await store.presence('anna')).toBeUndefined();
    });

    it('what stood behind an effect that is erased is delivered', async () => {
      await full('anna');
      const bye = { kind: 'card', key: 'card anna', payload: 'bye' };
      await committed(store, turn('anna', 2, { ...says('yes', 'k2'), effects: [bye], at: tuesday }));
      await store.erase({ conversationId: 'anna', upToRevision: 3 });
      const leased = await store.leaseEffects({ kinds: ['card'], at: wednesday, until: wednesday, limit: 9 });
      expect(leased).toMatchObject([bye]);
    });

    it('lists conversations by their last turn, page by page, and says where nobody wrote', async () => {
      await committed(store, opening('clara', { at: wednesday }));
      await full('anna');
      await full('ben', { at: tuesday });
      await store.erase({ conversationId: 'ben', upToRevision: 2, keepReturnsSince: '' });
      const first = await store.lastTurns({ limit: 2 });
      expect(first).toEqual([
        { conversationId: 'anna', at: monday, isUnused: false, hasOpenCase: true },
        { conversationId: 'ben', at: tuesday, isUnused: true, hasOpenCase: false },
      ]);
      expect(await store.lastTurns({ after: 'ben', limit: 2 })).toEqual([
        { conversationId: 'clara', at: wednesday, isUnused: true, hasOpenCase: false },
      ]);
    });

    it('finds conversations by a text, and by the references in them', async () => {
      await full('anna');
      await full('ben', { record: null });
      expect(await store.conversationsNaming('ANNA@example.com')).toEqual(['anna']);
      expect((await store.conversationsNaming('canary-serial')).toSorted()).toEqual(['anna', 'ben']);
      expect(await store.conversationsNaming('canary-words 2')).toEqual([]);
      for (const reference of ['R-ben', 'D-ben', 'RMA-ben']) expect(await store.conversationOf(reference)).toBe('ben');
      expect(await store.conversationOf('ben')).toBeUndefined();
    });

    it('forgets what was delivered before an instant, and nothing that waits', async () => {
      await full('anna');
      await full('ben');
      const due = { kinds: ['card', 'post'], at: wednesday, until: wednesday };
      const [first] = await store.leaseEffects({ ...due, limit: 1 });
      await store.effectDelivered(first?.id ?? 0, tuesday);
      expect(await store.forgetDelivered(tuesday, 9)).toBe(0);
      expect(await store.forgetDelivered(wednesday, 9)).toBe(1);
      expect(await store.leaseEffects({ ...due, limit: 9 })).toHaveLength(1);
    });
  });
}
