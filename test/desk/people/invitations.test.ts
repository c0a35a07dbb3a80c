import { describe, expect, test } from 'vitest';
import { linkIn, password, peopleShop } from './people-shop.ts';

const pathOf = (link: string): string => new URL(link).pathname + new URL(link).search;

describe('a link for somebody who is invited', () => {
  test('sets a password, logs in, and works once', async () => {
    const shop = await peopleShop();
    const link = await (await shop.owner()).invite({ name: 'Anna Berg', email: 'anna@shop.example' });
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/desk\/invitation\?token=/);
    const [anna, second] = [shop.browser(), shop.browser()];
    expect((await anna.send(pathOf(link))).text).toContain('Welcome, Anna Berg');
    const set = await anna.accept(link);
    expect([set.status, set.headers.get('location'), await anna.isIn()]).toEqual([303, '../desk', true]);

    expect((await second.accept(link, 'another long password')).status).toBe(410);
    expect([(await second.send(pathOf(link))).status, await second.isIn()]).toEqual([410, false]);
    for (const name of ['Anna Berg', 'anna@shop.example']) {
      const again = shop.browser();
      expect([(await again.logIn(name, password)).status, await again.isIn()]).toEqual([303, true]);
    }
  });

  test('used in two browsers at once sets one password', async () => {
    const shop = await peopleShop();
    const link = await (await shop.owner()).invite({ name: 'Anna' });
    const browsers = [shop.browser(), shop.browser()];
    const answers = await Promise.all(browsers.map((one, index) => one.accept(link, `${password} ${index}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test('is over after three days', async () => {
    const shop = await peopleShop();
    const owner = await shop.owner();
    const [anna, bob] = [await owner.invite({ name: 'Anna' }), await owner.invite({ name: 'Bob' })];
    shop.clock.now = new Date('2026-11-24T09:59:59Z');
    expect((await shop.browser().accept(anna)).status).toBe(303);
    shop.clock.now = new Date('2026-11-24T10:00:00Z');
    expect((await shop.browser().accept(bob)).status).toBe(410);
  });

  test('is over when there is a newer one, and when the account is disabled', async () => {
    const shop = await peopleShop();
    const owner = await shop.owner();
    const first = await owner.invite({ name: 'Anna' });
    const second = linkIn((await owner.step('link', { agent: 'anna' })).text);
    expect((await shop.browser().accept(first)).status).toBe(410);
    await owner.step('disable', { agent: 'anna' });
    expect((await shop.browser().accept(second)).status).toBe(410);
    await owner.step('enable', { agent: 'anna' });
    expect((await shop.browser().accept(second)).status).toBe(410);
  });

  test('stays good after a password that is too easy', async () => {
    const shop = await peopleShop();
    const link = await (await shop.owner()).invite({ name: 'Anna Annabel' });
    for (const easy of ['short', 'anna annabel', 'x'.repeat(20)]) {
      expect((await shop.browser().accept(link, easy)).status).toBe(422);
    }
    expect((await shop.browser().accept(link)).status).toBe(303);
  });

  test('for a forgotten password ends the sessions that were begun with the old one', async () => {
    const shop = await peopleShop();
    const anna = await shop.person('Anna');
    const link = linkIn((await (await shop.owner()).step('link', { agent: 'anna' })).text);
    expect(await anna.isIn()).toBe(true);
    await shop.browser().accept(link, 'another long password');
    expect(await anna.isIn()).toBe(false);
    expect((await shop.browser().logIn('Anna', password)).status).toBe(401);
  });

  test('cannot be made up, and is not kept as it is', async () => {
    const shop = await peopleShop();
    const link = await (await shop.owner()).invite({ name: 'Anna' });
    const [address = '', token = ''] = link.split('token=');
    const secret = token.split('.')[0] ?? '';
    for (const made of [`x${token}`, `${secret}.bob`, `${secret.slice(1)}.anna`, '.anna', 'anna', '']) {
      expect((await shop.browser().accept(`${address}token=${made}`)).status).toBe(410);
    }
    expect((await shop.browser().accept(link)).status).toBe(303);
  });
});

test('nobody is invited under a name or an e-mail that somebody has, or that is none', async () => {
  const shop = await peopleShop();
  const owner = await shop.owner();
  await owner.invite({ name: 'Anna', email: 'anna@shop.example' });
  const wrong = [
    { name: ' ANNA ' },
    { name: 'Other', email: 'Anna@Shop.example' },
    { name: '' },
    { name: 'Other', email: 'no e-mail' },
    { name: 'Other', role: 'king' },
  ];
  const statuses: number[] = [];
  for (const fields of wrong) {
    statuses.push((await owner.step('invite', { role: 'agent', email: '', ...fields })).status);
  }
  expect(statuses).toEqual([409, 409, 422, 422, 422]);
});
