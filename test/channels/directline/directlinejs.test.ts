import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { call, granted } from '../client.ts';
import { serve } from '../serve.ts';
import { connectClient } from './directlinejs.ts';

async function client(base: string, webSocket: boolean, options: { conversationId?: string; watermark?: string } = {}) {
  const { token } = granted(await call(base, 'POST', '/tokens/generate'));
  const connected = connectClient(base, { token, webSocket, ...options });
  onTestFinished(() => connected.end());
  return { ...connected, token };
}

describe.each([
  ['WebSocket', true],
  ['polling', false],
])('the real botframework-directlinejs over %s', (_, webSocket) => {
  it('opens a conversation, talks, and sees its own message and the answer', async () => {
    const { base } = await serve();
    const { post, until, texts, received, status } = await client(base, webSocket);
    await until(2);
    const id = await post('It is broken 📦', { channelData: { clientActivityID: 'c1' } });
    await until(4);
    expect(texts()).toEqual([
      'Welcome to tool-shop',
      'What is it about?',
      'It is broken 📦',
      'You said It is broken 📦',
    ]);
    expect(received[2]).toMatchObject({ id, channelData: { clientActivityID: 'c1' }, from: { role: 'user' } });
    expect(received[3]).toMatchObject({ replyToId: id, from: { id: 'tool-shop', role: 'bot' } });
    expect(status()).toBe('Online');
  });

  it('takes a conversation up again from its start', async () => {
    const { base } = await serve();
    const first = await client(base, webSocket);
    await first.until(2);
    await first.post('hello');
    await first.until(4);
    first.end();
    const conversationId = first.received[0]?.conversation?.id ?? '';
    const again = connectClient(base, { token: first.token, webSocket, conversationId });
    onTestFinished(() => again.end());
    await again.until(4);
    expect(again.texts()).toEqual(first.texts());
    await again.post('back');
    await again.until(6);
  });

  it('refreshes its token and goes on', async () => {
    const { base } = await serve();
    const { client: directLine, until, post } = await client(base, webSocket);
    await until(2);
    const token = await new Promise<string>((resolve, reject) => {
      (directLine as unknown as { refreshToken(): { subscribe(ok: typeof resolve, no: typeof reject): void } })
        .refreshToken()
        .subscribe(resolve, reject);
    });
    expect(granted(await call(base, 'POST', '/tokens/refresh', { token })).expires_in).toBe(1800);
    await post('hello');
    await until(4);
  });
});

it('the real client comes back by itself after a restart of the server, and misses nothing', async () => {
  // It waits 3 to 15 s before it reconnects; the first value makes that 3.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  onTestFinished(() => void vi.restoreAllMocks());
  const first = await serve();
  const { post, until, texts, received } = await client(first.base, true);
  await until(2);
  await post('before');
  await until(4);
  await first.server.close();
  await first.store.close();
  const { base } = await serve({ dataDir: first.dataDir, port: first.port });
  expect(base).toBe(first.base);
  await post('after');
  await until(6);
  await wait(100);
  expect(texts().slice(2)).toEqual(['before', 'You said before', 'after', 'You said after']);
  expect(new Set(received.map(({ id }) => id)).size).toBe(6);
});
