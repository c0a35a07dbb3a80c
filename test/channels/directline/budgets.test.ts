import { request } from 'node:http';
import { expect, test } from 'vitest';
import { budgets } from '../../../src/budgets.ts';
import type { Store } from '../../../src/store/store.ts';
import { pictureHeads } from '../../pictures.ts';
import { call, listen, refused, start } from '../client.ts';
import { serve } from '../serve.ts';

const MB = 1024 * 1024;

/** Uploads an activity with files, as Web Chat does. */
async function upload(
  base: string,
  { here, token }: { here: string; token: string },
  activity: unknown,
  files: Uint8Array<ArrayBuffer>[] = [],
) {
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  for (const file of files) form.append('file', new Blob([file], { type: 'image/png' }), 'crack.png');
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${base}/v3/directline${here}/upload`, { method: 'POST', headers, body: form });
  return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
}

test('an upload cannot bring an activity that is larger than any other may be', async () => {
  const { base, store } = await serve();
  const chat = await start(base);
  for (const bytes of [4 * MB - 10_000, 300 * 1024, 70 * 1024]) {
    const activity = { type: 'message', text: 'see the photo', channelData: { blob: 'x'.repeat(bytes) } };
    expect(refused(await upload(base, chat, activity))).toEqual([413, 'too-large']);
  }
  expect(await store.activities(chat.conversationId, 2, 9)).toEqual([]);
});

test('JSON of very many values is refused before it is parsed', async () => {
  const { base } = await serve();
  const { here, token } = await start(base);
  const wide = `{"type":"message","value":[${'[],'.repeat(80_000)}[]]}`;
  for (const body of [wide, `[${'0,'.repeat(100_000)}0]`, `[${'{},'.repeat(60_000)}{}]`]) {
    expect(refused(await call(base, 'POST', `${here}/activities`, { token, body }))).toEqual([400, 'too-many-values']);
  }
});

test('an upload of very many parts is refused before they are read', async () => {
  const { base } = await serve();
  const { here, token } = await start(base);
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
  for (const [boundary, type] of [
    ['x', 'boundary=x'],
    ['x', 'boundary="x"; charset=utf-8'],
  ]) {
    const headers = { 'content-type': `multipart/form-data; ${type}` };
    const body = `${part.repeat(60_000)}--${boundary}--\r\n`;
    const answer = await call(base, 'POST', `${here}/upload`, { token, headers, body });
    expect(refused(answer)).toEqual([400, 'too-many-parts']);
  }
});

test('a page of a long conversation is no larger than a megabyte, and the next goes on from it', async () => {
  const { base, store } = await serve();
  const chat = await start(base);
  for (let at = 0; at < 50; at += 1) {
    expect((await chat.say('look', { channelData: { blob: 'x'.repeat(60_000) } })).status).toBe(200);
  }
  const first = await chat.read();
  expect(JSON.stringify(first).length).toBeLessThan(budgets.answer.bytes * 1.1);
  const ids: string[] = [];
  for (let set = first; set.activities.length > 0; set = await chat.read(set.watermark)) {
    ids.push(...set.activities.map(({ id }) => id));
  }
  expect(ids).toEqual((await store.activities(chat.conversationId, 0, 1_000)).map(({ id }) => id));
});

test('a conversation that has become too large takes no more of what is large, but a short message', async () => {
  const wrapStore = (store: Store): Store => ({
    ...store,
    conversationBytes: async () => budgets.conversation.keptBytes,
  });
  const { base } = await serve({ wrapStore });
  const { say } = await start(base);
  expect(refused(await say('x'.repeat(5_000)))).toEqual([409, 'conversation-full']);
  expect((await say('is anybody there?')).status).toBe(200);
});

test('one address opens so many chats in a minute, and hears when it may open more', async () => {
  const { base } = await serve({ config: { rates: { chats: 3 } } });
  const answers = [];
  for (let at = 0; at < 4; at += 1) answers.push(await call(base, 'POST', '/tokens/generate'));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  const [last] = answers.slice(-1);
  expect(last && refused(last)).toEqual([429, 'too-many-requests']);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a token and the chat that it opens count as one', async () => {
  const { base } = await serve({ config: { rates: { chats: 3 } } });
  for (let at = 0; at < 3; at += 1) await start(base);
  await expect(start(base)).rejects.toThrow('429');
});

test('behind a proxy that is named, one customer’s flood leaves the next one their chats', async () => {
  const { base } = await serve({ config: { trustedProxies: 1, rates: { chats: 2, requests: 5 } } });
  const from = (address: string) =>
    call(base, 'POST', '/tokens/generate', { headers: { 'x-forwarded-for': `198.51.100.1, ${address}` } });
  for (let at = 0; at < 9; at += 1) await from('203.0.113.9');
  expect((await from('203.0.113.9')).status).toBe(429);
  expect((await from('203.0.113.10')).status).toBe(200);
});

test('a conversation takes so many messages in a minute, and others go on', async () => {
  const { base } = await serve({ config: { rates: { messages: 3 } } });
  const [one, other] = [await start(base), await start(base)];
  const statuses = [];
  for (let at = 0; at < 4; at += 1) statuses.push((await one.say('hello')).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await other.say('hello')).status).toBe(200);
});

test('a shop opens so many chats in a minute, and the shop beside it goes on', async () => {
  const { base } = await serve({ config: { rates: { shopChats: 1 } } });
  await start(base);
  await expect(start(base)).rejects.toThrow('429');
  await start(base, 'fortnight-shop');
});

test('a chat has so many sockets at once; one that closes makes room', async () => {
  const { base } = await serve();
  const { streamUrl } = await start(base);
  const streams = Array.from({ length: budgets.conversation.sockets }, () => listen(streamUrl));
  await Promise.all(streams.map(({ opened }) => opened));
  expect((await listen(streamUrl).closed).code).toBe(1006);
  streams[0]?.socket.close();
  await streams[0]?.closed;
  await expect
    .poll(async () => {
      const again = listen(streamUrl);
      return Promise.race([again.opened.then(() => 'open'), again.closed.then(() => 'refused')]);
    })
    .toBe('open');
});

test('a frame that no client sends ends its socket', async () => {
  const { base } = await serve();
  const { streamUrl } = await start(base);
  const { socket, opened, closed } = listen(streamUrl);
  await opened;
  socket.send('x'.repeat(budgets.socket.frameBytes + 1));
  expect((await closed).code).toBe(1009);
});

test('bodies that are promised together beyond what there is room for are asked to come later', async () => {
  const { base, port } = await serve();
  const { here, token } = await start(base);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/png', 'content-length': 4 * MB };
  const path = `/v3/directline${here}/upload`;
  const slow = Array.from({ length: budgets.request.allBodiesBytes / (4 * MB) }, () => {
    const sending = request({ port, method: 'POST', path, headers });
    sending.on('error', () => undefined).write('x');
    return sending;
  });
  await expect
    .poll(async () =>
      refused(
        await call(base, 'POST', `${here}/upload`, { token, headers: { 'content-type': 'image/png' }, body: 'x' }),
      ),
    )
    .toEqual([503, 'busy']);
  for (const sending of slow) sending.destroy();
  await expect
    .poll(
      async () =>
        (await call(base, 'POST', `${here}/upload`, { token, headers: { 'content-type': 'image/png' }, body: 'x' }))
          .status,
    )
    .toBe(200);
});

test('the same upload again while the first is under way leaves no file that belongs to no message', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const kept = new Set<string>();
  const wrapStore = (store: Store): Store => ({
    ...store,
    keepFile: async (file, most) => {
      kept.add(file.id);
      return store.keepFile(file, most);
    },
  });
  const { base, store } = await serve({ delay: () => held, wrapStore });
  const chat = await start(base);
  const activity = { type: 'message', channelData: { clientActivityID: 'u1' } };
  const files = [new Uint8Array(pictureHeads.png(8, 8)), new Uint8Array(pictureHeads.png(9, 9))];
  const uploads = [upload(base, chat, activity, files), upload(base, chat, activity, files)];
  await expect.poll(() => kept.size).toBeGreaterThan(0);
  release();
  expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual([200, 200]);
  const [, , sent, ...others] = await store.activities(chat.conversationId, 0, 9);
  const attached = sent?.activity.attachments as { fileId: string }[];
  expect(new Set(attached.map(({ fileId }) => fileId))).toEqual(kept);
  expect(others.filter(({ activity: { attachments } }) => attachments !== undefined)).toEqual([]);
});

test.each([
  ['alike in their first 256 characters', `${'a'.repeat(256)}1`, `${'a'.repeat(256)}2`],
  ['of different halves of a character', 'a\ud800', 'a\udbff'],
  ['with a space at the end', 'a', 'a '],
  ['composed and decomposed', '\u00e9', 'e\u0301'],
])('messages whose ids are %s are two messages', async (_, first, second) => {
  const { base } = await serve();
  const { say, read } = await start(base);
  const ids = [];
  for (const clientActivityID of [first, second, second]) {
    ids.push((await say('hello', { channelData: { clientActivityID } })).body);
  }
  expect(ids[1]).not.toEqual(ids[0]);
  expect(ids[2]).toEqual(ids[1]);
  expect((await read()).activities.filter(({ from }) => from.role === 'user')).toHaveLength(2);
});
