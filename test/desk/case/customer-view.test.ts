import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { eventually } from '../../eventually.ts';
import { deskShop } from '../desk-shop.ts';

describe('the customer of a case', () => {
  test('is not there any more a minute after they were seen', async () => {
    const shop = await deskShop();
    const customer = await shop.waiting('fortnight-shop', ['I changed my mind']);
    const conversation = customer.here.split('/').at(-1) ?? '';
    const seen = async (at: string) => {
      const store = openSqliteStore(shop.dataDir);
      await store.customersSeen([conversation], at);
      await store.close();
    };
    const view = async () => (await shop.get(`cases/${customer.reference}`)).body.case?.customer;
    await seen('2026-11-21T10:00:00.000Z');
    expect(await view()).toEqual({ isHere: true, seenAt: '2026-11-21T10:00:00.000Z', canBeMailed: false });
    shop.clock.now = new Date('2026-11-21T10:01:00Z');
    expect(await view()).toMatchObject({ isHere: false });
  });

  test('can be mailed where they gave an address, and the desk says when that was done', async () => {
    const shop = await deskShop();
    const said = ['I changed my mind', 'FD-1003', 'quentin@example.com'];
    const { reference } = await shop.waiting('fortnight-shop', said);
    const view = async () => (await shop.get(`cases/${reference}`)).body.case?.customer;
    expect(await view()).toMatchObject({ canBeMailed: true });
    await shop.post(`cases/${reference}/claim`);
    await shop.post(`cases/${reference}/say`, { text: 'Hello' });
    shop.clock.now = new Date('2026-11-21T10:10:00Z');
    await eventually(async () => expect(await view()).toMatchObject({ mailedAt: '2026-11-21T10:10:00.000Z' }));
    const folder = join(shop.dataDir, 'mail');
    const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(mails.join()).toContain('/shops/fortnight-shop#talk=');
  });
});
