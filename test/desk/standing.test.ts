import { describe, expect, test } from 'vitest';
import { createRoundRobin } from '../../src/desk/standing/round-robin.ts';
import { eventually } from '../eventually.ts';
import { ann, bob, deskShop, refused } from './desk-shop.ts';

const at = '2026-11-21T10:00:00.000Z';

type Shop = Awaited<ReturnType<typeof deskShop>>;

const is = (shop: Shop, by: typeof ann, presence: string, capacity?: number | null) =>
  shop.post('presence', { by, presence, ...(capacity !== undefined && { capacity }) });

async function holderOf(shop: Shop, reference: string): Promise<unknown> {
  return (await shop.get(`cases/${reference}`)).body.case?.agent;
}

/** A new case, and who was given it. */
async function given(shop: Shop): Promise<unknown> {
  const { reference } = await shop.waiting();
  return eventually(async () => {
    const holder = await holderOf(shop, reference);
    expect(holder).toBeDefined();
    return holder;
  });
}

describe('who is there', () => {
  test('is said by everybody for themselves, with how many cases they take and have', async () => {
    const shop = await deskShop();
    await is(shop, ann, 'here', 3);
    await is(shop, bob, 'away');
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/claim`);
    expect((await shop.get('agents')).body.agents).toEqual([
      { ...ann, presence: 'here', capacity: 3, open: 1 },
      { ...bob, presence: 'away', open: 0 },
    ]);
    await is(shop, ann, 'off');
    expect((await shop.get('agents')).body.agents).toContainEqual({ ...ann, presence: 'off', capacity: 3, open: 1 });
    await is(shop, ann, 'here', null);
    expect((await shop.get('agents')).body.agents).toContainEqual({ ...ann, presence: 'here', open: 1 });
  });

  test('includes whoever has a case and has never said so', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/claim`);
    expect((await shop.get('agents')).body.agents).toEqual([{ ...ann, presence: 'here', open: 1 }]);
  });

  test('is one of three words', async () => {
    const shop = await deskShop();
    expect(refused(await is(shop, ann, 'asleep'))).toEqual([400, 'invalid-body']);
    expect(refused(await is(shop, ann, 'here', 0))).toEqual([400, 'invalid-body']);
  });
});

describe('new cases in turn', () => {
  test('go to those who are here, to each in turn, and the customer hears to whom', async () => {
    const shop = await deskShop({ ASSIGN: 'round-robin' });
    await is(shop, ann, 'here');
    await is(shop, bob, 'here');
    await is(shop, { id: 'cleo', name: 'Cleo' }, 'away');
    expect([await given(shop), await given(shop), await given(shop)]).toEqual([ann, bob, ann]);
  });

  test('go to nobody who has as many as they take', async () => {
    const shop = await deskShop({ ASSIGN: 'round-robin' });
    await is(shop, ann, 'here', 1);
    await is(shop, bob, 'here', 2);
    expect([await given(shop), await given(shop), await given(shop)]).toEqual([ann, bob, bob]);
    const { reference } = await shop.waiting();
    // Whoever is given the next one has not been given this one.
    await shop.waiting();
    expect(await holderOf(shop, reference)).toBeUndefined();
  });

  test('that waited while all were full go to whoever has room then, the longest waiting first', async () => {
    const shop = await deskShop({ ASSIGN: 'round-robin' });
    await is(shop, ann, 'here', 1);
    await given(shop);
    const [first, second] = [await shop.waiting(), await shop.waiting()];
    await is(shop, bob, 'here', 1);
    await eventually(async () => expect(await holderOf(shop, first.reference)).toEqual(bob));
    expect(await holderOf(shop, second.reference)).toBeUndefined();
    await shop.post(`cases/${first.reference}/close`, { by: bob });
    await eventually(async () => expect(await holderOf(shop, second.reference)).toEqual(bob));
  });

  test('that somebody gives back go to somebody else', async () => {
    const shop = await deskShop({ ASSIGN: 'round-robin' });
    await is(shop, ann, 'here');
    const { reference } = await shop.waiting();
    await eventually(async () => expect(await holderOf(shop, reference)).toEqual(ann));
    await is(shop, bob, 'here');
    await shop.post(`cases/${reference}/release`);
    await eventually(async () => expect(await holderOf(shop, reference)).toEqual(bob));
  });

  test('whose customers were left waiting go to somebody else, and those put aside to nobody', async () => {
    const given: unknown[] = [];
    const row = (reference: string, file: object) => ({
      ...{ reference, conversationId: 'c', state: 'waiting', urgent: false, caseFile: null, at, changedAt: at },
      file: { reference, state: 'waiting', ...file },
    });
    const left = [{ at, what: 'left-waiting', who: ann }];
    const { giveWaiting } = createRoundRobin({
      store: {
        openCases: async () => [
          row('LEFT', { history: left, waitingSince: '2026-11-21T09:00:00.000Z' }),
          row('ASIDE', { snoozedUntil: '2026-11-22T10:00:00.000Z' }),
          row('OLD', { waitingSince: '2026-11-20T09:00:00.000Z' }),
          row('URGENT', { isUrgent: true }),
        ],
      },
      desk: {
        act: async ({ reference, event }) => {
          given.push([reference, 'to' in event && event.to]);
          return { kind: 'done' };
        },
      },
      standings: { next: async (except) => (except === ann.id ? bob : ann) },
      now: () => new Date(at),
    });
    await giveWaiting();
    expect(given).toEqual([
      ['URGENT', ann],
      ['OLD', ann],
      ['LEFT', bob],
    ]);
  });

  test('wait for anybody where nobody is here', async () => {
    const shop = await deskShop({ ASSIGN: 'round-robin' });
    const { reference } = await shop.waiting();
    await is(shop, ann, 'away');
    expect(await holderOf(shop, reference)).toBeUndefined();
    await is(shop, ann, 'here');
    await eventually(async () => expect(await holderOf(shop, reference)).toEqual(ann));
  });
});
