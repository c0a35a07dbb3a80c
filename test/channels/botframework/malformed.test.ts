import { expect, test } from 'vitest';
import { words } from '../../wording.ts';
import { channelUser } from './channel-user.ts';
import { fakeConnector } from './fake-connector.ts';
import { product } from './product.ts';

test('what is no activity is 400 and says where it is wrong, and the process lives', async () => {
  const { base } = await product();
  const { serviceUrl, attempted } = await fakeConnector();
  const anna = channelUser(base, serviceUrl);
  const fields: [Record<string, unknown>, string][] = [
    [{ type: undefined }, 'type'],
    [{ type: '' }, 'type'],
    [{ id: 'x'.repeat(2_000) }, 'id'],
    [{ channelId: undefined }, 'channelId'],
    [{ channelId: '../x' }, 'channelId'],
    [{ conversation: undefined }, 'conversation'],
    [{ conversation: { id: '' } }, 'conversation.id'],
    [{ from: undefined }, 'from'],
    [{ from: 'anna' }, 'from'],
    [{ serviceUrl: undefined }, 'serviceUrl'],
    [{ serviceUrl: 'nonsense' }, 'serviceUrl'],
    [{ serviceUrl: 'file:///etc/passwd' }, 'serviceUrl'],
  ];
  for (const [wrong, place] of fields) {
    const response = await anna.post(anna.activityOf({ text: 'hello', ...wrong }));
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect([wrong, response.status, error.code]).toEqual([wrong, 400, 'invalid-activity']);
    expect(error.message).toContain(`at ${place}:`);
  }
  for (const body of ['', '{', '[]', 'null', '5', '"x"', '{}', '\u0000']) {
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(`${base}/api/messages`, { method: 'POST', headers, body });
    expect([body, status]).toEqual([body, 400]);
  }
  expect((await fetch(`${base}/api/messages`)).status).toBe(405);
  expect(attempted).toEqual([]);
  expect(await anna.asks('hello', { text: null, locale: null, value: null, entities: null })).toHaveLength(2);
});

test('what is optional and odd counts as absent, and the log names it', async () => {
  const { base, logged } = await product({ LOG_LEVEL: 'info' });
  const anna = channelUser(base, 'http://127.0.0.1:9');
  await anna.asks('hello');
  const odd: Record<string, unknown>[] = [
    { from: { id: '29:anna', name: null, aadObjectId: null }, locale: null, entities: [null] },
    { locale: 5, channelData: [], value: null, attachments: 'none', entities: 'x' },
    { attachments: [{}, null, { contentType: null }], membersAdded: [{}], deliveryMode: 'expectReplies' },
    { entities: [{ type: 'mention', text: 5, mentioned: {} }], recipient: { id: 1 } },
    { id: 7, replyToId: {}, name: [], conversation: { ...anna.conversation, isGroup: 'no', tenantId: null } },
  ];
  for (const fields of odd) {
    const replies = await anna.asks('help', fields);
    expect([fields, replies[0]?.text]).toEqual([fields, expect.stringContaining(words.say('remark.commands'))]);
  }
  for (const field of ['channelData', 'attachments.contentType', 'entities.mentioned.id', 'conversation.isGroup']) {
    expect(logged()).toContain(`"field":"${field}","msg":"field of an activity not used"`);
  }
});

test('a number in the place of words, and a card that sends its data as text, are read', async () => {
  const { base } = await product();
  const anna = channelUser(base, 'http://127.0.0.1:9');
  await anna.asks('hello');
  const value = JSON.stringify({ returns: { questionId: 'reason', answer: 'changed-mind' } });
  expect((await anna.asks(undefined, { value }))[0]?.text).toContain('you changed your mind');
  const boris = channelUser(base, 'http://127.0.0.1:9');
  await boris.asks('hello');
  expect((await boris.asks(undefined, { text: 2 }))[0]?.text).toContain('you changed your mind');
});

test('hostile words, mentions and submits are taken as what they are', async () => {
  const { base } = await product();
  const anna = channelUser(base, 'http://127.0.0.1:9');
  await anna.asks('hello');
  const mentioned = { id: '28:bot' };
  const hostile: Record<string, unknown>[] = [
    { text: 'x'.repeat(100_000) },
    { text: '<at>(((</at>', entities: [{ type: 'mention', text: '<at>(((</at>', mentioned }] },
    { text: '$& $1', entities: [{ type: 'mention', text: '$&', mentioned }] },
    { value: { returns: { questionId: '__proto__', answer: ['constructor'] } } },
    { value: 'just text' },
    { text: '\u0000\ud800', locale: 'xx-not-a-locale' },
  ];
  for (const fields of hostile) {
    const replies = await anna.asks(undefined, fields);
    expect(replies.at(-1)?.channelData?.returns?.kind).toBe('question');
  }
});
