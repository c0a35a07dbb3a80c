import { expect, test } from 'vitest';
import { corpusCustomer, repliesOf } from '../../scripts/measure/corpus/customers.ts';

// Many more are measured by `npm run measure -- test/corpus/customers.jsonl`.
const customers = 100;

test.each(['equipment-shop', 'fourteen-day-shop', 'outdoor-shop'])(
  'customers of the %s who answer in the words of others get the decision of their own facts',
  (shop) => {
    const replies = repliesOf('develop');
    const seeds = Array.from({ length: customers }, (_, at) => at + 1);
    const all = seeds.map((seed) => corpusCustomer(shop, replies, seed));
    const faults = all.flatMap(({ fault }) => fault ?? []);
    expect(faults.slice(0, 5).join('\n'), `${faults.length} of ${customers}`).toBe('');
    const decided = all.filter(({ end }) => end === 'decided');
    expect(decided.length).toBeGreaterThan(customers * 0.9);
  },
);
