import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { LookupSystem } from '../../../src/orders/http/look-up.ts';
import { createHttpOrderBook } from '../../../src/orders/http/orders.ts';
import { fixtureOrderBook } from '../../fixtures/orders.ts';
import { orderBookContract } from '../order-book-contract.ts';
import { shopReplies, shopUrl } from './fake-shop.ts';
import { withLocalServer } from './local-server.ts';
import { misbehaviours } from './misbehaviour.ts';

const today = '2026-11-21';
const item = { id: '1', name: 'Scanner', price: { amount: '94.00', currency: 'EUR' } };
const order = { number: 'A-1', email: 'anna+shop@example.com', purchasedOn: today, items: [item] };

const bookAt = (system: LookupSystem, onDoubtfulField: (name: string) => void = expect.unreachable) =>
  createHttpOrderBook({ ...system, onDoubtfulField });
const ask = (system: LookupSystem, change: object = {}) =>
  bookAt(system).find({ policyId: 'tool-shop', number: 'A-1', email: 'anna+shop@example.com', ...change });

describe('orders over HTTP', () => {
  misbehaviours({
    path: '/orders/A-1?email=anna%2Bshop%40example.com',
    good: order,
    found: { kind: 'found', order },
    ask,
    wrong: [
      ['another order', { ...order, number: 'A-2' }, 'other-record'],
      ['an order without items', { ...order, items: [] }, 'unexpected-shape'],
    ],
  });

  it('does not use a field in doubt, names it, and takes the rest', async () => {
    const doubtful: string[] = [];
    const body = { ...order, receivedOn: '2026-02-30', items: [{ ...item, quantity: 'many' }] };
    shopReplies('/orders/A-1?email=anna%2Bshop%40example.com', { body });
    const book = bookAt({ url: shopUrl, onFailure: expect.unreachable }, (name) => doubtful.push(name));
    const answer = await book.find({ policyId: 'tool-shop', number: 'A-1', email: 'anna+shop@example.com' });
    expect(answer).toEqual({ kind: 'found', order });
    expect(doubtful).toEqual(['receivedOn', 'items.quantity']);
  });

  it('asks for the number and e-mail as they were given, encoded', async () => {
    const odd = { ...order, number: '#A/1 ü?', email: 'x&y=z@example.com' };
    const scope = shopReplies('/orders/%23A%2F1%20%C3%BC%3F?email=x%26y%3Dz%40example.com', { body: odd });
    expect(await ask({ url: shopUrl, onFailure: expect.unreachable }, odd)).toEqual({ kind: 'found', order: odd });
    scope.done();
  });

  it('asks for a number without its dash in other spellings, too', async () => {
    const first = shopReplies('/orders/A%201?email=anna%2Bshop%40example.com', { status: 404 });
    const second = shopReplies('/orders/A-1?email=anna%2Bshop%40example.com', { body: order });
    const system = { url: shopUrl, onFailure: expect.unreachable };
    expect(await ask(system, { number: 'A 1' })).toEqual({ kind: 'found', order });
    for (const scope of [first, second]) scope.done();
  });

  it('does not tell a wrong e-mail from an unknown number, should the shop not compare it', async () => {
    const system = { url: shopUrl, onFailure: expect.unreachable };
    shopReplies('/orders/A-1?email=boris%40example.com', { body: order });
    expect(await ask(system, { email: 'boris@example.com' })).toEqual({ kind: 'not-found' });
  });

  it('asks nobody for what no order can have', async () => {
    // Without a reply set up, any request would end as a failure.
    const system = { url: shopUrl, onFailure: expect.unreachable };
    for (const change of [{ number: '.' }, { number: ' .. ' }, { number: '' }, { email: ' ' }])
      expect(await ask(system, change)).toEqual({ kind: 'not-found' });
  });
});

describe('an order book over HTTP', () => {
  async function answer(response: ServerResponse, path: string): Promise<void> {
    const [, number = '', email = ''] = /^\/orders\/([^/?]*)\?email=([^&]*)$/.exec(path) ?? [];
    const found = await fixtureOrderBook.find({
      policyId: 'tool-shop',
      number: decodeURIComponent(number),
      email: decodeURIComponent(email),
    });
    response.statusCode = found.kind === 'found' ? 200 : 404;
    response.end(JSON.stringify(found.kind === 'found' ? found.order : {}));
  }

  orderBookContract({
    find: (query) => withLocalServer(answer, (url) => bookAt({ url, onFailure: expect.unreachable }).find(query)),
  });
});
