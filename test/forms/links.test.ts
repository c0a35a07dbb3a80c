import { createRemoteJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createFormLinks } from '../../src/forms/links.ts';
import { words } from '../wording.ts';
import { chat, customers, type FormShop, formShop, signed, withStore } from './form-shop.ts';
import { visitor } from './visitor.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

async function linksOf({ dataDir, clock }: FormShop, token: string) {
  const { iss } = payloadOf(token);
  return withStore(dataDir, (store) =>
    createFormLinks({ store, issuer: String(iss), formUrl: 'http://localhost/form', now: () => clock.now }),
  );
}

function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

/** Signs claims with the shop's own key. */
async function forge(shop: FormShop, claims: Record<string, unknown>, alg = 'ES256'): Promise<string> {
  const secret = await withStore(shop.dataDir, (store) => store.secret('form-links-es256', async () => ''));
  const key = await importJWK(JSON.parse(secret) as JWK, 'ES256');
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
}

describe('the token of a form link', () => {
  it('carries the claims of the protocol, and verifies with the keys that are published', async () => {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers.fourteenDays);
    const jwks = createRemoteJWKSet(new URL(`${shop.base}/.well-known/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(token, jwks, {
      audience: 'return-form',
      issuer: 'http://localhost:0',
      currentDate: shop.clock.now,
    });
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'JWT' });
    expect(payload).toMatchObject({ sub: reference, jti: reference });
    expect(payload.return).toMatchObject({
      policy: { id: 'fortnight-shop' },
      resolution: 'return',
      facts: { receivedOn: '2026-11-10' },
      deadline: '2026-11-24',
    });
    // The end of 24 November in Kyiv.
    expect(payload.exp).toBe(Date.parse('2026-11-24T22:00:00Z') / 1_000);
  });

  it('is published without its private part', async () => {
    const shop = await formShop();
    const answer = await fetch(`${shop.base}/.well-known/jwks.json`);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('is refused with any single byte changed', async () => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.return);
    const links = await linksOf(shop, token);
    expect(await links.verify(token)).toMatchObject({ kind: 'valid' });
    const accepted: string[] = [];
    for (let at = 0; at < token.length; at += 1) {
      const own = token.charAt(at);
      const isLast = at === token.length - 1 || token.charAt(at + 1) === '.';
      const near = alphabet[(alphabet.indexOf(own) + 1) % 64] ?? '';
      // Ends of segments have bits that decoders ignore: there every character is tried.
      for (const other of isLast ? `${alphabet}.=+/ \n\u0000é` : `${near}.=é `) {
        if (other === own) continue;
        const { kind } = await links.verify(token.slice(0, at) + other + token.slice(at + 1));
        if (kind !== 'malformed' && kind !== 'forged') accepted.push(`${other} at ${at}: ${kind}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  it('is refused with a byte changed, left out or added, also over HTTP and with no data', async () => {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers.fourteenDays);
    const { open } = visitor(shop.base);
    for (let at = 0; at < token.length; at += 7) {
      const other = token.charAt(at) === 'A' ? 'B' : 'A';
      for (const changed of [
        token.slice(0, at) + other + token.slice(at + 1),
        token.slice(0, at) + token.slice(at + 1),
        `${token.slice(0, at)}${other}${token.slice(at)}`,
      ]) {
        const page = await open(changed);
        expect([400, 401], `${at} ${changed}`).toContain(page.status);
        expect(page.html).not.toContain(reference);
      }
    }
    expect((await open(`${token}=`)).status).toBe(400);
    expect((await open(` ${token}`)).status).toBe(400);
    expect((await open(token)).status).toBe(200);
  });

  it.each([
    ['missing', '', 400, words.say('notice.missing.heading')],
    ['empty', '?token=', 400, words.say('notice.missing.heading')],
    ['two of them', '?token=a.b.c&token=a.b.c', 400, words.say('notice.malformed.heading')],
    ['no token', '?token=hello', 400, words.say('notice.malformed.heading')],
    ['three words', '?token=eyJh.eyJh.eyJh', 400, words.say('notice.malformed.heading')],
    ['not UTF-8', '?token=%ff%fe.%00.%zz', 400, words.say('notice.malformed.heading')],
  ])('%s has a page of its own', async (_, query, status, heading) => {
    const shop = await formShop();
    const page = await visitor(shop.base).request(`/form${query}`);
    expect([page.status, page.heading]).toEqual([status, heading]);
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it('of another key, or without one, is not trusted', async () => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.return);
    const { open } = visitor(shop.base);
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const claims = payloadOf(token);
    const foreign = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    const [, body = ''] = token.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}`;
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from(JSON.stringify(await (await fetch(`${shop.base}/.well-known/jwks.json`)).json())));
    expect((await open(foreign)).heading).toBe(words.say('notice.forged.heading'));
    expect((await open(symmetric)).status).toBe(401);
    expect((await open(`${none}.`)).status).toBe(400);
    expect((await open(`${none}.AAAA`)).status).toBe(401);
  });

  it.each([
    ['another audience', { aud: 'somebody-else' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['several audiences that are all others', { aud: ['a', 'b'] }],
  ])('for %s is for another form', async (_, change) => {
    const shop = await formShop();
    const { token, reference } = await chat(shop, customers.return);
    const page = await visitor(shop.base).open(await forge(shop, { ...payloadOf(token), ...change }));
    expect([page.status, page.heading]).toEqual([401, words.say('notice.foreign.heading')]);
    expect(page.html).not.toContain(reference);
  });

  it.each([
    ['no reference', { sub: undefined }],
    ['no case', { return: undefined }],
    ['no end', { exp: undefined }],
    ['another resolution', { return: { resolution: 'not-eligible' } }],
  ])('that has %s is damaged', async (_, change) => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.return);
    const page = await visitor(shop.base).open(await forge(shop, { ...payloadOf(token), ...change }));
    expect([page.status, page.heading]).toEqual([400, words.say('notice.malformed.heading')]);
  });

  it('of a decision that nobody issued opens nothing', async () => {
    const shop = await formShop();
    const { token } = await chat(shop, customers.return);
    const page = await visitor(shop.base).open(await signed(shop, 'AAAA-AAAA', {}, { token }));
    expect(page.status).toBe(410);
  });
});
