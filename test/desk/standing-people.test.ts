import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../commands/command.ts';
import { eventually } from '../eventually.ts';
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

describe('who a case is assigned to from the page', () => {
  const assign = async (to: { id: string; name: string }) => {
    const shop = await peopleShop();
    await shop.person('Anna');
    const lea = await shop.person('Lea', 'lead');
    const { reference } = await shop.waiting();
    const status = await step(lea, reference, 'assign', { to });
    return { status, agent: (await shop.get(`cases/${reference}`)).body.case?.agent };
  };

  test('is nobody whom this desk does not know', async () => {
    expect(await assign({ id: 'ghost', name: 'Ghost' })).toEqual({ status: 400, agent: undefined });
  });

  test('has the name of their account, whatever is sent', async () => {
    const anna = { id: 'anna', name: 'Anna' };
    expect(await assign({ id: 'anna', name: 'The Boss' })).toEqual({ status: 200, agent: anna });
  });

  test('is whom another product names, in characters that can be stored', async () => {
    const shop = await peopleShop();
    const { reference } = await shop.waiting();
    for (const id of ['a\u0000b', 'a\ud800']) {
      expect((await shop.post(`cases/${reference}/assign`, { to: { id, name: 'Bob' } })).status).toBe(400);
      expect((await shop.post(`cases/${reference}/assign`, { to: { id: 'bob', name: id } })).status).toBe(400);
    }
    expect((await shop.post(`cases/${reference}/assign`, { to: bob })).status).toBe(200);
  });
});

describe('somebody who is disabled', () => {
  const anna = { id: 'anna', name: 'Anna' };
  const withCase = async () => {
    const shop = await peopleShop();
    await shop.person('Anna');
    const customer = await shop.waiting();
    await shop.post(`cases/${customer.reference}/claim`, { by: anna });
    await customer.newTexts();
    const agent = async () => (await shop.get(`cases/${customer.reference}`)).body.case?.agent;
    return { shop, agent, ...customer };
  };

  test('has their cases given back, and the customers hear that a colleague comes', async () => {
    const { shop, agent, newTexts, reference } = await withCase();
    await (await shop.owner()).step('disable', { agent: 'anna' });
    expect(await agent()).toBeUndefined();
    expect(await newTexts()).toEqual([expect.stringMatching(new RegExp(`${reference}.*waiting for a colleague`))]);
    expect(await presenceOf(shop, 'anna')).toBeUndefined();
  });

  test('has them given back by the server where that is done on the command line', async () => {
    const { shop, agent } = await withCase();
    expect((await runCommand(['agents', 'disable', 'Anna'], shop.dataDir)).code).toBe(0);
    // What has their name may come late from elsewhere; none of it shows them as here, or can call them.
    expect(await presenceOf(shop, 'anna')).toBeUndefined();
    expect((await shop.get('colleagues')).body.colleagues).not.toContainEqual(anna);
    await eventually(async () => expect(await agent()).toBeUndefined());
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
