import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTokens } from '../../../src/channels/directline/tokens.ts';
import { call, granted, listen, refused, start } from '../client.ts';
import { type Served, serve } from '../serve.ts';

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('a token', () => {
  it('is given without a secret, for the default policy, for 30 minutes', async () => {
    const { base } = await serve();
    const { token, conversationId, expires_in } = granted(await call(base, 'POST', '/tokens/generate'));
    expect(expires_in).toBe(1800);
    const { exp, iat, ...claims } = claimsOf(token);
    expect(claims).toMatchObject({
      user: expect.stringMatching(/^dl_/),
      conv: conversationId,
      policy: 'tool-shop',
    });
    expect(exp - iat).toBe(1800);
  });

  it('is given for the policy and the user that are asked for', async () => {
    const { base } = await serve();
    const body = { user: { id: 'dl_anna', name: 'Anna' } };
    const grant = granted(await call(base, 'POST', '/tokens/generate?policy=fortnight-shop', { body }));
    expect(claimsOf(grant.token)).toMatchObject({ user: 'dl_anna', policy: 'fortnight-shop' });
  });

  it.each([
    ['an unknown policy', '?policy=nope', {}, [404, 'unknown-policy']],
    ['a user without dl_', '', { user: { id: 'anna' } }, [400, 'invalid-user']],
    ['a user that is no string', '', { user: { id: 5 } }, [400, 'invalid-user']],
    ['a user that is no object', '', { user: 'dl_anna' }, [400, 'invalid-user']],
    ['a body that is no object', '', [1], [400, 'invalid-user']],
    ['broken JSON', '', '{"user":', [400, 'invalid-json']],
  ])('is not given for %s', async (_, query, body, expected) => {
    const { base } = await serve();
    expect(refused(await call(base, 'POST', `/tokens/generate${query}`, { body }))).toEqual(expected);
  });

  it('is refreshed for the same user, conversation and policy', async () => {
    const { base } = await serve();
    const first = granted(await call(base, 'POST', '/tokens/generate?policy=fortnight-shop'));
    const second = granted(await call(base, 'POST', '/tokens/refresh', { token: first.token }));
    expect(second.conversationId).toBe(first.conversationId);
    const { exp: _1, iat: _2, ...before } = claimsOf(first.token);
    expect(claimsOf(second.token)).toMatchObject(before);
  });

  it('survives a restart, its conversation too', async () => {
    const first = await serve();
    const { token, here, say } = await start(first.base);
    await say('hello');
    await first.server.close();
    await first.store.close();
    const { base } = await serve({ dataDir: first.dataDir });
    const { body } = await call(base, 'GET', `${here}/activities`, { token });
    expect(body).toMatchObject({ watermark: '4' });
    granted(await call(base, 'POST', '/tokens/refresh', { token }));
  });
});

describe('a bad token', () => {
  async function forged({ keys }: Served, conv: string, name: string): Promise<string | undefined> {
    const claims = { user: 'dl_anna', conv, policy: 'tool-shop' };
    const key = Buffer.from(keys.directLine, 'base64url');
    const sign = (payload: object, secret: Uint8Array, audience = 'directline') =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(audience)
        .setExpirationTime('30m')
        .sign(secret);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    switch (name) {
      case 'of nobody':
        return 'abc';
      case 'with another key':
        return sign(claims, Buffer.alloc(32));
      case 'unsigned':
        return `${part({ alg: 'none' })}.${part({ ...claims, aud: 'directline', exp: 9e9 })}.`;
      case 'for something else':
        return sign(claims, key, 'return-form');
      case 'without a user':
        return sign({ conv, policy: 'tool-shop' }, key);
      case 'of a user without dl_':
        return sign({ ...claims, user: 'anna' }, key);
      case 'without an end':
        return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience('directline').sign(key);
      case 'expired a second ago':
        return createTokens(keys.directLine, () => new Date(Date.now() - 1_801_000)).issue(claims);
      default:
        return undefined;
    }
  }

  it.each([
    ['that is missing', 'token-missing'],
    ['of nobody', 'token-invalid'],
    ['with another key', 'token-invalid'],
    ['unsigned', 'token-invalid'],
    ['for something else', 'token-invalid'],
    ['without a user', 'token-invalid'],
    ['of a user without dl_', 'token-invalid'],
    ['without an end', 'token-invalid'],
    ['expired a second ago', 'token-expired'],
  ])('%s is 401 everywhere, and nothing is written', async (name, code) => {
    const served = await serve();
    const { here, conversationId, streamUrl, read } = await start(served.base);
    const token = await forged(served, conversationId, name);
    const options = token === undefined ? {} : { token };
    for (const [method, path] of [
      ['POST', '/tokens/refresh'],
      ['POST', '/conversations'],
      ['GET', here],
      ['GET', `${here}/activities`],
      ['POST', `${here}/activities`],
      ['POST', `${here}/upload`],
    ] as const) {
      expect(refused(await call(served.base, method, path, options))).toEqual([401, code]);
    }
    const url = new URL(streamUrl);
    url.searchParams.set('t', token ?? '');
    expect((await listen(url.href).closed).code).toBe(1006);
    expect((await read()).activities).toHaveLength(2);
  });

  it('that has a minute left is still good', async () => {
    const served = await serve();
    const { here, conversationId } = await start(served.base);
    const aged = createTokens(served.keys.directLine, () => new Date(Date.now() - 1_740_000));
    const token = await aged.issue({ user: 'dl_anna', conv: conversationId, policy: 'tool-shop' });
    expect((await call(served.base, 'GET', `${here}/activities`, { token })).status).toBe(200);
  });

  it('of another conversation finds nothing there', async () => {
    const { base } = await serve();
    const anna = await start(base);
    const ben = await start(base);
    for (const [method, path] of [
      ['GET', anna.here],
      ['GET', `${anna.here}/activities`],
      ['POST', `${anna.here}/activities`],
      ['POST', `${anna.here}/upload`],
      ['GET', '/conversations/unknown/activities'],
      ['GET', `/conversations/${'x'.repeat(500)}`],
    ] as const) {
      const [status] = refused(await call(base, method, path, { token: ben.token }));
      expect([path, status]).toEqual([path, 404]);
    }
    const url = new URL(anna.streamUrl);
    url.searchParams.set('t', ben.token);
    expect((await listen(url.href).closed).code).toBe(1006);
    expect((await anna.read()).activities).toHaveLength(2);
  });

  it('whose conversation was never opened finds nothing there', async () => {
    const { base } = await serve();
    const { token, conversationId } = granted(await call(base, 'POST', '/tokens/generate'));
    const here = `/conversations/${conversationId}`;
    expect(refused(await call(base, 'GET', here, { token }))).toEqual([404, 'unknown-conversation']);
    const body = { type: 'message', text: 'hello' };
    expect(refused(await call(base, 'POST', `${here}/activities`, { token, body }))).toEqual([
      404,
      'unknown-conversation',
    ]);
  });
});

describe('a conversation', () => {
  it('is opened once, with greeting and first question committed', async () => {
    const { base, store } = await serve();
    const { token, conversationId } = granted(await call(base, 'POST', '/tokens/generate'));
    const first = granted(await call(base, 'POST', '/conversations', { token, body: { user: {} } }), 201);
    expect(first).toMatchObject({ conversationId, expires_in: 1800, referenceGrammarId: 'tool-shop' });
    expect(first.streamUrl).toMatch(
      /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/[^/]+\/stream\?watermark=0&t=/,
    );
    const again = granted(await call(base, 'POST', '/conversations', { token }), 200);
    expect(again.conversationId).toBe(conversationId);
    expect(await store.activities(conversationId, 0, 9)).toHaveLength(2);
  });

  it('is opened once by requests at the same time', async () => {
    const { base, store } = await serve();
    const { token, conversationId } = granted(await call(base, 'POST', '/tokens/generate'));
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(base, 'POST', '/conversations', { token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(await store.activities(conversationId, 0, 9)).toHaveLength(2);
  });

  it('streams from the public address where there is one', async () => {
    const { base } = await serve({ publicUrl: 'https://shop.example/returns' });
    const { streamUrl, here } = await start(base);
    expect(streamUrl).toMatch(`wss://shop.example/returns/v3/directline${here}/stream?`);
  });

  it('is taken up again at a watermark, with a fresh token', async () => {
    const { base } = await serve();
    const { here, token } = await start(base);
    const grant = granted(await call(base, 'GET', `${here}?watermark=1`, { token }));
    const stream = listen(grant.streamUrl ?? '');
    expect(await stream.until(1)).toMatchObject([{ text: 'What is it about?' }]);
    granted(await call(base, 'POST', '/tokens/refresh', { token: grant.token }));
  });
});

describe('messages', () => {
  it('come with everything a client shows', async () => {
    const { base } = await serve();
    const { say, read, conversationId, token } = await start(base);
    const channelData = { clientActivityID: 'c1', anything: [1, { two: null }] };
    const { status, body } = await say('It is broken', { channelData, locale: 'de', from: { id: '' } });
    const id = `${conversationId}|0000003`;
    expect([status, body]).toEqual([200, { id }]);
    const { activities, watermark } = await read();
    const common = {
      type: 'message',
      channelId: 'directline',
      conversation: { id: conversationId },
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    };
    const bot = { id: 'tool-shop', name: 'Lab & Field Equipment', role: 'bot' };
    expect(watermark).toBe('4');
    expect(activities[0]).toEqual({
      ...common,
      id: `${conversationId}|0000001`,
      text: 'Welcome to tool-shop',
      from: bot,
    });
    expect(activities[2]).toEqual({
      ...common,
      id,
      text: 'It is broken',
      locale: 'de',
      channelData,
      from: { id: claimsOf(token).user, role: 'user' },
    });
    expect(activities[3]).toEqual({
      ...common,
      id: `${conversationId}|0000004`,
      text: 'You said It is broken',
      replyToId: id,
      from: bot,
    });
  });

  it.each([
    ['', 4, '4'],
    ['0', 4, '4'],
    ['2', 2, '4'],
    ['3', 1, '4'],
    ['4', 0, '4'],
  ])('after the watermark "%s"', async (watermark, count, after) => {
    const { base } = await serve();
    const { say, read } = await start(base);
    await say('hello');
    const set = await read(watermark);
    expect([set.activities.length, set.watermark]).toEqual([count, after]);
  });

  it.each(['-1', 'abc', '1.5', '1e3', '9'.repeat(30), '%00'])('the watermark %s is none', async (watermark) => {
    const { base } = await serve();
    const { here, token } = await start(base);
    for (const path of [here, `${here}/activities`]) {
      const answer = await call(base, 'GET', `${path}?watermark=${watermark}`, { token });
      expect(refused(answer)).toEqual([400, 'invalid-watermark']);
    }
  });

  it.each([
    ['its id', { id: 'k1' }, { id: 'k1' }],
    ['clientActivityID', { channelData: { clientActivityID: 'k1' } }, { channelData: { clientActivityID: 'k1' } }],
    ['its id before clientActivityID', { id: 'k1' }, { id: 'k1', channelData: { clientActivityID: 'other' } }],
  ])('that come again by %s change nothing and get the same id', async (_, first, second) => {
    const { base } = await serve();
    const { say, read } = await start(base);
    const one = await say('hello', first);
    await say('next');
    const two = await say('hello', second);
    expect(two.body).toEqual(one.body);
    expect((await read()).activities).toHaveLength(6);
  });

  it('that come five times at once are one', async () => {
    const { base } = await serve();
    const { say, read } = await start(base);
    const answers = await Promise.all(Array.from({ length: 5 }, () => say('hello', { id: 'k1' })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await read()).activities).toHaveLength(4);
  });

  it('without a key are new each time', async () => {
    const { base } = await serve();
    const { say, read } = await start(base);
    await say('hello');
    await say('hello');
    expect((await read()).activities).toHaveLength(6);
  });

  it('of other types are acknowledged with a steady id, and not kept', async () => {
    const { base } = await serve();
    const { here, token, read } = await start(base);
    const send = (body: object) => call(base, 'POST', `${here}/activities`, { token, body });
    const typing = await send({ type: 'typing', id: 't1' });
    expect(typing).toMatchObject({ status: 200, body: { id: expect.stringMatching(/./) } });
    expect((await send({ type: 'typing', id: 't1' })).body).toEqual(typing.body);
    expect((await send({ type: 'event', name: 'webchat/join', value: { language: 'en' } })).status).toBe(200);
    expect((await send({ type: 'conversationUpdate', membersAdded: [{ id: 'x' }] })).status).toBe(200);
    expect((await read()).activities).toHaveLength(2);
  });

  it('that speak for somebody else are 403', async () => {
    const { base } = await serve();
    const { say, read } = await start(base);
    expect(refused(await say('hello', { from: { id: 'dl_somebody' } }))).toEqual([403, 'wrong-user']);
    expect((await read()).activities).toHaveLength(2);
  });

  it.each([
    ['text that is too long', { type: 'message', text: 'x'.repeat(8193) }, 'invalid-activity'],
    ['text too long in bytes', { type: 'message', text: 'ß'.repeat(4097) }, 'invalid-activity'],
    ['no type', { text: 'hello' }, 'invalid-activity'],
    ['an array', [], 'invalid-activity'],
    ['null', 'null', 'invalid-activity'],
    ['nothing', undefined, 'invalid-activity'],
    ['broken JSON', '{"type":"message"', 'invalid-json'],
    ['bytes that are no UTF-8', '"\ud800"', 'invalid-activity'],
    ['a tower of arrays', `{"type":"message","value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'too-deep'],
  ])('with %s are 400', async (_, body, code) => {
    const { base } = await serve();
    const { here, token, read } = await start(base);
    const answer = await call(base, 'POST', `${here}/activities`, { token, body });
    expect(refused(answer)).toEqual([400, code]);
    expect((await read()).activities).toHaveLength(2);
  });

  it.each([
    [
      'null in every field that may be left out',
      { from: { name: null }, locale: null, channelData: null, value: null },
    ],
    ['null for its files', { attachments: null }],
    ['a file without a name', { attachments: [{ contentType: 'image/png', name: null }] }],
    ['a file of no kind', { attachments: [{ contentType: null }, 'x'] }],
    ['channelData that is no object, and a sender that is none', { channelData: 'x', from: 'dl_anna' }],
    ['numbers for texts', { text: 5, id: 7, locale: 1 }],
  ])('with %s are taken', async (_, fields) => {
    const { base } = await serve();
    const { here, token } = await start(base);
    const body = { type: 'message', text: 'hello', ...fields };
    expect((await call(base, 'POST', `${here}/activities`, { token, body })).status).toBe(200);
  });

  it('without words, and a value that came as text, are taken for what they are', async () => {
    const { base } = await serve();
    const { here, token, read } = await start(base);
    const value = { returns: { questionId: 'goods', answer: 'a' } };
    const body = { type: 'message', text: null, value: JSON.stringify(value) };
    await call(base, 'POST', `${here}/activities`, { token, body });
    const { activities } = await read('2');
    expect(activities[0]).toMatchObject({ value });
    expect(activities[0]).not.toHaveProperty('text');
  });

  it('may have text of just 8 KB, or a value and no text', async () => {
    const { base } = await serve();
    const { say, here, token, read } = await start(base);
    expect((await say('x'.repeat(8192))).status).toBe(200);
    const value = { returns: { questionId: 'goods', answer: ['a'] } };
    await call(base, 'POST', `${here}/activities`, { token, body: { type: 'message', value } });
    expect((await read('4')).activities[0]).toMatchObject({ value });
  });

  it('of which the turn fails get 500 without its words, and the server lives', async () => {
    const { base, logged } = await serve();
    const { say, read } = await start(base);
    const answer = await say('crash');
    expect(refused(answer)).toEqual([500, 'internal']);
    expect(JSON.stringify(answer.body) + logged()).not.toContain('private words');
    expect(logged()).toContain('request failed');
    expect((await say('hello')).status).toBe(200);
    expect((await read()).activities).toHaveLength(4);
  });
});

describe('the stream', () => {
  it('begins with what is after the watermark and goes on with each commit', async () => {
    const { base } = await serve();
    const { streamUrl, say } = await start(base);
    const stream = listen(streamUrl);
    await stream.until(2);
    expect(stream.frames).toMatchObject([{ watermark: '2' }]);
    await say('hello', { channelData: { clientActivityID: 'c1' } });
    const all = await stream.until(4);
    expect(all.map(({ text }) => text)).toEqual([
      'Welcome to tool-shop',
      'What is it about?',
      'hello',
      'You said hello',
    ]);
    expect(all[2]?.channelData).toEqual({ clientActivityID: 'c1' });
    expect(stream.frames.at(-1)?.watermark).toBe('4');
  });

  it('resumes at a watermark and sends nothing twice', async () => {
    const { base } = await serve();
    const { streamUrl, say } = await start(base);
    const first = listen(streamUrl);
    await first.until(2);
    first.socket.close();
    await first.closed;
    await say('while away');
    const second = listen(streamUrl.replace('watermark=0', `watermark=${first.frames.at(-1)?.watermark}`));
    await second.until(2);
    await say('back');
    expect((await second.until(4)).map(({ text }) => text)).toEqual([
      'while away',
      'You said while away',
      'back',
      'You said back',
    ]);
  });

  it('keeps the order and loses nothing when many write and many listen', async () => {
    const { base } = await serve();
    const { streamUrl, say } = await start(base);
    const streams = [listen(streamUrl), listen(streamUrl), listen(streamUrl)];
    await Promise.all(Array.from({ length: 40 }, (_, index) => say(`message ${index}`)));
    for (const stream of streams) {
      const seqs = (await stream.until(82)).map(({ id }) => Number(id.split('|')[1]));
      expect(seqs).toEqual(Array.from({ length: 82 }, (_, index) => index + 1));
    }
  });

  it('ignores what a client sends, and ends one that floods', async () => {
    const { base } = await serve();
    const { streamUrl, say } = await start(base);
    const stream = listen(streamUrl);
    await stream.until(2);
    stream.socket.send('');
    stream.socket.send('{"activities":[]}');
    await say('hello');
    await stream.until(4);
    stream.socket.send('x'.repeat(100_000));
    expect((await stream.closed).code).toBe(1009);
    expect((await say('still here')).status).toBe(200);
  });

  it('refuses a watermark that is none', async () => {
    const { base } = await serve();
    const { streamUrl } = await start(base);
    expect((await listen(streamUrl.replace('watermark=0', 'watermark=x')).closed).code).toBe(1006);
  });
});

describe('an upload', () => {
  it('is a message with the names of its files', async () => {
    const served = await serve();
    const { base } = served;
    const { here, token, read, conversationId } = await start(base);
    const form = new FormData();
    const activity = { type: 'message', text: 'see the photo', channelData: { clientActivityID: 'u1' } };
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([new Uint8Array(1_000_000)], { type: 'image/jpeg' }), 'crack.jpg');
    const response = await fetch(`${base}/v3/directline${here}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect([response.status, await response.json()]).toEqual([200, { id: expect.stringMatching(/\|0000003$/) }]);
    expect((await read('2')).activities[0]).toMatchObject({
      text: 'see the photo',
      attachments: [{ contentType: 'image/jpeg', name: 'crack.jpg' }],
      channelData: { clientActivityID: 'u1' },
    });
    const [, , stored] = await served.store.activities(conversationId, 0, 9);
    const [attachment] = (stored?.activity.attachments ?? []) as { fileId: string }[];
    expect(JSON.stringify(await read('2'))).not.toContain('fileId');
    expect(await served.store.file(attachment?.fileId ?? '')).toMatchObject({
      conversationId,
      name: 'crack.jpg',
      contentType: 'image/jpeg',
      bytes: { length: 1_000_000 },
    });
  });

  it('may be a single file', async () => {
    const { base } = await serve();
    const { here, token, read } = await start(base);
    const headers = { 'content-type': 'image/png', 'content-disposition': 'name="file"; filename="crack.png"' };
    const answer = await call(base, 'POST', `${here}/upload`, { token, headers, body: 'not really a picture' });
    expect(answer.status).toBe(200);
    expect((await read('2')).activities[0]).toMatchObject({
      attachments: [{ contentType: 'image/png', name: 'crack.png' }],
    });
  });

  it.each([
    ['multipart without its end', 'multipart/form-data; boundary=x', '--x\r\nbroken', [400, 'invalid-upload']],
    ['multipart without a boundary', 'multipart/form-data', 'x', [400, 'invalid-upload']],
    ['more than 4 MB', 'image/png', 'x'.repeat(5_000_000), [413, 'too-large']],
    [
      'an activity that is no JSON',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="activity"\r\n\r\n{\r\n--x--\r\n',
      [400, 'invalid-json'],
    ],
  ])('of %s is refused', async (_, contentType, body, expected) => {
    const { base } = await serve();
    const { here, token, read } = await start(base);
    const answer = await call(base, 'POST', `${here}/upload`, {
      token,
      headers: { 'content-type': contentType },
      body,
    });
    expect(refused(answer)).toEqual(expected);
    expect((await read()).activities).toHaveLength(2);
  });

  it('for another user is 403', async () => {
    const { base } = await serve();
    const { here, token } = await start(base);
    const answer = await call(base, 'POST', `${here}/upload?userId=dl_somebody`, { token, body: 'x' });
    expect(refused(answer)).toEqual([403, 'wrong-user']);
  });
});

describe('other sites', () => {
  it('may call from a browser, errors included', async () => {
    const { base } = await serve();
    const preflight = await call(base, 'OPTIONS', '/conversations', {
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ').sort();
    expect(allowed).toEqual(['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']);
    for (const answer of [preflight, await call(base, 'POST', '/conversations'), await call(base, 'GET', '/nothing')]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
  });
});
