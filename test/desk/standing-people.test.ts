import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bob } from './desk-shop.ts';
import { peopleShop } from './people/people-shop.ts';

type Shop = Awaited<ReturnType<typeof peopleShop>>;
type Person = Awaited<ReturnType<Shop['person']>>;

/** A step of somebody who is logged in, as the page takes it. */
async function step(person: Person, reference: string, action: string, body: object = {}): Promise<number> {
  const headers = { 'x-csrf-token': await person.csrf(), 'idempotency-key': randomUUID() };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await person.send(`/desk/api/cases/${reference}/${action}`, init)).status;
}

async function presenceOf(shop: Shop, id: string): Promise<unknown> {
  const agents = z
    .array(z.object({ id: z.string(), presence: z.string() }))
    .parse((await shop.get('agents')).body.agents);
  return agents.find((one) => one.id === id)?.presence;
}

describe('what a colleague has', () => {
  test('is taken over by an agent, and given back or away by a lead alone', async () => {
    const shop = await peopleShop();
    const [anna, lea] = [await shop.person('Anna'), await shop.person('Lea', 'lead')];
    const { reference } = await shop.waiting();
    await shop.post(`cases/${reference}/claim`, { by: bob });
    expect(await step(anna, reference, 'release')).toBe(409);
    expect(await step(anna, reference, 'assign', { to: { id: 'anna', name: 'Anna' } })).toBe(409);
    expect(await step(lea, reference, 'assign', { to: { id: 'anna', name: 'Anna' } })).toBe(200);
    expect(await step(lea, reference, 'release')).toBe(200);
    await shop.post(`cases/${reference}/claim`, { by: bob });
    expect(await step(anna, reference, 'take-over', { from: 'bob' })).toBe(200);
  });
});

describe('somebody with an account', () => {
  test('is here from their log-in on, and off once they have logged out of their last browser', async () => {
    const shop = await peopleShop();
    const anna = await shop.person('Anna');
    expect(await presenceOf(shop, 'anna')).toBe('here');
    const second = shop.browser();
    await second.logIn('Anna', 'a long walk on the beach');
    await anna.logOut();
    expect(await presenceOf(shop, 'anna')).toBe('here');
    await second.logOut();
    expect(await presenceOf(shop, 'anna')).toBe('off');
  });

  test('can be given a case before they have ever been there, and not once they may not log in', async () => {
    const shop = await peopleShop();
    const owner = await shop.owner();
    await owner.invite({ name: 'Anna' });
    expect(await presenceOf(shop, 'anna')).toBe('off');
    await owner.step('disable', { agent: 'anna' });
    expect(await presenceOf(shop, 'anna')).toBeUndefined();
  });
});
