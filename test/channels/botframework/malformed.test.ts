import { expect, test } from 'vitest';
import { channelUser } from './channel-user.ts';
import { fakeConnector } from './fake-connector.ts';
import { product } from './product.ts';

test('what is no activity is 400 and says where it is wrong, and the process lives', async () => {
  const { base } = await product();
  const { serviceUrl, attempted } = await fakeConnector();
  const anna = channelUser(base, serviceUrl);
  const fields: [Record<string, unknown>, string][] = [
    [{ text: 5 }, 'text'],
    [{ text: { toString: 'x' } }, 'text'],
    [{ type: undefined }, 'type'],
    [{ type: '' }, 'type'],
    [{ id: 7 }, 'id'],
    [{ id: 'x'.repeat(2_000) }, 'id'],
    [{ channelId: undefined }, 'channelId'],
    [{ channelId: '../x' }, 'channelId'],
    [{ conversation: undefined }, 'conversation'],
    [{ conversation: { id: '' } }, 'conversation.id'],
    [{ from: undefined }, 'from'],
    [{ from: 'anna' }, 'from'],
    [{ recipient: { id: 1 } }, 'recipient.id'],
    [{ serviceUrl: undefined }, 'serviceUrl'],
    [{ serviceUrl: 'nonsense' }, 'serviceUrl'],
    [{ serviceUrl: 'file:///etc/passwd' }, 'serviceUrl'],
    [{ entities: 'x' }, 'entities'],
    [{ entities: [{ type: 'mention', text: 5 }] }, 'entities.0.text'],
    [{ attachments: [{}] }, 'attachments.0.contentType'],
    [{ membersAdded: [{}] }, 'membersAdded.0.id'],
    [{ channelData: [] }, 'channelData'],
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
