import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { call, start } from '../client.ts';
import { serve } from '../serve.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const hour = 3_600;

/** Tokens that somebody could make who has a genuine one of their own, and knows all but the key. */
async function forgeries(genuine: string, key: Uint8Array, conv: string): Promise<Record<string, string>> {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { user: 'dl_eve', conv, policy: 'tool-shop', aud: 'directline', iat: now, exp: now + hour };
  const [head = '', body = '', signature = ''] = genuine.split('.');
  const unsigned = (header: object, payload: object = claims) => `${part(header)}.${part(payload)}.`;
  const signed = (payload: Record<string, unknown>, header: Record<string, unknown> = {}, secret = key) => {
    const text = `${part({ alg: 'HS256', ...header })}.${part(payload)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const rs256 = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  const hs512 = await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(Buffer.concat([key, key]));
  const { exp: _1, ...endless } = claims;
  const { user: _2, ...userless } = claims;
  const { conv: _3, ...conversationless } = claims;
  const { policy: _4, ...shopless } = claims;
  return {
    'a word': 'abc',
    'two dots': '..',
    'the key itself': Buffer.from(key).toString('base64url'),
    'no algorithm': unsigned({ alg: 'none' }),
    'no algorithm, in capitals': unsigned({ alg: 'NONE' }),
    'no algorithm, with a signature': `${unsigned({ alg: 'none' })}${signature}`,
    'no header': unsigned({}),
    'another key': signed(claims, {}, Buffer.alloc(32)),
    'an empty key': signed(claims, {}, Buffer.alloc(0)),
    'the key as text': signed(claims, {}, Buffer.from(Buffer.from(key).toString('base64url'))),
    'another algorithm': rs256,
    'a longer hash': hs512,
    'a signature of other claims': `${head}.${part(claims)}.${signature}`,
    'a signature under another header': `${part({ alg: 'HS256', kid: 'x' })}.${body}.${signature}`,
    'a cut signature': genuine.slice(0, -2),
    'no signature': `${head}.${body}.`,
    'no third part': `${head}.${body}`,
    'four parts': `${genuine}.${signature}`,
    'a signature of noughts': `${head}.${body}.${'A'.repeat(43)}`,
    'a key in the header': signed(claims, { jwk: { kty: 'oct', k: '' } }, Buffer.alloc(0)),
    'an address of keys in the header': signed(claims, { jku: 'http://127.0.0.1/keys' }, Buffer.alloc(32)),
    'an extension that must be understood': signed(claims, { crit: ['exp'] }),
    'another audience': signed({ ...claims, aud: 'return-form' }),
    'the audience of the desk': signed({ ...claims, aud: 'desk' }),
    'no audience': signed({ ...claims, aud: undefined }),
    'no end': signed(endless),
    'an end in words': signed({ ...claims, exp: 'never' }),
    'a beginning still to come': signed({ ...claims, nbf: now + hour }),
    'no user': signed(userless),
    'a user of another channel': signed({ ...claims, user: 'anna' }),
    'a user that is a list': signed({ ...claims, user: ['dl_anna'] }),
    'no conversation': signed(conversationless),
    'an empty conversation': signed({ ...claims, conv: '' }),
    'no shop': signed(shopless),
    'claims that are no object': signed([] as never),
    'claims that are no JSON': `${head}.${Buffer.from('{').toString('base64url')}.${signature}`,
  };
}

test('more than 25 kinds of forged tokens are 401 with one body, on every route, and nothing is written', async () => {
  const { base, keys, store } = await serve();
  const { here, token, conversationId } = await start(base);
  const forged = await forgeries(token, Buffer.from(keys.directLine, 'base64url'), conversationId);
  expect(Object.keys(forged).length).toBeGreaterThan(25);
  const routes = [
    ['POST', '/tokens/refresh'],
    ['POST', '/conversations'],
    ['GET', here],
    ['GET', `${here}/activities`],
    ['POST', `${here}/activities`],
    ['POST', `${here}/upload`],
  ] as const;
  const bodies = new Set<string>();
  for (const [what, presented] of Object.entries(forged)) {
    for (const [method, path] of routes) {
      const { status, body } = await call(base, method, path, { token: presented });
      expect([what, path, status]).toEqual([what, path, 401]);
      bodies.add(JSON.stringify(body));
    }
  }
  expect([...bodies]).toEqual([expect.stringContaining('"token-invalid"')]);
  expect(await store.activities(conversationId, 0, 9)).toHaveLength(2);
});
