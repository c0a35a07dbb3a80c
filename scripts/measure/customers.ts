import { z } from 'zod';
import { freeCustomer, guidedCustomer } from '../../test/shops/customers/one-customer.ts';
import { round, share } from './figures.ts';

export const customersRow = z.strictObject({
  shop: z.enum(['equipment-shop', 'fourteen-day-shop']),
  /** How many random customers are sent through the chat. */
  customers: z.int().positive(),
});
type CustomersRow = z.infer<typeof customersRow>;

/**
 * How random customers come through a whole chat, by shop. `agree`: the share that ends with the decision that `decide`
 * gives for their facts; `questionsFree` and `questionsGuided`: the mean number of the bot's questions, digressions and
 * confirmations counted, to those who write as they like and to the same customers answering what is asked.
 */
export function measureCustomers(rows: readonly CustomersRow[]) {
  const measured = rows.map(({ shop, customers }) => {
    const seeds = Array.from({ length: customers }, (_, at) => at + 1);
    const free = seeds.map((seed) => freeCustomer(shop, seed));
    const guided = seeds.map((seed) => guidedCustomer(shop, seed));
    return { shop, agree: share(free, ({ fault }) => fault === undefined), free: mean(free), guided: mean(guided) };
  });
  const byShop = <T>(of: (one: (typeof measured)[number]) => T): Record<string, T> =>
    Object.fromEntries(measured.map((one) => [one.shop, of(one)]));
  return {
    rows: rows.length,
    agree: byShop(({ agree }) => agree),
    questionsFree: byShop(({ free }) => free),
    questionsGuided: byShop(({ guided }) => guided),
  };
}

function mean(customers: readonly { questions: number }[]): number {
  return round(customers.reduce((sum, { questions }) => sum + questions, 0) / customers.length);
}
