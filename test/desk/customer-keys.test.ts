import { expect, test } from 'vitest';
import { ann, deskShop } from './desk-shop.ts';

test('an id of a customer’s message is never taken for an agent’s step, whichever comes first', async () => {
  const { waiting, post, get } = await deskShop();
  const customer = await waiting();
  const key = 'a-key-that-somebody-guessed';
  const claimed = await customer.say('is anybody there?', { id: `desk ${key}` });
  expect(claimed.status).toBe(200);
  const step = await post(`cases/${customer.reference}/claim`, { by: ann }, { 'idempotency-key': key });
  expect(step.body.case?.state).toBe('claimed');
  expect((await get(`cases/${customer.reference}`)).body.case).toMatchObject({ state: 'claimed', agent: ann });
  for (const id of [`desk ${key}`, key]) expect((await customer.say('and now?', { id })).status).toBe(200);
  const repeated = await post(`cases/${customer.reference}/claim`, { by: ann }, { 'idempotency-key': key });
  expect(repeated.status).toBe(200);
});
