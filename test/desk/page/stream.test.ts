import { expect, test } from 'vitest';
import { deskShop, token } from '../desk-shop.ts';

/** The events of a stream as they come. */
async function listen(base: string) {
  const leave = new AbortController();
  const response = await fetch(`${base}/desk/api/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leave.signal,
  });
  let text = '';
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })().then(
    () => 'ended',
    () => 'broken off',
  );
  return {
    response,
    ended,
    leave: () => leave.abort(),
    events: () => [...text.matchAll(/^event: case\ndata: (.+)$/gm)].map(([, data = '']) => JSON.parse(data) as unknown),
  };
}

test('whoever listens hears of every change of any case, and of nothing a customer says', async () => {
  const shop = await deskShop();
  const stream = await listen(shop.base);
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
  const { reference, say } = await shop.waiting();
  await say('my secret');
  await shop.post(`cases/${reference}/claim`);
  await expect
    .poll(stream.events)
    .toEqual(['filed', 'customer-message', 'claimed'].map((what) => ({ reference, what })));
  stream.leave();
});

test('open streams do not hold up a stop', async () => {
  const shop = await deskShop();
  const stream = await listen(shop.base);
  await shop.stop();
  // What the stop had to wait for would be broken off in the end.
  expect(await stream.ended).toBe('ended');
});
