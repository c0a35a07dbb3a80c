import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../eventually.ts';
import { words } from '../../wording.ts';
import { channelUser } from './channel-user.ts';
import { drop, fakeConnector, status } from './fake-connector.ts';
import { product } from './product.ts';

const texts = (posted: { text?: string }[]) => posted.map(({ text }) => text ?? '');

test('a first message that says hello is greeted and asked, in order, and each reply answers it', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  expect((await anna.says('hi')).status).toBe(200);
  await eventually(() => expect(connector.accepted).toHaveLength(2));
  const [greeting, question] = connector.accepted;
  expect(greeting).toMatchObject({
    type: 'message',
    channelId: 'msteams',
    from: { id: '28:bot' },
    recipient: { id: '29:anna' },
    conversation: anna.conversation,
    replyToId: 'in-1',
    path: `/v3/conversations/${encodeURIComponent(anna.conversation.id)}/activities/in-1`,
  });
  expect(question?.channelData?.returns).toMatchObject({ kind: 'question', id: 'reason' });
  expect(question?.text).toContain('1. It does not work properly');
  expect(question).not.toHaveProperty('suggestedActions');
});

test('a first message of somebody in danger gets the advice at once, and no greeting', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  await anna.says('The charger is on fire, what should I do?');
  await eventually(() => expect(connector.accepted).toHaveLength(1));
  const [advice] = connector.accepted;
  expect(advice?.text).toMatch(/^Please stop using it at once\./);
  expect(advice?.channelData?.returns).toMatchObject({ kind: 'handoff', state: 'waiting' });
});

test('every reply arrives once and in order though the channel fails in every way first', async () => {
  const { base, logged } = await product();
  const connector = await fakeConnector();
  const { promise: bothAnswered, resolve } = Promise.withResolvers<void>();
  const down: typeof drop = (response) => void bothAnswered.then(() => status(503)(response));
  connector.failures.push(down, drop, status(429, { 'retry-after': '2' }));
  const anna = channelUser(base, connector.serviceUrl);
  await anna.says('hello');
  await anna.says('1');
  resolve();
  await eventually(() => expect(connector.accepted).toHaveLength(3));
  const ids = connector.accepted.map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect([...ids].sort()).toEqual(ids);
  expect(connector.attempted.slice(0, 4).map(({ id }) => id)).toEqual(Array.from({ length: 4 }, () => ids[0]));
  expect(connector.accepted.map(({ replyToId }) => replyToId)).toEqual(['in-1', 'in-1', 'in-2']);
  expect(logged()).toMatch(/"status":429,"delayMs":2\d{3}\b/);
});

test('a restart loses no reply and changes no order', async () => {
  const { base, stop, start } = await product();
  const connector = await fakeConnector();
  connector.failures.push(...Array.from({ length: 3 }, () => status(503)));
  const anna = channelUser(base, connector.serviceUrl);
  await anna.says('hello');
  await anna.says('1');
  await eventually(() => expect(connector.attempted.length).toBeGreaterThan(0));
  await stop();
  expect(connector.accepted).toEqual([]);
  const [first] = connector.attempted;
  await start();
  await eventually(() => expect(connector.accepted).toHaveLength(3));
  expect(connector.accepted[0]?.id).toBe(first?.id);
  expect(connector.accepted.map(({ replyToId }) => replyToId)).toEqual(['in-1', 'in-1', 'in-2']);
});

test('what the channel refuses for good is given up with its id in the log, and the rest arrives', async () => {
  const { base, logged } = await product();
  const connector = await fakeConnector();
  connector.failures.push(status(404));
  await channelUser(base, connector.serviceUrl).says('hello');
  await eventually(() => expect(connector.accepted).toHaveLength(1));
  expect(connector.accepted[0]?.channelData?.returns).toMatchObject({ kind: 'question' });
  const [line] = logged().trim().split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({ effectId: 1, status: 404, msg: 'delivery given up' });
  expect(logged()).not.toMatch(/thread\.tacv2|29:anna|hello/);
});

test('a channel that redirects does not get the reply taken elsewhere', async () => {
  const { base } = await product();
  const [connector, elsewhere] = [await fakeConnector(), await fakeConnector()];
  connector.failures.push(status(307, { location: elsewhere.serviceUrl }));
  await channelUser(base, connector.serviceUrl).says('hello');
  await eventually(() => expect(connector.accepted).toHaveLength(1));
  expect(elsewhere.attempted).toEqual([]);
});

test('a message that comes again changes nothing and is answered once', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  const hello = anna.activityOf({ text: 'hello' });
  const reason = anna.activityOf({ text: '1' });
  await Promise.all([anna.post(hello), anna.post(hello)]);
  await anna.post(reason);
  await anna.post(hello);
  await anna.post(reason);
  await anna.says('help');
  await eventually(() => expect(connector.accepted.at(-1)?.text).toContain(words.say('remark.commands')));
  expect(connector.accepted.map(({ replyToId }) => replyToId)).toEqual(['in-1', 'in-1', 'in-2', 'in-3']);
});

test('who joins is greeted once, and the bot itself is nobody who joins', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl, 'emulator');
  const joins = (id: string) => anna.says(undefined, { type: 'conversationUpdate', membersAdded: [{ id }] });
  await joins('28:bot');
  await joins('29:anna');
  await joins('29:anna');
  await eventually(() => expect(connector.accepted).toHaveLength(2));
  await anna.says('I changed my mind');
  await eventually(() => expect(connector.accepted).toHaveLength(3));
  expect(connector.accepted[0]).not.toHaveProperty('replyToId');
  expect(connector.accepted[1]).toHaveProperty('suggestedActions');
  expect(connector.accepted[2]?.text).toContain('you changed your mind');
});

test('a first message that answers is taken as the answer, under the policy that it names', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const first = await channelUser(base, connector.serviceUrl).asks('My device is broken');
  expect(first.map(({ channelData }) => channelData?.returns?.id)).toEqual([undefined, 'orderNumber']);
  const named = await channelUser(base, connector.serviceUrl).asks('tool-shop hello');
  expect(named.at(-1)?.channelData?.returns?.id).toBe('reason');
  expect(named[0]?.text).not.toBe(first[0]?.text);
  const byData = await channelUser(base, connector.serviceUrl).asks('hello', {
    channelData: { policy: 'tool-shop' },
  });
  expect(texts(byData)).toEqual(texts(named));
  const unknown = await channelUser(base, connector.serviceUrl).asks('no-such-shop', { channelData: { policy: 'x' } });
  expect(unknown[0]?.text).toBe(first[0]?.text);
});

test('expectReplies brings the replies within the response, the same for a repeat, and nothing by the outbox', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  const hello = anna.activityOf({ text: 'hello', deliveryMode: 'expectReplies' });
  const answers = [await (await anna.post(hello)).json(), await (await anna.post(hello)).json()];
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({
    activities: [
      { type: 'message', replyToId: 'in-1', id: expect.stringMatching(/^bf-[0-9a-f]{32}\|0000002$/) },
      { id: expect.stringMatching(/0000003$/), channelData: { returns: { kind: 'question' } } },
    ],
  });
  await anna.says('1');
  await eventually(() => expect(connector.accepted).toHaveLength(1));
  expect(connector.accepted[0]?.replyToId).toBe('in-2');
});

test('expectReplies needs no serviceUrl', async () => {
  const { base } = await product();
  const replies = await channelUser(base, 'http://127.0.0.1:9').asks('hello', { serviceUrl: undefined });
  expect(replies).toHaveLength(2);
});

test('the house reaches the customer where they wrote from last', async () => {
  const { base, later } = await product({ REMIND_AFTER_MINUTES: '30' });
  const [first, second] = [await fakeConnector(), await fakeConnector()];
  const anna = channelUser(base, first.serviceUrl);
  await anna.says('hello');
  await eventually(() => expect(first.accepted).toHaveLength(2));
  await anna.asks('1', { serviceUrl: second.serviceUrl });
  later(31);
  await eventually(() => expect(second.accepted).toHaveLength(1));
  expect(second.accepted[0]?.text).toContain(words.say('silence.remind'));
  expect(second.accepted[0]).not.toHaveProperty('replyToId');
  expect(first.attempted).toHaveLength(2);
});

test('in Teams a mention of the bot is not part of what is said', async () => {
  const { base } = await product();
  const anna = channelUser(base, 'http://127.0.0.1:9');
  await anna.asks('hello');
  const mention = { type: 'mention', text: '<at>Returns</at>', mentioned: { id: '28:bot', name: 'Returns' } };
  const replies = await anna.asks('<at>Returns</at>&nbsp;2\n', { entities: [mention] });
  expect(replies[0]?.text).toContain('you changed your mind');
});

test.each([
  [
    'a mention whose text is missing',
    { text: '<at>Returns</at> 2', entities: [{ type: 'mention', text: null, mentioned: { id: '28:bot' } }] },
  ],
  ['a quote', { text: '<quoted messageId="17"/> 2' }],
  ['a quote of a message with its words', { text: '<blockquote itemid="17">Which?</blockquote>\n2' }],
  [
    'a reference to a message',
    { text: '2', attachments: [{ contentType: 'messageReference', content: '{"messageId":"17"}' }] },
  ],
])('in Teams %s beside an answer leaves the answer', async (_, fields) => {
  const { base } = await product();
  const anna = channelUser(base, 'http://127.0.0.1:9');
  await anna.asks('hello');
  const replies = await anna.asks(undefined, fields);
  expect(replies[0]?.text).toContain('you changed your mind');
  expect(JSON.stringify(replies)).not.toContain('could not be kept');
});

test('other kinds of activities are taken without a word', async () => {
  const { base } = await product();
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  for (const type of ['typing', 'messageReaction', 'endOfConversation', 'event', 'installationUpdate']) {
    expect((await anna.says(undefined, { type })).status).toBe(200);
  }
  expect((await anna.says(undefined, { type: 'invoke', name: 'x' })).status).toBe(501);
  expect(await anna.asks('hello', { type: 'typing' })).toEqual([]);
  expect(connector.attempted).toEqual([]);
});

test('while an order is looked up the channel shows that an answer is on its way, and nothing waits for that', async () => {
  const orders = createServer((_, response) => {
    setTimeout(() => {
      response.writeHead(404);
      response.end();
    }, 300);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void orders.close());
  await once(orders, 'listening');
  const { base } = await product({ ORDERS_URL: `http://127.0.0.1:${(orders.address() as AddressInfo).port}` });
  const connector = await fakeConnector();
  const anna = channelUser(base, connector.serviceUrl);
  for (const text of ['hello', '1', '4711', 'anna@example.org']) await anna.says(text);
  await eventually(() => expect(connector.accepted.at(-1)?.text).toContain(words.say('order.missing')));
  const [typing, ...others] = connector.accepted.filter(({ type }) => type === 'typing');
  expect(typing).toMatchObject({ type: 'typing', from: { id: '28:bot' }, recipient: { id: '29:anna' } });
  expect(others).toEqual([]);
});
