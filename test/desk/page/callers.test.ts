import { expect, test } from 'vitest';
import { deskShop, refused } from '../desk-shop.ts';

const call = {
  policy: 'fortnight-shop',
  facts: { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-10-01' },
  orderNumber: 'FD-1003',
  email: '',
  story: 'He was abroad. 0123 456',
};

test('the case of somebody on the phone is filed with what the policy says of it, once for each key', async () => {
  const shop = await deskShop();
  const file = () => shop.post('callers', call, { 'idempotency-key': 'one' });
  const { reference } = (await file()).body;
  expect((await file()).body.reference).toBe(reference);
  expect((await shop.get('cases')).body.cases).toHaveLength(1);
  expect((await shop.get(`cases/${String(reference)}`)).body.case).toMatchObject({
    isCaller: true,
    decision: { resolution: 'not-eligible' },
    details: { orderNumber: 'FD-1003' },
    transcript: expect.arrayContaining([
      expect.objectContaining({ text: 'He was abroad. 0123 456 (taken down by Ann)', who: 'customer' }),
    ]),
  });
});

test('is filed though little is known, and not with a fact that the policy does not take', async () => {
  const shop = await deskShop();
  expect((await shop.post('callers', { ...call, facts: {} })).status).toBe(200);
  expect((await shop.post('callers', { ...call, facts: { reason: 'fun' } })).status).toBe(422);
  expect(refused(await shop.post('callers', { ...call, policy: 'none' }))).toEqual([404, 'unknown-policy']);
  expect(refused(await shop.post('callers', { ...call, story: 7 }))).toEqual([400, 'invalid-body']);
});

test('is talked about with nobody in a chat, and whoever tries hears so', async () => {
  const shop = await deskShop();
  const { reference } = (await shop.post('callers', call)).body;
  const step = (action: string, body: object) => shop.post(`cases/${String(reference)}/${action}`, body);
  expect((await step('claim', {})).body.case?.steps).not.toContain('ask');
  for (const [action, body] of [
    ['say', { text: 'Hello?' }],
    ['ask', { fact: 'reason' }],
    ['hand-back', {}],
  ] as const) {
    const answer = await step(action, body);
    expect(refused(answer)).toEqual([409, 'no-chat']);
    expect(answer.body.error?.message).toContain('on the phone');
  }
  expect((await step('rule', { ruling: 'uphold', reason: 'It is too late.' })).status).toBe(200);
  expect(refused(await step('say', { text: 'Anything else?' }))).toEqual([409, 'no-chat']);
});
