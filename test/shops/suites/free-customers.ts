import { expect, test } from 'vitest';
import { freeCustomer } from '../customers/one-customer.ts';
import type { ShopId } from '../tables.ts';

// Many more are measured by `npm run measure -- test/shops/customers`.
const customers = 300;

/** Customers who write in words of their own, digress and take back what they said. */
export function freeCustomers(shop: ShopId): void {
  test(`customers of the ${shop} who write as they like get the decision that the policy gives for their facts`, () => {
    const seeds = Array.from({ length: customers }, (_, at) => at + 1);
    const faults = seeds.flatMap((seed) => freeCustomer(shop, seed).fault ?? []);
    expect(faults.slice(0, 5).join('\n'), `${faults.length} of ${customers}`).toBe('');
  });
}
