import { expect, test } from 'vitest';
import { z } from 'zod';
import { call } from '../channels/client.ts';
import { deskShop, token } from '../desk/desk-shop.ts';
import { eventually } from '../eventually.ts';

const base64 = Buffer.from('a webhook secret of some bytes').toString('base64');

/** Secrets of the deployment, each with a part of it that would tell it. */
const secrets = {
  SLACK_SIGNING_SECRET: 'secret-of-slack-signing',
  SLACK_BOT_TOKEN: 'xoxb-secret-of-slack-bot',
  CHATWOOT_TOKEN: 'secret-of-chatwoot-access',
  CHATWOOT_WEBHOOK_TOKEN: 'secret-of-chatwoot-webhook-address',
  CHATWOOT_WEBHOOK_SECRET: 'secret-of-chatwoot-signatures',
  WEBHOOK_SECRET: `whsec_${base64}`,
  METRICS_TOKEN: 'secret-of-the-metrics',
  LLM_API_KEY: 'secret-of-the-model',
};

/** Nothing answers where the shop's systems are, so that all fails that can. */
const nowhere = 'http://127.0.0.1:9';
const settings = {
  ...secrets,
  SLACK_CHANNEL: 'C0123456789',
  SLACK_API_URL: nowhere,
  CHATWOOT_URL: nowhere,
  CHATWOOT_ACCOUNT: '1',
  CHATWOOT_INBOX: '1',
  WEBHOOK_URL: `${nowhere}/hook`,
  LLM_URL: nowhere,
  LLM_MODEL: 'small',
  LOG_LEVEL: 'trace',
};

test('no secret of the shop and no token of a customer is ever in the log, whatever fails', async () => {
  const shop = await deskShop(settings);
  const customer = await shop.waiting('fortnight-shop', ['my kettle from the 3rd is broken']);
  const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
  const form = new URLSearchParams({ name: 'Ann', token });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const logIn = await fetch(`${shop.base}/desk/log-in`, { method: 'POST', body: form, headers, redirect: 'manual' });
  const cookie = z.string().parse(logIn.headers.get('set-cookie')).split(';')[0] ?? '';
  await Promise.all([
    shop.get('cases', { cookie }),
    shop.get('files/nothing', bearer(customer.token)),
    fetch(`${shop.base}/metrics`, { headers: bearer(secrets.METRICS_TOKEN) }),
    fetch(`${shop.base}/chatwoot/${secrets.CHATWOOT_WEBHOOK_TOKEN}`, { method: 'POST', body: '{' }),
    fetch(`${shop.base}/slack/events`, { method: 'POST', body: '{', headers: { 'x-slack-signature': 'v0=0' } }),
    fetch(`${shop.base}/api/messages`, { method: 'POST', body: '{', headers: bearer(customer.token) }),
    call(shop.base, 'POST', `${customer.here}/activities?t=${customer.token}`, { token: customer.token, body: '{' }),
    call(shop.base, 'GET', customer.here, { token: `${customer.token}x` }),
  ]);
  await eventually(() => expect(shop.logged()).toContain('"delivery put off"'));
  const told = [...Object.values(secrets), base64, token, cookie.split('=')[1] ?? '', customer.token].filter((secret) =>
    shop.logged().includes(secret),
  );
  expect(told).toEqual([]);
});
