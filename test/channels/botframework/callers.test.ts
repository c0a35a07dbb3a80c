import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { refuseForeignService, refuseStrangers } from '../../../src/channels/botframework/authentication/callers.ts';
import { channelUser } from './channel-user.ts';
import { fakeConnector } from './fake-connector.ts';
import { product } from './product.ts';

const request = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers: { host: 'localhost:3978', ...headers } }) as unknown as IncomingMessage;

describe('without an app id', () => {
  test.each([
    ['127.0.0.1', {}],
    ['127.8.9.1', {}],
    ['::1', { host: '[::1]:3978' }],
    ['::ffff:127.0.0.1', { host: '127.0.0.1' }],
  ])('a caller at %s with %o is heard', (address, headers) => {
    expect(() => refuseStrangers(request(address, headers as Record<string, string>))).not.toThrow();
  });

  test.each([
    ['10.0.0.7', {}],
    ['::ffff:10.0.0.7', {}],
    ['127.0.0.1.evil.example', {}],
    [undefined, {}],
    ['10.0.0.7', { 'x-forwarded-for': '127.0.0.1' }],
    ['10.0.0.7', { forwarded: 'for=127.0.0.1' }],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }],
    ['127.0.0.1', { forwarded: 'for=203.0.113.9' }],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1, ::1' }],
    ['127.0.0.1', { via: '1.1 proxy' }],
    ['127.0.0.1', { 'x-real-ip': '127.0.0.1' }],
    ['127.0.0.1', { host: 'evil.example' }],
  ])('a caller at %s with %o is refused', (address, headers) => {
    expect(() => refuseStrangers(request(address, headers as Record<string, string>))).toThrow(
      expect.objectContaining({ statusCode: 401, message: expect.stringContaining('MicrosoftAppId is not set') }),
    );
  });

  test.each([
    'http://localhost:5000',
    'http://127.0.0.1:5000/x',
    'https://[::1]/',
    'http://LOCALHOST',
    'http://2130706433/',
  ])('replies may go to %s', (url) => expect(() => refuseForeignService(url, 'this-machine')).not.toThrow());

  test.each([
    'https://smba.trafficmanager.net/teams/',
    'http://localhost.evil.example',
    'http://127.0.0.1@evil.example/',
    'http://127.0.0.1.evil.example/',
    'ftp://localhost/',
    'nonsense',
  ])('replies may not go to %s', (url) => {
    expect(() => refuseForeignService(url, 'this-machine')).toThrow(expect.objectContaining({ statusCode: 403 }));
  });

  test('the route refuses a foreign serviceUrl, and what a page in a browser can send', async () => {
    const { base } = await product();
    const anna = channelUser(base, 'https://smba.trafficmanager.net/teams/');
    expect((await anna.says('hello')).status).toBe(403);
    const { serviceUrl } = await fakeConnector();
    const local = channelUser(base, serviceUrl);
    const activity = local.activityOf({ text: 'hello' });
    expect((await local.post(activity, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await local.post(activity, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(401);
    expect((await local.post(activity)).status).toBe(200);
  });

  const external = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  test.skipIf(external === undefined)('a real connection from another address is refused', async () => {
    const { port } = await product({ HOST: '0.0.0.0' });
    const { serviceUrl } = await fakeConnector();
    const anna = channelUser(`http://${external}:${port}`, serviceUrl);
    const response = await anna.post(anna.activityOf({ text: 'hello' }));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'app-id-missing' } });
  });

  test.each([{ NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://returns.example.com' }])(
    'nobody is heard with %o, not even on this machine: a proxy on it may bring anybody',
    async (settings) => {
      const { base } = await product(settings as unknown as Record<string, string>);
      const { serviceUrl } = await fakeConnector();
      const response = await channelUser(base, serviceUrl).says('hello');
      expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 'app-id-missing' } }]);
    },
  );
});

describe('with an app id in production', () => {
  test.each(['http://127.0.0.1:9200/', 'http://169.254.169.254/', 'http://db.internal/', 'http://[::1]/'])(
    'replies may not go to %s',
    (url) =>
      expect(() => refuseForeignService(url, 'public-addresses')).toThrow(expect.objectContaining({ statusCode: 403 })),
  );

  test('replies may go to a channel', () => {
    expect(() => refuseForeignService('https://smba.trafficmanager.net/teams/', 'public-addresses')).not.toThrow();
  });
});
