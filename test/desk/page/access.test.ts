import { describe, expect, test } from 'vitest';
import { ann, call, deskShop, refused, token } from '../desk-shop.ts';

type Shop = Awaited<ReturnType<typeof deskShop>>;

/** Logs in as a browser does. */
function logIn({ base }: Shop, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
  return call(`${base}/desk/log-in`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams({ name: 'Anna  Berg', token, ...fields }),
  });
}

/** The cookie and the CSRF token of somebody who has logged in. */
async function session(shop: Shop, name = 'Anna  Berg') {
  const cookie = (await logIn(shop, { name })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(`${shop.base}/desk`, { headers: { cookie } })).text();
  return { cookie, csrf: /"csrf":"([^"]+)"/.exec(page)?.[1] ?? '' };
}

function claim({ base }: Shop, reference: string, headers: Record<string, string>) {
  const init = { method: 'POST', headers: { 'idempotency-key': crypto.randomUUID(), ...headers } };
  return call(`${base}/desk/api/cases/${reference}/claim`, init);
}

describe('the token', () => {
  test('is needed for everything', async () => {
    const { get, post } = await deskShop();
    for (const path of ['cases', 'cases/ABCD-2345', 'policies', 'stream']) {
      expect(refused(await get(path, {}))).toEqual([401, 'token-missing']);
      expect(refused(await get(path, { authorization: `Bearer ${token}x` }))).toEqual([401, 'token-invalid']);
    }
    for (const path of ['cases/ABCD-2345/claim', 'policy-check']) {
      expect(refused(await post(path, {}, { authorization: 'Bearer wrong' }))).toEqual([401, 'token-invalid']);
    }
  });

  test('can be guessed at ten times a minute from one address, at the log-in as in the API', async () => {
    const shop = await deskShop();
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect((await logIn(shop, { token: 'guess' })).status).toBe(401);
      expect((await shop.get('cases', { authorization: 'Bearer guess' })).status).toBe(401);
    }
    const more = await shop.get('cases', { authorization: 'Bearer guess' });
    expect(refused(more)).toEqual([429, 'too-many-requests']);
    expect(more.headers.get('retry-after')).toBe('60');
    expect((await logIn(shop, { token: 'guess' })).status).toBe(429);
    shop.clock.now = new Date(shop.clock.now.getTime() + 60_001);
    expect((await shop.get('cases', { authorization: 'Bearer guess' })).status).toBe(401);
  });

  test('is taken however many wrong ones came before it, though all come through one proxy', async () => {
    const shop = await deskShop();
    for (let wrong = 0; wrong < 12; wrong += 1) await shop.get('cases', { authorization: 'Bearer guess' });
    expect((await shop.get('cases')).status).toBe(200);
    expect((await logIn(shop)).status).toBe(303);
  });

  test('guessed at from one customer’s address leaves the others their guesses, behind a proxy that is named', async () => {
    const { get } = await deskShop({ TRUST_PROXY: 'loopback' });
    const guess = (from: string) => get('cases', { authorization: 'Bearer guess', 'x-forwarded-for': from });
    for (let wrong = 0; wrong < 10; wrong += 1) await guess(`198.51.100.${wrong}, 203.0.113.9`);
    expect((await guess('203.0.113.9')).status).toBe(429);
    expect((await guess('203.0.113.10')).status).toBe(401);
  });

  test('is made once where none is set', async () => {
    const { base } = await deskShop({ DESK_TOKEN: '' });
    expect((await call(`${base}/desk/api/cases`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});

describe('a session', () => {
  test('is kept in a cookie that scripts and other sites cannot use', async () => {
    const shop = await deskShop();
    const { status, headers } = await logIn(shop);
    expect([status, headers.get('location')]).toEqual([303, '../desk']);
    expect(headers.get('set-cookie')).toMatch(/^returns_desk=[\w.-]+; Max-Age=43200; HttpOnly; SameSite=Strict$/);
    const secure = await deskShop({ PUBLIC_URL: 'https://returns.example.com' });
    expect((await logIn(secure)).headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  test('acts under the name of who logged in, whatever the body says, and keeps claims after a new log-in', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    for (const name of ['Anna  Berg', 'anna berg']) {
      const { cookie, csrf } = await session(shop, name);
      const answer = await call(`${shop.base}/desk/api/cases/${reference}/claim`, {
        method: 'POST',
        headers: { cookie, 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin', 'idempotency-key': name },
        body: JSON.stringify({ by: ann }),
      });
      expect(answer.body.case).toMatchObject({ state: 'claimed', agent: { id: 'anna-berg', name: 'Anna  Berg' } });
    }
  });

  test('ends after twelve hours, and on logging out', async () => {
    const shop = await deskShop();
    const { cookie } = await session(shop);
    shop.clock.now = new Date('2026-11-21T22:00:01Z');
    expect((await shop.get('cases', { cookie })).status).toBe(401);
    const out = await call(`${shop.base}/desk/log-out`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(out.headers.get('set-cookie')).toMatch(/^returns_desk=; Max-Age=0;/);
  });

  test('that was logged out of opens nothing, though somebody kept its cookie', async () => {
    const shop = await deskShop();
    const [{ cookie }, other] = [await session(shop), await session(shop)];
    await call(`${shop.base}/desk/log-out`, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    expect((await shop.get('cases', { cookie })).status).toBe(401);
    expect((await shop.get('cases', { cookie: other.cookie })).status).toBe(200);
  });

  test('that was forged or changed is none', async () => {
    const shop = await deskShop();
    const { cookie } = await session(shop);
    const [head, body, signature] = cookie.split('.');
    const other = Buffer.from(JSON.stringify({ sid: 'x', agent: ann, aud: 'desk', exp: 9e9 })).toString('base64url');
    for (const forged of [`${cookie}x`, `${head}.${other}.${signature}`, `${head}.${body}.`, 'returns_desk=']) {
      expect((await shop.get('cases', { cookie: forged })).status).toBe(401);
    }
  });

  test('needs a name that can be shown', async () => {
    const shop = await deskShop();
    for (const name of ['', '   ', '…', '\u202enaA', 'x'.repeat(61)])
      expect((await logIn(shop, { name })).status).toBe(422);
  });
});

describe('another site', () => {
  test('changes nothing, however it asks', async () => {
    const shop = await deskShop();
    const { reference } = await shop.waiting();
    const { cookie, csrf } = await session(shop);
    const other = await session(shop);
    const own = { cookie, 'x-csrf-token': csrf };
    const attempts: [Record<string, string>, string][] = [
      [{ ...own, 'sec-fetch-site': 'cross-site' }, 'other-site'],
      [{ ...own, 'sec-fetch-site': 'same-site' }, 'other-site'],
      [{ ...own, 'sec-fetch-site': 'cross-site', origin: shop.base }, 'other-site'],
      [{ ...own, origin: 'https://evil.example' }, 'other-site'],
      [{ ...own, 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 'other-site'],
      [{ ...own, origin: 'null' }, 'other-site'],
      [own, 'other-site'],
      [{ cookie, 'sec-fetch-site': 'same-origin' }, 'csrf-token'],
      [{ cookie, 'sec-fetch-site': 'same-origin', 'x-csrf-token': other.csrf }, 'csrf-token'],
    ];
    for (const [headers, code] of attempts) {
      expect(refused(await claim(shop, reference, headers))).toEqual([403, code]);
    }
    expect((await shop.get(`cases/${reference}`)).body.case?.state).toBe('waiting');
    expect((await claim(shop, reference, { ...own, origin: shop.base })).status).toBe(200);
  });

  test('logs nobody in and nobody out', async () => {
    const shop = await deskShop();
    expect(refused(await logIn(shop, {}, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'other-site']);
    const out = await call(`${shop.base}/desk/log-out`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(refused(out)).toEqual([403, 'other-site']);
  });
});
