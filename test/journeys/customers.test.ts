import { randomCustomer } from '../fixtures/customers.ts';
import { fixturePolicy } from '../fixtures/policies.ts';
import { chattingCustomers } from './chatting-customers.ts';

for (const id of ['tool-shop', 'fortnight-shop'] as const) {
  const policy = fixturePolicy(id);
  chattingCustomers(policy, (seed, today) => randomCustomer(policy, seed, today));
}
