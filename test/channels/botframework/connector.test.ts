import { describe, expect, test } from 'vitest';
import { createConnector } from '../../../src/channels/botframework/delivery/connector.ts';
import { retryAfterMs } from '../../../src/outbox/retry-after.ts';
import { drop, fakeConnector, status } from './fake-connector.ts';

const now = () => new Date('2026-11-21T09:00:00Z');
const account = { id: 'x' };
const never = new AbortController().signal;

async function channel(token?: string) {
  const service = await fakeConnector();
  const connector = createConnector({ token: async () => token, now });
  const reference = {
    channelId: 'msteams',
    serviceUrl: service.serviceUrl,
    conversation: { id: 'a/b?c' },
    user: account,
    bot: account,
  };
  const post = (activity = {}, signal = never) => connector(reference, { type: 'message', ...activity }, signal);
  return { ...service, post };
}

describe('a post to a channel', () => {
  test('carries the token, and every id as one part of the path', async () => {
    const { post, accepted } = await channel('t0ken');
    expect(await post({ replyToId: '../1' })).toEqual({ kind: 'delivered' });
    expect(accepted[0]).toMatchObject({
      authorization: 'Bearer t0ken',
      path: '/v3/conversations/a%2Fb%3Fc/activities/..%2F1',
    });
  });

  test('without an app id carries none', async () => {
    const { post, accepted } = await channel();
    await post();
    expect(accepted[0]).toMatchObject({ path: '/v3/conversations/a%2Fb%3Fc/activities' });
    expect(accepted[0]?.authorization).toBeUndefined();
  });

  test.each([401, 403, 408, 412, 425, 429, 500, 502, 503, 504])('that meets %i may work later', async (code) => {
    const { post, failures } = await channel();
    failures.push(status(code, { 'retry-after': '7' }));
    expect(await post()).toEqual({ kind: 'later', status: code, afterMs: 7_000 });
  });

  test.each([301, 307, 400, 404, 405, 409, 410, 413])('that meets %i never will', async (code) => {
    const { post, failures } = await channel();
    failures.push(status(code, { location: '/' }));
    expect(await post()).toEqual({ kind: 'refused', status: code });
  });

  test('that is dropped, or ended by a stop, throws', async () => {
    const { post, failures } = await channel();
    failures.push(drop, () => undefined);
    await expect(post()).rejects.toThrow();
    await expect(post({}, AbortSignal.timeout(50))).rejects.toThrow();
  });
});

test.each([
  [null, undefined],
  ['2', 2_000],
  ['0', 0],
  ['Sat, 21 Nov 2026 09:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 08:00:00 GMT', 0],
  ['999999999', 3_600_000],
  ['soon', undefined],
])('Retry-After: %s is a pause of %s ms', (header, expected) => {
  expect(retryAfterMs(header, now())).toBe(expected);
});
