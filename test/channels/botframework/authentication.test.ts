import { createRequire } from 'node:module';
import { beforeEach, expect, test, vi } from 'vitest';
import { channelUser } from './channel-user.ts';
import { localIssuer } from './issuer.ts';
import { product } from './product.ts';

const appId = '11111111-2222-3333-4444-555555555555';
const serviceUrl = 'https://smba.example/teams/';
const genuine = { aud: appId, serviceurl: serviceUrl };

// botbuilder writes about bad tokens to the console.
beforeEach(() => {
  const silenced = vi.spyOn(console, 'error').mockReturnValue();
  return () => silenced.mockRestore();
});

async function bot() {
  const issuer = await localIssuer();
  const { base, logged } = await product({ MicrosoftAppId: appId, MicrosoftAppPassword: 'secret' }, issuer.cloud);
  const anna = channelUser(base, serviceUrl);
  const post = (token: string | undefined, fields: Record<string, unknown> = {}) =>
    anna.post(anna.activityOf({ text: 'hello', deliveryMode: 'expectReplies', ...fields }), {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    });
  return { issuer, post, logged };
}

test('a genuine token of a channel is heard, from wherever it comes', async () => {
  const { issuer, post } = await bot();
  const response = await post(await issuer.token(genuine));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ activities: [{}, {}] });
});

test('any other token is 401, with nothing told about why', async () => {
  const { issuer, post, logged } = await bot();
  const { token } = issuer;
  const [header, , signature] = (await token(genuine)).split('.');
  const unsigned = `${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${Buffer.from(
    JSON.stringify({ ...genuine, iss: issuer.cloud.ToBotFromChannelTokenIssuer }),
  ).toString('base64url')}.`;
  const past = Math.floor(Date.now() / 1000) - 3_600;
  const bad: Record<string, string | undefined> = {
    'no token': undefined,
    'a forged signature': await token(genuine, { isForged: true }),
    'an unknown key': await token(genuine, { kid: 'k2' }),
    'another bot’s audience': await token({ ...genuine, aud: 'another' }),
    'no audience': await token({ serviceurl: serviceUrl }),
    'another issuer': await token({ ...genuine, iss: 'https://api.botframework.com' }),
    'an expired one': await token({ ...genuine, exp: past }),
    'one that is not valid yet': await token({ ...genuine, nbf: past + 7_200 }),
    'no serviceUrl claim': await token({ aud: appId }),
    'another serviceUrl': await token({ ...genuine, serviceurl: 'https://elsewhere.example/' }),
    'no signature': unsigned,
    'other claims under a genuine signature': `${header}.${Buffer.from('{"aud":"x"}').toString('base64url')}.${signature}`,
    'one that never ends': await token({ ...genuine, exp: undefined }),
    'an issuer of another tenant': await token({ ...genuine, iss: 'https://sts.windows.net/tenant/' }),
    'no issuer': await token({ ...genuine, iss: undefined }),
    'several audiences, none of them ours': await token({ ...genuine, aud: ['a', 'b'] }),
    'an audience that begins like ours': await token({ ...genuine, aud: `${appId}x` }),
    'an empty audience': await token({ ...genuine, aud: '' }),
    'no key id': await token(genuine, { kid: '' }),
    'a key id that is an address': await token(genuine, { kid: 'http://127.0.0.1/key' }),
    'an expiry in words': await token({ ...genuine, exp: 'never' as never }).catch(() => 'a.b.c'),
    'the password of the bot': 'secret',
    'a changed signature': `${(await token(genuine)).slice(0, -4)}AAAA`,
    'no signature at all': (await token(genuine)).split('.').slice(0, 2).join('.'),
    'four parts': `${await token(genuine)}.x`,
    'a header that is no JSON': `abc.${(await token(genuine)).split('.').slice(1).join('.')}`,
    'an HMAC under the public key’s name': `${Buffer.from('{"alg":"HS256","kid":"k1"}').toString('base64url')}.${(await token(genuine)).split('.')[1]}.${Buffer.alloc(32).toString('base64url')}`,
    'no JWT': 'abc',
    'no JSON': 'a.b.c',
    'an empty payload': `${header}..${signature}`,
  };
  const bodies = new Set<string>();
  for (const [what, presented] of Object.entries(bad)) {
    const response = await post(presented);
    expect([what, response.status]).toEqual([what, 401]);
    if (presented !== undefined) bodies.add(await response.text());
  }
  expect(Object.keys(bad).length).toBeGreaterThan(25);
  expect([...bodies]).toEqual([expect.stringContaining('"token-invalid"')]);
  expect(logged()).toBe('');
});

test('tokens that prove nothing leave nothing behind in botbuilder', async () => {
  const { issuer, post } = await bot();
  const { resolve } = createRequire(import.meta.url);
  const parameters = createRequire(resolve('botbuilder'))('botframework-connector/lib/auth/tokenValidationParameters');
  const issuers = parameters.ToBotFromBotOrEmulatorTokenValidationParameters.issuer as string[];
  const before = [...issuers];
  for (const tid of ['tenant-1', 'tenant-2']) {
    const iss = `https://sts.windows.net/${tid}/`;
    const emulators = { ...genuine, iss, tid, ver: '1.0', appid: appId };
    expect((await post(await issuer.token(emulators))).status).toBe(401);
    expect((await post(await issuer.token({ ...genuine, tid }, { isForged: true }))).status).toBe(401);
  }
  expect(issuers).toEqual(before);
});

test('a genuine token does not stand for an activity without a serviceUrl, or of a channel it is not endorsed for', async () => {
  const { issuer, post } = await bot();
  expect((await post(await issuer.token(genuine), { serviceUrl: undefined })).status).toBe(401);
  expect((await post(await issuer.token(genuine), { channelId: 'slack' })).status).toBe(401);
  expect((await post(await issuer.token(genuine), { channelId: 'AseChannel' })).status).toBe(401);
});

test('while the issuer cannot be asked, nobody is let in, and it is not the caller’s fault', async () => {
  const { issuer, post } = await bot();
  issuer.down();
  expect((await post(await issuer.token(genuine))).status).toBe(503);
});
