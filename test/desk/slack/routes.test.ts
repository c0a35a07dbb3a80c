import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mountSlack, type SlackApp } from '../../../src/desk/slack/routes.ts';
import { createLog } from '../../../src/log.ts';
import { createServer } from '../../../src/server.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite.ts';
import { product } from '../../channels/botframework/product.ts';
import { echoConversations } from '../../channels/echo-conversations.ts';
import { serverDefaults, shopPages } from '../../channels/serve.ts';
import { eventually } from '../../eventually.ts';
import { shownText } from './block-schemas.ts';
import { slackChannel } from './fake-slack.ts';
import { eventOf, newTs, sign, signingSecret, workspace } from './workspace.ts';

test('without its settings there is no Slack', async () => {
  const { base } = await product();
  for (const path of ['events', 'interactions', 'commands']) {
    expect((await fetch(`${base}/slack/${path}`, { method: 'POST', body: '{}' })).status).toBe(404);
  }
});

test('Slack’s test of the address is answered', async () => {
  const { send } = await workspace();
  expect(await send('events', JSON.stringify({ type: 'url_verification', challenge: 'abc' }))).toEqual({
    status: 200,
    body: { challenge: 'abc' },
  });
});

test.each([
  ['no signature', { 'x-slack-signature': '' }],
  ['another secret', (sent: string, body: string) => ({ 'x-slack-signature': sign(sent, body, 'another-secret') })],
  ['another body', (sent: string) => ({ 'x-slack-signature': sign(sent, '{"type":"other"}') })],
  ['a signature of another length', { 'x-slack-signature': 'v0=00' }],
  ['no time', { 'x-slack-request-timestamp': 'now' }],
  ['an old request', secondsOff(-400)],
  ['a request from the future', secondsOff(400)],
])('%s is refused on every route', async (_, spoil) => {
  const { send } = await workspace();
  const sent = String(Math.floor(Date.now() / 1_000));
  const bodies = {
    events: '{"type":"url_verification","challenge":"abc"}',
    interactions: 'payload=%7B%7D',
    commands: 'text=',
  };
  for (const [path, body] of Object.entries(bodies)) {
    const headers = typeof spoil === 'function' ? spoil(sent, body) : spoil;
    const answer = await send(path, body, { 'x-slack-request-timestamp': sent, ...headers });
    expect([path, answer.status]).toEqual([path, 401]);
  }
});

test('Slack’s unsigned look at the certificate is answered on every route, and does nothing', async () => {
  const { escalated, send, slack } = await workspace();
  const { card, reference } = await escalated();
  const claim = { type: 'block_actions', user: { id: 'U1' }, actions: [{ action_id: 'case-claim', value: reference }] };
  const smuggled = `&payload=${encodeURIComponent(JSON.stringify(claim))}`;
  for (const path of ['events', 'interactions', 'commands']) {
    for (const body of ['ssl_check=1', `token=x&ssl_check=1${smuggled}`, `ssl_check=1${smuggled}`]) {
      expect(await send(path, body, { 'x-slack-signature': '' })).toEqual({ status: 200, body: undefined });
    }
    expect((await send(path, 'ssl_check=10', { 'x-slack-signature': '' })).status).toBe(401);
    const inText = JSON.stringify({ type: 'x', text: '&ssl_check=1' });
    expect((await send(path, inText, { 'x-slack-signature': '' })).status).toBe(401);
  }
  expect(shownText(card.blocks)).toContain('nobody has claimed it');
  expect([slack.modals, slack.ephemerals]).toEqual([[], []]);
});

test.each([-200, 200])('a clock that is off by %i s is forgiven', async (seconds) => {
  const { send } = await workspace();
  const body = '{"type":"url_verification","challenge":"abc"}';
  expect((await send('events', body, secondsOff(seconds)('', body))).status).toBe(200);
});

function secondsOff(seconds: number) {
  return (_: string, body: string) => {
    const sent = String(Math.floor(Date.now() / 1_000) + seconds);
    return { 'x-slack-request-timestamp': sent, 'x-slack-signature': sign(sent, body) };
  };
}

test('what is no JSON, no payload or too large is refused without harm', async () => {
  const { send } = await workspace();
  expect((await send('events', '{"type":')).status).toBe(400);
  expect((await send('interactions', 'nothing=here')).status).toBe(400);
  expect((await send('interactions', `payload=${encodeURIComponent('{"type":"shortcut"}')}`)).status).toBe(200);
  expect((await send('commands', 'text=hello')).status).toBe(400);
  expect((await send('events', `{"type":"${'x'.repeat(1024 * 1024)}"}`)).status).toBe(413);
  expect((await send('events', JSON.stringify({ type: 'app_rate_limited' }))).status).toBe(200);
});

test('Slack’s repeats and anybody’s replays do nothing twice', async () => {
  const { escalated, press, send, write, slack } = await workspace();
  const { customer, card, reference } = await escalated();
  await press('U0ANN', 'case-claim', reference);
  await eventually(() => expect(shownText(card.blocks)).toContain('Ann Berg has it.'));

  const said = { type: 'message', channel: slackChannel, user: 'U0ANN', text: 'once', ts: newTs(), thread_ts: card.ts };
  const body = eventOf(said, 'Ev1');
  const sent = String(Math.floor(Date.now() / 1_000));
  const exact = { 'x-slack-request-timestamp': sent };
  const repeat = { 'x-slack-request-timestamp': String(Number(sent) + 1), 'x-slack-retry-num': '1' };
  await Promise.all([exact, exact, repeat, repeat].map((headers) => send('events', body, headers)));
  // The same message under another event id: a thread reply that is also shown in the channel.
  await send('events', eventOf({ ...said, subtype: 'thread_broadcast' }, 'Ev2'));
  await write('U0ANN', 'then this', { thread_ts: card.ts });
  await eventually(async () => expect((await customer.texts()).at(-1)).toContain('then this'));
  expect((await customer.texts()).filter((text) => text.includes('once'))).toHaveLength(1);

  const click = new URLSearchParams({
    payload: JSON.stringify({
      type: 'block_actions',
      user: { id: 'U0BOB' },
      channel: { id: slackChannel },
      actions: [{ action_id: 'case-claim', action_ts: newTs(), value: reference }],
    }),
  }).toString();
  for (let time = 0; time < 3; time += 1) await send('interactions', click, exact);
  await eventually(() => expect(slack.ephemerals).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(slack.ephemerals).toHaveLength(1);
});

test('Slack is answered in time though its own API hangs, and work still gets done', async () => {
  const { slack, escalated, press, command, write } = await workspace();
  const { card, customer, reference } = await escalated();
  await eventually(() => expect(slack.inThread(card.ts)).toHaveLength(1));
  slack.next({ kind: 'hang' }, 'users.info');
  slack.next({ kind: 'hang' }, 'chat.update');
  slack.next({ kind: 'hang' }, 'views.open');
  await press('U0ANN', 'case-claim', reference);
  await command('U0ANN', '');
  expect(slack.abandoned()).toBe(0);
  // Without an answer about the name it is the one that came with the click.
  await eventually(async () => expect((await customer.texts()).join()).toContain('u0ann** from the shop'));
  await write('U0ANN', 'I am here', { thread_ts: card.ts });
  await eventually(async () => expect((await customer.texts()).at(-1)).toContain('I am here'));
});

test('a modal is answered in time though the name of who sends it cannot be had', async () => {
  const { slack, escalated, press, submit } = await workspace();
  const { reference } = await escalated();
  await press('U0ANN', 'case-uphold', reference);
  await eventually(() => expect(slack.modals).toHaveLength(1));
  const [modal] = slack.modals;
  if (!modal) throw new Error('no modal');
  slack.next({ kind: 'hang' }, 'users.info');
  const answer = await submit('U0ANN', modal, { reason: { type: 'plain_text_input', value: 'Too late.' } });
  expect(slack.abandoned()).toBe(0);
  expect(answer).toEqual({ status: 200, body: undefined });
});

test('what takes too long is acknowledged empty, and its answer is told to the person later', async () => {
  const late: object[] = [];
  const failed: (string | undefined)[] = [];
  const { promise: answer, resolve } = Promise.withResolvers<object>();
  const { base } = await serveSlack({
    onMessage: async () => undefined,
    onInteraction: () => answer,
    onCommand: () => Promise.reject(new Error('broken')),
    onLate: async (_, missed) => void late.push(missed),
    onFailure: async (user) => void failed.push(user),
  });
  const view = { id: 'V1', callback_id: 'case-modal' };
  const payload = JSON.stringify({ type: 'view_submission', user: { id: 'U0ANN' }, view });
  const response = await signedPost(`${base}/slack/interactions`, new URLSearchParams({ payload }).toString());
  expect(await response.text()).toBe('');
  resolve({ response_action: 'errors', errors: { reason: 'Ann has it.' } });
  await eventually(() => expect(late).toEqual([{ response_action: 'errors', errors: { reason: 'Ann has it.' } }]));

  const command = await signedPost(`${base}/slack/commands`, 'text=&user_id=U0BOB&channel_id=C0CASES');
  expect(command.status).toBe(200);
  expect(failed).toEqual(['U0BOB']);
});

async function serveSlack(app: SlackApp) {
  const folder = mkdtempSync(join(tmpdir(), 'returns-slack-'));
  const store = openSqliteStore(folder);
  const log = createLog('silent');
  const server = createServer({
    conversations: echoConversations(store),
    store,
    config: serverDefaults,
    log,
    pages: shopPages,
    channels: [],
    desks: [
      {
        mount(restify, { inFlight }) {
          mountSlack(restify, { app, signingSecret, store, now: () => new Date(), log }, inFlight);
          return undefined;
        },
      },
    ],
  });
  const { port } = await server.listen();
  onTestFinished(async () => {
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return { base: `http://127.0.0.1:${port}` };
}

function signedPost(url: string, body: string): Promise<Response> {
  const sent = String(Math.floor(Date.now() / 1_000));
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': sent,
    'x-slack-signature': sign(sent, body),
  };
  return fetch(url, { method: 'POST', headers, body });
}

test('a click elsewhere than in the channel of cases does nothing', async () => {
  const { escalated, press, slack } = await workspace();
  const { customer, reference } = await escalated();
  await press('U0EVE', 'case-claim', reference, { channel: { id: 'C0ELSE' } });
  await press('U0EVE', 'case-claim', 'K7M2-9QXD');
  await eventually(() => expect(slack.ephemerals.map(({ text }) => text).join()).toContain('K7M2-9QXD'));
  expect((await customer.texts()).join()).not.toContain('from the shop');
});

test('no name, text or token of anybody stands in the log', async () => {
  const { returns, slack, escalated, write } = await workspace();
  slack.next({ kind: 'error', error: 'invalid_auth' }, 'chat.postEphemeral');
  const { card } = await escalated('My secret story');
  await write('U0BOB', 'A private word', { thread_ts: card.ts }, randomUUID());
  await eventually(() => expect(returns.logged()).toContain('a hint in Slack was lost'));
  expect(returns.logged()).toContain('invalid_auth');
  expect(returns.logged()).not.toMatch(/secret story|private word|xoxb|signing-secret/);
});
