import { expect, test } from 'vitest';
import { signatureOf } from '../../../src/desk/chatwoot/signature.ts';
import { call, deskShop } from '../desk-shop.ts';
import { chatwootShop } from './chatwoot-shop.ts';
import { account, mia, webhookSecret, webhookToken } from './fake-chatwoot.ts';

type Shop = Awaited<ReturnType<typeof chatwootShop>>;

/** A reply of an agent as its webhook has it. */
async function replied(shop: Shop) {
  const { customer, conversation } = await shop.filed();
  await customer.newTexts();
  const message = {
    id: 9_000,
    content: 'Hello',
    message_type: 'outgoing' as const,
    private: false,
    source_id: null,
    created_at: 1,
    sender: { ...mia, type: 'user' as const },
    status: 'sent' as const,
  };
  return { customer, conversation, event: shop.chatwoot.messageEvent(conversation, message) };
}

/** What the webhook answers to a body, signed unless headers say otherwise. */
async function send(shop: Shop, event: object | string, { path = webhookToken, headers = {} }: Sent = {}) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const seconds = String(Math.floor(shop.clock.now.getTime() / 1_000));
  const signed = {
    'x-chatwoot-timestamp': seconds,
    'x-chatwoot-signature': signatureOf(body, seconds, webhookSecret),
    ...headers,
  };
  const answer = await call(`${shop.base}/chatwoot/${path}`, { method: 'POST', headers: signed, body });
  return [answer.status, answer.body.error?.code];
}
interface Sent {
  path?: string;
  headers?: Record<string, string>;
}

test('takes only what comes by its secret address, signed by Chatwoot within five minutes', async () => {
  const shop = await chatwootShop();
  const { customer, event } = await replied(shop);
  const body = JSON.stringify(event);
  const now = shop.clock.now.getTime() / 1_000;
  const signedAt = (seconds: number, secret = webhookSecret) => ({
    headers: {
      'x-chatwoot-timestamp': String(seconds),
      'x-chatwoot-signature': signatureOf(body, String(seconds), secret),
    },
  });
  expect(await send(shop, event, { path: `${webhookToken}x` })).toEqual([401, 'token-invalid']);
  expect(await send(shop, event, { path: webhookToken.slice(1) })).toEqual([401, 'token-invalid']);
  expect(await send(shop, event, { headers: { 'x-chatwoot-signature': '' } })).toEqual([401, 'signature-invalid']);
  expect(await send(shop, event, { headers: { 'x-chatwoot-timestamp': 'now' } })).toEqual([401, 'signature-missing']);
  expect(await send(shop, event, signedAt(now, 'another-secret'))).toEqual([401, 'signature-invalid']);
  expect(await send(shop, event, signedAt(now - 301))).toEqual([401, 'signature-stale']);
  expect(await send(shop, event, signedAt(now + 301))).toEqual([401, 'signature-stale']);
  expect(await send(shop, { ...event, content: 'Other' }, signedAt(now))).toEqual([401, 'signature-invalid']);
  expect(await customer.newTexts()).toEqual([]);
  expect(await send(shop, event, signedAt(now - 299))).toEqual([200, undefined]);
  expect(await customer.newTexts()).toHaveLength(2);
});

test('needs no signature of a Chatwoot that does not sign', async () => {
  const shop = await chatwootShop({ CHATWOOT_WEBHOOK_SECRET: '' });
  const { event } = await replied(shop);
  const unsigned = { headers: { 'x-chatwoot-signature': '', 'x-chatwoot-timestamp': '' } };
  expect(await send(shop, event, { path: 'x', ...unsigned })).toEqual([401, 'token-invalid']);
  expect(await send(shop, event, unsigned)).toEqual([200, undefined]);
});

test('refuses other accounts, other inboxes and replies to what is no case', async () => {
  const shop = await chatwootShop();
  const { customer, conversation, event } = await replied(shop);
  const status = { ...shop.chatwoot.statusEvent(conversation), status: 'resolved' };
  expect(await send(shop, { ...event, account: { id: account + 1 } })).toEqual([403, 'other-inbox']);
  expect(await send(shop, { ...event, inbox: { id: 99 } })).toEqual([403, 'other-inbox']);
  expect(await send(shop, { ...status, inbox_id: 99 })).toEqual([403, 'other-inbox']);
  expect(await send(shop, { ...status, messages: [{ account_id: 99 }] })).toEqual([403, 'other-inbox']);
  const stray = { ...event, conversation: { ...event.conversation, id: 4_242 } };
  expect(await send(shop, stray)).toEqual([404, 'unknown-conversation']);
  expect(await send(shop, { ...stray, private: true })).toEqual([200, undefined]);
  expect(await customer.newTexts()).toEqual([]);
  expect(await shop.stateOf(customer.reference)).toBe('waiting');
});

test('is deaf to the customer, activities, itself, and all that does not say that it is public', async () => {
  const shop = await chatwootShop();
  const { customer, event } = await replied(shop);
  const others = [
    { message_type: 'incoming', sender: { id: 1, name: 'Customer', type: 'contact' } },
    { message_type: 'activity' },
    { private: undefined },
    { private: null },
    { private: 'no' },
    { source_id: 'returns:1:0' },
    { event: 'message_updated' },
    { event: 'conversation_updated' },
    { content: null },
    { content: '\u202e \u0007' },
  ];
  for (const other of others) expect(await send(shop, { ...event, ...other })).toEqual([200, undefined]);
  expect(await customer.newTexts()).toEqual([]);
  expect(await shop.stateOf(customer.reference)).toBe('waiting');
});

test('passes on what an automation or a survey says, and the case is as it was', async () => {
  const shop = await chatwootShop();
  const { customer, event } = await replied(shop);
  const automatic = {
    ...event,
    sender: null,
    content: 'We answer by noon.',
    content_attributes: { automation_rule_id: 4 },
  };
  expect(await send(shop, automatic)).toEqual([200, undefined]);
  const survey = { ...event, id: 9_001, message_type: 'template', content_type: 'input_csat', content: 'How was it?' };
  expect(await send(shop, survey)).toEqual([200, undefined]);
  expect(await customer.newTexts()).toEqual(['**The shop:** We answer by noon.', '**The shop:** How was it?']);
  expect(await shop.stateOf(customer.reference)).toBe('waiting');
});

test('tells a bot of Chatwoot that nobody got its words', async () => {
  const shop = await chatwootShop();
  const { customer, event } = await replied(shop);
  expect(await send(shop, { ...event, sender: { id: 1, name: 'Bot', type: 'agent_bot' } })).toEqual([409, 'not-sent']);
  expect(await customer.newTexts()).toEqual([]);
  expect(await shop.stateOf(customer.reference)).toBe('waiting');
});

test('takes null, an empty text or another kind for absent in all that is optional', async () => {
  const shop = await chatwootShop({ LOG_LEVEL: 'info' });
  const { customer, conversation, event } = await replied(shop);
  const odd = { attachments: 'none', source_id: 5, sender: { ...event.sender, available_name: 7 } };
  expect(await send(shop, { ...event, ...odd, conversation: { ...event.conversation, meta: null } })).toEqual([
    200,
    undefined,
  ]);
  expect((await customer.newTexts()).at(-1)).toContain('Hello');
  expect(shop.logged()).toContain('"field":"attachments","msg":"field of Chatwoot not used"');
  const status = { ...shop.chatwoot.statusEvent(conversation), status: 'resolved', messages: null, updated_at: {} };
  expect(await shop.stateOf(customer.reference)).toBe('claimed');
  expect(await send(shop, status)).toEqual([200, undefined]);
  expect(await shop.stateOf(customer.reference)).toBe('closed');
});

test('refuses what is no event, and what is too long', async () => {
  const shop = await chatwootShop();
  const { customer, event } = await replied(shop);
  expect(await send(shop, 'not json')).toEqual([400, 'invalid-json']);
  expect(await send(shop, '')).toEqual([400, 'invalid-json']);
  expect(await send(shop, '[]')).toEqual([400, 'invalid-event']);
  expect(await send(shop, { ...event, conversation: undefined })).toEqual([400, 'invalid-event']);
  expect(await send(shop, { ...event, content: 'x'.repeat(2 ** 20) })).toEqual([413, 'too-large']);
  expect(await send(shop, { ...event, content: 'x'.repeat(4_001) })).toEqual([409, 'not-sent']);
  expect(await customer.newTexts()).toEqual([]);
});

test('there is no such address where Chatwoot is not set up', async () => {
  const { base } = await deskShop();
  expect((await call(`${base}/chatwoot/${webhookToken}`, { method: 'POST', body: '{}' })).status).toBe(404);
});
