import { expect, it } from 'vitest';
import type { OrderBook } from '../../src/orders/order-book.ts';

/** What every order book promises; the book holds EQ-1001 of anna@example.com and EQ-1002 of boris@example.com. */
export function orderBookContract(book: OrderBook, policyId = 'tool-shop'): void {
  const right = { policyId, number: 'EQ-1001', email: 'anna@example.com' };

  it('finds an order by its number and e-mail', async () => {
    const answer = await book.find(right);
    expect(answer).toMatchObject({ kind: 'found', order: { number: 'EQ-1001', email: 'anna@example.com' } });
    expect(answer).not.toHaveProperty('order.story');
  });

  it.each([
    { email: 'Anna@Example.COM' },
    { email: ' anna@example.com ' },
    { number: 'eq-1001' },
    { number: ' EQ-1001 ' },
  ])('finds it as %o too', async (spelling) => {
    expect(await book.find({ ...right, ...spelling })).toMatchObject({ kind: 'found', order: { number: 'EQ-1001' } });
  });

  it.each([
    ['an unknown number', { number: 'EQ-9999' }],
    ['the e-mail of another order', { email: 'boris@example.com' }],
    ['no number', { number: '' }],
    ['a number of spaces', { number: '   ' }],
    ['the folder above', { number: '..' }],
    ['a path', { number: 'EQ-1001/../EQ-1002' }],
    ['a query in the number', { number: 'EQ-1001?email=anna@example.com' }],
    ['a query in the e-mail', { email: 'nobody@example.com&email=anna@example.com' }],
    ['an endless number', { number: '1'.repeat(5_000) }],
    ['half a character', { number: 'EQ-1001\ud800' }],
    ['no e-mail', { email: '' }],
    ['half a character in the e-mail', { email: 'anna@example.com\udc00' }],
  ])('does not find %s', async (_, change) => {
    expect(await book.find({ ...right, ...change })).toEqual({ kind: 'not-found' });
  });
}
