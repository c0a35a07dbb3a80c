import { expect, test } from 'vitest';
import { deskShop } from './desk-shop.ts';

test('the customer’s other cases are found by what they have in common, and nobody else’s are', async () => {
  const shop = await deskShop();
  const call = (key: string, orderNumber: string, email: string) =>
    shop.post('callers', { policy: 'fortnight-shop', facts: {}, orderNumber, email }, { 'idempotency-key': key });
  const references = [];
  for (const [order, email] of [
    ['FD-1003', 'anna@example.com'],
    ['FD-9', 'Anna@example.com'],
    ['fd 1003', 'ben@example.com'],
    ['', ''],
    ['FD-8', 'carl@example.com'],
  ] as const) {
    shop.clock.now = new Date(shop.clock.now.getTime() + 60_000);
    references.push(String((await call(`${order} ${email}`, order, email)).body.reference));
  }
  const [own = '', byEmail, byOrder, nothing = ''] = references;
  const related = async (reference: string) => (await shop.get(`cases/${reference}/related`)).body.related;
  expect(await related(own)).toMatchObject([
    { reference: byOrder, by: ['order'] },
    { reference: byEmail, by: ['email'], state: 'waiting' },
  ]);
  expect(await related(nothing)).toEqual([]);
  expect(await related('ZZZZ-9999')).toEqual([]);
});
