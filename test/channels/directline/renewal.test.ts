import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTalkKeys } from '../../../src/talks/keys.ts';
import { call, granted, refused } from '../client.ts';
import { serve } from '../serve.ts';

const DAY_MS = 24 * 60 * 60_000;
const POLICY = '?policy=tool-shop';
const keptSchema = z.looseObject({ renewal: z.string() });

/** A conversation whose browser keeps its secret in a cookie. */
async function begin(base: string, headers: Record<string, string> = {}) {
  const body = { renewal: { keep: 'cookie' } };
  const answer = await call(base, 'POST', `/tokens/generate${POLICY}`, { body, headers });
  const set = answer.headers.get('set-cookie') ?? '';
  return { ...granted(answer), set, cookie: set.split(';')[0] ?? '' };
}
const renew = (base: string, cookie: string) =>
  call(base, 'POST', `/tokens/renew${POLICY}`, { headers: { cookie }, body: {} });

describe('a browser comes back to its conversation', () => {
  it('by a cookie that no script and no other site can use', async () => {
    const { base } = await serve();
    const { set } = await begin(base);
    expect(set).toMatch(/^returns_talk_tool-shop=[\w-]{43}; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
  });

  it('by one for https alone where customers come by https', async () => {
    const { base } = await serve({ publicUrl: 'https://returns.example' });
    expect((await begin(base)).set).toContain('; Secure');
  });

  it('after days, with a fresh token of the same conversation', async () => {
    let at = Date.now();
    const { base } = await serve({ now: () => new Date(at) });
    const first = await begin(base);
    at += 60 * DAY_MS;
    const again = granted(await renew(base, first.cookie));
    expect(again.conversationId).toBe(first.conversationId);
    granted(await call(base, 'POST', '/conversations', { token: again.token }), 201);
  });

  it('with a new secret after a day; the old one holds until the new one was used', async () => {
    let at = Date.now();
    const { base } = await serve({ now: () => new Date(at) });
    const { cookie } = await begin(base);
    expect((await renew(base, cookie)).headers.get('set-cookie')).toContain(cookie);
    at += 2 * DAY_MS;
    // The answer is lost on its way.
    await renew(base, cookie);
    const next = (await renew(base, cookie)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(next).not.toBe(cookie);
    granted(await renew(base, next));
    expect(refused(await renew(base, cookie))).toEqual([401, 'renewal-invalid']);
  });

  it('not after three months without a visit', async () => {
    let at = Date.now();
    const { base } = await serve({ now: () => new Date(at) });
    const { cookie } = await begin(base);
    at += 90 * DAY_MS;
    expect(refused(await renew(base, cookie))).toEqual([401, 'renewal-invalid']);
  });

  it('by a secret that it keeps itself where cookies do not work', async () => {
    const { base } = await serve();
    const body = { renewal: { keep: 'body' } };
    const answer = await call(base, 'POST', `/tokens/generate${POLICY}`, { body });
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { renewal: secret } = keptSchema.parse(answer.body);
    const again = await call(base, 'POST', `/tokens/renew${POLICY}`, { body: { secret, keep: 'body' } });
    expect(granted(again).conversationId).toBe(granted(answer).conversationId);
    expect(keptSchema.parse(again.body).renewal).toBe(secret);
  });

  it('and a new chat gives up the one before', async () => {
    const { base } = await serve();
    const first = await begin(base);
    const second = await begin(base, { cookie: first.cookie });
    expect(second.conversationId).not.toBe(first.conversationId);
    expect(refused(await renew(base, first.cookie))).toEqual([401, 'renewal-invalid']);
    expect(granted(await renew(base, second.cookie)).conversationId).toBe(second.conversationId);
  });

  it('by a link from an e-mail, as often as it is opened', async () => {
    const { base, store } = await serve();
    const { conversationId: conv } = await begin(base);
    const keys = createTalkKeys(store, () => new Date());
    const secret = await keys.issue('link', { conv, user: 'dl_anna', policy: 'tool-shop' });
    const opens = () => call(base, 'POST', `/tokens/renew${POLICY}`, { body: { secret, keep: 'cookie' } });
    const [one, other] = [await opens(), await opens()];
    expect([granted(one).conversationId, granted(other).conversationId]).toEqual([conv, conv]);
    expect(one.headers.get('set-cookie')).not.toContain(secret);
    expect(one.headers.get('set-cookie')).not.toBe(other.headers.get('set-cookie'));
  });
});

describe('what renews nothing', () => {
  it.each(['x', 'A'.repeat(43), '../../etc', "' OR 1=1 --"])('%s', async (secret) => {
    const { base } = await serve();
    expect(refused(await call(base, 'POST', `/tokens/renew${POLICY}`, { body: { secret } }))).toEqual([
      401,
      'renewal-invalid',
    ]);
  });

  it('nothing at all, which is no mistake', async () => {
    const { base } = await serve();
    expect(await call(base, 'POST', `/tokens/renew${POLICY}`, { body: {} })).toMatchObject({ status: 204 });
    expect(await call(base, 'POST', `/tokens/renew${POLICY}`)).toMatchObject({ status: 204 });
  });

  it('a digest, a token, or the cookie of another shop', async () => {
    const { base, dataDir } = await serve();
    const { cookie, token } = await begin(base);
    const database = new DatabaseSync(join(dataDir, 'returns.db'), { readOnly: true });
    const rows = database.prepare('SELECT * FROM talk_keys').all();
    database.close();
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
    for (const secret of [String(rows[0]?.digest), token.slice(0, 128)]) {
      expect(refused(await call(base, 'POST', `/tokens/renew${POLICY}`, { body: { secret } }))[0]).toBe(401);
    }
    const other = await call(base, 'POST', '/tokens/renew?policy=fortnight-shop', { headers: { cookie }, body: {} });
    expect(other.status).toBe(204);
  });

  it('a secret of another shop, which goes on opening its own', async () => {
    const { base } = await serve();
    const { cookie } = await begin(base);
    const [, secret] = cookie.split('=');
    const other = await call(base, 'POST', '/tokens/renew?policy=fortnight-shop', { body: { secret } });
    expect(refused(other)).toEqual([401, 'renewal-invalid']);
    granted(await renew(base, cookie));
  });

  it.each([{ secret: 5 }, { keep: 'elsewhere' }, { secret: 'x'.repeat(129) }, []])('%j is refused', async (body) => {
    const { base } = await serve();
    expect(refused(await call(base, 'POST', `/tokens/renew${POLICY}`, { body }))).toEqual([400, 'invalid-renewal']);
  });
});

describe('a client that knows nothing of it', () => {
  it('gets neither a cookie nor a secret', async () => {
    const { base, store } = await serve();
    const answer = await call(base, 'POST', `/tokens/generate${POLICY}`);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.body).not.toHaveProperty('renewal');
    expect(await store.presence(granted(answer).conversationId)).toBeUndefined();
  });
});

describe('a chat that has moved', () => {
  it('goes on with its token where a right code has led, and nowhere without one', async () => {
    const { base, store } = await serve();
    const keys = createTalkKeys(store, () => new Date());
    const [old, chat] = [await begin(base), await begin(base)];
    const talk = { conv: old.conversationId, user: 'dl_anna', policy: 'tool-shop' };
    const code = await keys.issueCode(chat.conversationId, talk);
    const go = () =>
      call(base, 'POST', `/tokens/renew${POLICY}`, { token: chat.token, headers: { cookie: chat.cookie }, body: {} });
    expect(granted(await go()).conversationId).toBe(chat.conversationId);
    expect(await keys.useCode(old.conversationId, code)).toBe(false);
    expect(await keys.useCode(chat.conversationId, code)).toBe(true);
    const moved = await go();
    expect(granted(moved).conversationId).toBe(old.conversationId);
    expect(granted(await renew(base, moved.headers.get('set-cookie') ?? '')).conversationId).toBe(old.conversationId);
    expect(refused(await renew(base, chat.cookie))[0]).toBe(401);
  });
});
