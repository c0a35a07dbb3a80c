import { describe, expect, test } from 'vitest';
import { createRoundRobin } from '../../src/desk/standing/round-robin.ts';
import { eventually } from '../eventually.ts';
import { aCase } from './case/a-case.ts';
import { ann, bob, deskShop, refused } from './desk-shop.ts';

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
    await is(shop, bob, 'here', 3);
    // The next one shows that the one before was left alone.
    expect(await given(shop)).toEqual(bob);
    expect(await holderOf(shop, reference)).toBeUndefined();
  });

  test('wait for anybody where nobody is here', async () => {
    const view = aCase({ state: 'waiting' });
    const { handler } = createRoundRobin({
      desk: { view: async () => view, act: async () => expect.unreachable('nobody can be given it') },
      standings: { next: async () => undefined },
    });
    const effect = {
      id: 1,
      conversationId: 'c',
      at: '',
      attempts: 0,
      kind: 'assign',
      key: 'assign',
      payload: { reference: view.reference },
    };
    expect(await handler(effect, new AbortController().signal)).toEqual({ kind: 'delivered' });
  });
});
