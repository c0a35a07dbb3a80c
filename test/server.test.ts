import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { budgets } from '../src/budgets.ts';
import { readTrustedProxies } from '../src/http/limits/client-address.ts';
import type { Store } from '../src/store/store.ts';
import { StoreUnavailableError } from '../src/store/unavailable.ts';
import { call, listen, refused, start } from './channels/client.ts';
import { serve } from './channels/serve.ts';
import { sendRaw } from './raw-http.ts';

const UPGRADE =
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n';

async function lives(base: string): Promise<boolean> {
  return (await fetch(`${base}/healthz`)).status === 200;
}

describe('what kills a stock restify', () => {
  it.each([
    ['a Host that is no host', 'GET / HTTP/1.1\r\nHost: a b\r\n'],
    ['a Host with an open bracket', 'GET / HTTP/1.1\r\nHost: [\r\n'],
    ['a Host with a bad port', 'GET / HTTP/1.1\r\nHost: localhost:99999999\r\n'],
    ['a Host with a path', 'GET / HTTP/1.1\r\nHost: localhost/x\r\n'],
    ['a Host that would end a content policy', 'GET / HTTP/1.1\r\nHost: a;script-src*\r\n'],
    ['a Host with a user', 'GET / HTTP/1.1\r\nHost: me@localhost\r\n'],
    ['an absolute address', 'GET http://localhost/healthz HTTP/1.1\r\nHost: localhost\r\n'],
    ['a malformed absolute address', 'GET http://[ HTTP/1.1\r\nHost: localhost\r\n'],
    ['an absolute address of another kind', 'GET x://y HTTP/1.1\r\nHost: localhost\r\n'],
    ['a star', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n'],
  ])('%s is 400, also on an upgrade', async (_, head) => {
    const { base, port } = await serve();
    expect(await sendRaw(port, `${head}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
    expect(await sendRaw(port, `${head}${UPGRADE}\r\n`)).toMatch(/^HTTP\/1.1 400 /);
    expect(await lives(base)).toBe(true);
  });

  it.each([
    ['two slashes', 'GET //[ HTTP/1.1', 404],
    ['a broken escape', 'GET /shops/%E0%A4%A HTTP/1.1', 404],
    ['an escape that is no UTF-8', 'GET /v3/directline/conversations/%ff HTTP/1.1', 404],
    ['a null byte', 'GET /shops/%00 HTTP/1.1', 404],
    ['dots', 'GET /assets/../../package.json HTTP/1.1', 404],
    ['escaped dots', 'GET /assets/x/..%2f..%2fpackage.json HTTP/1.1', 404],
    ['a broken query', 'GET /v3/directline/conversations/x?%=%E0&&=&x[ HTTP/1.1', 401],
  ])('an address with %s is answered', async (_, line, status) => {
    const { base, port } = await serve();
    const answer = await sendRaw(port, `${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer.split(' ')[1]).toBe(String(status));
    expect(answer).toContain('{"error":{');
    expect(await sendRaw(port, `${line}\r\nHost: localhost\r\n${UPGRADE}\r\n`)).toMatch(/^HTTP\/1.1 40\d /);
    expect(await lives(base)).toBe(true);
  });

  it('no Host at all is answered', async () => {
    const { base, port } = await serve();
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(await sendRaw(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /);
    expect(await sendRaw(port, `GET / HTTP/1.1\r\n${UPGRADE}\r\n`)).toMatch(/^HTTP\/1.1 404 /);
    expect(await lives(base)).toBe(true);
  });

  it('a body that is encoded is 415, whether the encoding is sound or not', async () => {
    const { base } = await serve();
    for (const body of [gzipSync('{}'), Buffer.from('no gzip at all')]) {
      for (const encoding of ['gzip', 'deflate', 'br', 'nonsense']) {
        const response = await fetch(`${base}/v3/directline/tokens/generate`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': encoding },
          body,
        });
        expect([response.status, await response.json()]).toMatchObject([
          415,
          { error: { code: 'unsupported-encoding' } },
        ]);
      }
    }
    expect(await lives(base)).toBe(true);
  });

  it('a request that is not HTTP is answered or dropped', async () => {
    const { base, port } = await serve();
    await sendRaw(port, 'hello\r\n\r\n');
    await sendRaw(port, new Uint8Array([22, 3, 1, 0, 5, 1, 0, 0, 1]));
    await sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`);
    expect(await lives(base)).toBe(true);
  });
});

describe('a body', () => {
  it('of 5 MB is 413, with a length or without', async () => {
    const { base } = await serve();
    const { here, token, read } = await start(base);
    const text = JSON.stringify({ type: 'message', text: 'x'.repeat(5 * 1024 * 1024) });
    const known = await call(base, 'POST', `${here}/activities`, { token, body: text });
    expect(refused(known)).toEqual([413, 'too-large']);
    const response = await fetch(`${base}/v3/directline${here}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: new Blob([text]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect((await read()).activities).toHaveLength(2);
    expect(await lives(base)).toBe(true);
  });

  it('that only claims to be large is refused before it comes', async () => {
    const { port } = await serve();
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.write(
      'POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n{',
    );
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 413 /);
    await once(socket, 'close');
  });

  it('of just 256 KB is read', async () => {
    const { base } = await serve();
    const body = (size: number) => `{}${' '.repeat(size - 2)}`;
    expect((await call(base, 'POST', '/tokens/generate', { body: body(256 * 1024) })).status).toBe(200);
    expect(refused(await call(base, 'POST', '/tokens/generate', { body: body(256 * 1024 + 1) }))).toEqual([
      413,
      'too-large',
    ]);
  });

  it('that breaks off writes nothing', async () => {
    const { base, port, logged } = await serve();
    const { here, token, read } = await start(base);
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /v3/directline${here}/activities HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Length: 500\r\n\r\n{"type":"message","text":"hel`,
    );
    await wait(100);
    socket.destroy();
    await wait(100);
    expect((await read()).activities).toHaveLength(2);
    expect(logged()).toBe('');
  });
});

describe('errors', () => {
  it.each([
    ['GET', '/nothing', 404, 'not-found'],
    ['GET', '/shops/nothing', 404, 'unknown-policy'],
    ['GET', '/v3/directline/nothing', 404, 'not-found'],
    ['DELETE', '/healthz', 405, 'method-not-allowed'],
    ['GET', '/v3/directline/conversations', 405, 'method-not-allowed'],
  ])('%s %s is %i in JSON', async (method, path, status, code) => {
    const { base } = await serve();
    const response = await fetch(`${base}${path}`, { method, headers: { accept: 'text/html' } });
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('a rejected handler is 500, says nothing of why, and the server lives', async () => {
    const { base, server, logged } = await serve();
    for (const [index, thrown] of [
      new Error('secret words'),
      'secret words',
      undefined,
      null,
      { statusCode: 200 },
    ].entries()) {
      server.restify.get(`/broken/${index}`, async () => {
        throw thrown;
      });
      const response = await fetch(`${base}/broken/${index}`);
      expect([response.status, await response.json()]).toMatchObject([500, { error: { code: 'internal' } }]);
    }
    expect(logged()).not.toContain('secret words');
    expect(logged()).toContain('"route":"/broken/0"');
    expect(await lives(base)).toBe(true);
  });

  // As PostgreSQL names all of its own.
  it.each(['error', 'close', 'listening', 'after', 'request', 'upgrade', 'restifyError', 'NotFoundError', ''])(
    'a rejection that is named as the event %j is answered like any other',
    async (name) => {
      const { base, server, logged } = await serve();
      server.restify.post('/broken', async () => {
        throw Object.assign(new Error('secret words'), { name, code: '22021' });
      });
      const signal = AbortSignal.timeout(5_000);
      const response = await fetch(`${base}/broken`, { method: 'POST', body: '{}', signal });
      expect([response.status, await response.json()]).toMatchObject([500, { error: { code: 'internal' } }]);
      expect(JSON.parse(logged())).toMatchObject({
        msg: 'request failed',
        route: '/broken',
        err: { type: name, code: '22021' },
      });
      expect(logged()).not.toContain('secret words');
      expect(await lives(base)).toBe(true);
    },
  );

  it('after an answer was begun end the connection’s work quietly', async () => {
    const { base, server } = await serve();
    server.restify.get('/late', async (_req, res) => {
      res.sendRaw(200, 'fine');
      throw new Error('late');
    });
    expect(await (await fetch(`${base}/late`)).text()).toBe('fine');
    expect(await lives(base)).toBe(true);
  });
});

describe('health', () => {
  it('is up and ready, with numbers that name routes and nobody', async () => {
    const { base } = await serve();
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    const { say, conversationId, token } = await start(base);
    await say('hello');
    const text = await (await fetch(`${base}/metrics`)).text();
    expect(text).toContain('returns_turn_seconds_count{outcome="committed"} 1');
    expect(text).toContain('returns_conversations_opened_total{policy="tool-shop"} 1');
    expect(text).toContain('route="/v3/directline/conversations/:id/activities",status="200"');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain(conversationId);
    expect(text).not.toContain(token.slice(0, 20));
  });

  it('is not ready while the store does not answer, but up', async () => {
    let isBroken = false;
    const wrapStore = (store: Store): Store => ({
      ...store,
      ping: () => (isBroken ? Promise.reject(new Error('disk full')) : store.ping()),
    });
    const { base } = await serve({ wrapStore });
    isBroken = true;
    const response = await fetch(`${base}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([503, { error: { code: 'store-unavailable' } }]);
    expect((await call(base, 'POST', '/tokens/generate')).status).toBe(200);
    expect(await lives(base)).toBe(true);
    isBroken = false;
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
  });
});

describe('while there is no room on the disk', () => {
  function withoutRoom(store: Store): Store {
    const cause = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
    const full = new StoreUnavailableError('store-full', { cause });
    return { ...store, commit: () => Promise.reject(full), ping: () => Promise.reject(full) };
  }

  it('a message is refused with when to send it again, and the cause is in the log', async () => {
    let isFull = false;
    const wrapStore = (store: Store): Store => ({
      ...store,
      commit: (turn) => (isFull ? withoutRoom(store) : store).commit(turn),
      ping: () => (isFull ? withoutRoom(store) : store).ping(),
    });
    const { base, logged } = await serve({ wrapStore });
    const { say, read } = await start(base);
    isFull = true;
    const answer = await say('my kettle is broken');
    expect(refused(answer)).toEqual([503, 'store-full']);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(logged()).toContain('"code":"ERR_SQLITE_ERROR","errcode":13');
    expect(logged()).not.toContain('kettle');
    // A disk stays full for hours: what each refused request adds is short.
    expect(logged()).not.toContain('"at":');
    const ready = await fetch(`${base}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { error: { code: 'store-full' } }]);
    isFull = false;
    expect((await read()).activities).toHaveLength(2);
    expect((await say('my kettle is broken')).status).toBe(200);
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
  });
});

describe('/metrics', () => {
  const status = async (base: string, headers: Record<string, string>) =>
    (await fetch(`${base}/metrics`, { headers })).status;

  it('is open to this machine alone, and to nobody behind a proxy on it', async () => {
    const { base } = await serve();
    expect(await status(base, {})).toBe(200);
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      expect(await status(base, { [header]: '127.0.0.1' })).toBe(401);
    }
  });

  it('is closed in production without a token, where a bare proxy looks like this machine', async () => {
    const { base } = await serve({ config: { isProduction: true } });
    expect(await status(base, {})).toBe(401);
    const withToken = await serve({ config: { isProduction: true, metricsToken: 'the-token-of-the-metrics' } });
    expect(await status(withToken.base, { authorization: 'Bearer the-token-of-the-metrics' })).toBe(200);
  });

  it('is open to its token alone where there is one', async () => {
    const { base } = await serve({ config: { metricsToken: 'the-token-of-the-metrics' } });
    expect(await status(base, {})).toBe(401);
    expect(await status(base, { authorization: 'Bearer the-token-of-the-metric' })).toBe(401);
    const right = { authorization: 'Bearer the-token-of-the-metrics', 'x-forwarded-for': '203.0.113.9' };
    expect(await status(base, right)).toBe(200);
  });
});

it('headers, bodies and silence have their time', async () => {
  const { server } = await serve();
  expect(server.restify.server).toMatchObject({
    headersTimeout: budgets.request.headersMs,
    requestTimeout: budgets.request.bodyMs,
    timeout: budgets.request.idleMs,
    connectionsCheckingInterval: budgets.request.headersMs / 2,
  });
});

describe('headers', () => {
  it('keep browsers to https where the shop is reached by it, and away from what nothing here needs', async () => {
    const plain = (await fetch(`${(await serve()).base}/healthz`)).headers;
    const secure = (await fetch(`${(await serve({ publicUrl: 'https://shop.example' })).base}/healthz`)).headers;
    expect(plain.get('strict-transport-security')).toBeNull();
    expect(secure.get('strict-transport-security')).toBe('max-age=31536000');
    expect(plain.get('permissions-policy')).toContain('camera=()');
    expect(plain.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('let the sites that are named have the chat in a frame, and no others', async () => {
    const { base } = await serve();
    expect((await fetch(base)).headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const framed = await serve({ config: { frameAncestors: 'https://shop.example.com' } });
    const { headers } = await fetch(`${framed.base}/shops/tool-shop`);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors https://shop.example.com');
    expect(headers.get('x-frame-options')).toBeNull();
    const closed = await serve({ config: { frameAncestors: "'none'" } });
    expect((await fetch(closed.base)).headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('behind a proxy that is named', () => {
  const warnings = (logged: string) => logged.split('\n').filter((line) => line.includes('X-Forwarded-For')).length;

  it('a customer without X-Forwarded-For is said in the log, once; a look at the health is none', async () => {
    const { base, logged } = await serve({ config: { trustedProxies: 1 } });
    await fetch(`${base}/healthz`);
    await fetch(`${base}/readyz?by=balancer`);
    await fetch(base, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(warnings(logged())).toBe(0);
    for (const path of ['/', '/shops/tool-shop']) await fetch(`${base}${path}`);
    expect(warnings(logged())).toBe(1);
  });

  it('nothing is said where no proxy is named, or the request came from none of them', async () => {
    const lists = [0, readTrustedProxies('10.0.0.0/8') ?? 0];
    for (const trustedProxies of lists) {
      const { base, logged } = await serve({ config: { trustedProxies } });
      await fetch(base);
      expect(warnings(logged())).toBe(0);
    }
    const { base, logged } = await serve({ config: { trustedProxies: readTrustedProxies('loopback') ?? 0 } });
    await fetch(base);
    expect(warnings(logged())).toBe(1);
  });
});

describe('stopping', () => {
  it.each([
    { keepAlive: true, clients: 30, waveMs: 10 },
    { keepAlive: false, clients: 8, waveMs: 300 },
  ])('resets nobody who posts without a pause: %j', async ({ keepAlive, clients, waveMs }) => {
    // Answers come in waves, as turns do that are written together.
    const { base, server } = await serve({ delay: () => wait(waveMs - (Date.now() % waveMs)) });
    const chats = await Promise.all(Array.from({ length: clients }, () => start(base)));
    const agent = new Agent({ keepAlive });
    onTestFinished(() => agent.destroy());
    /** Sends one message after the other, over a new connection where one was the last, until nobody takes them. */
    async function write({ here, token }: (typeof chats)[number]): Promise<string[]> {
      const answers: string[] = [];
      while (answers.at(-1)?.startsWith('200') ?? true) {
        const text = `message ${answers.length}`;
        answers.push(await post(`${base}/v3/directline${here}/activities`, { agent, token, text }));
      }
      return answers;
    }
    const writing = chats.map(write);
    await wait(100);
    const closed = server.close({ graceMs: 300 });
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    const answers = await Promise.all(writing);
    await closed;
    for (const ofOne of answers) {
      expect(ofOne.at(-1)).toMatch(/ECONNREFUSED/);
      if (keepAlive) expect(ofOne.slice(0, -1).filter((answer) => answer !== '200 keep-alive')).toEqual(['200 close']);
    }
  });

  it('finishes the turn under way, sends its answer to the socket, closes with 1001 and takes nobody more', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { base, server } = await serve({ delay: () => held });
    const { streamUrl, say } = await start(base);
    const stream = listen(streamUrl);
    await stream.until(2);
    const answer = say('hello');
    await wait(50);
    const closed = server.close();
    await wait(50);
    await expect(fetch(`${base}/healthz`)).rejects.toThrow();
    release();
    expect((await answer).status).toBe(200);
    expect((await stream.closed).code).toBe(1001);
    expect(stream.frames.at(-1)?.watermark).toBe('4');
    await closed;
  });

  it('says on an open connection that it is not ready any more', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { base, port, server } = await serve({ delay: () => held });
    const { say } = await start(base);
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n');
    const answer = say('hello');
    await wait(50);
    const closed = server.close();
    socket.write('\r\n');
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 503 [\s\S]*"code":"draining"/);
    release();
    await Promise.all([answer, closed]);
  });

  it('does not wait for idle clients, and may be asked twice', async () => {
    const { base, server } = await serve({ drainMs: 24 * 60 * 60 * 1_000 });
    const { streamUrl } = await start(base);
    const streams = [listen(streamUrl), listen(streamUrl)];
    await Promise.all(streams.map(({ opened }) => opened));
    await Promise.all([server.close(), server.close()]);
    await server.close();
  });

  it('does not wait for ever for a client that does not close', async () => {
    const { base, port, server } = await serve({ drainMs: 300 });
    const { streamUrl } = await start(base);
    const { pathname, search } = new URL(streamUrl);
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\n${UPGRADE}\r\n`);
    await once(socket, 'data');
    socket.pause();
    await server.close();
    socket.destroy();
  });
});

it('a port that is taken rejects', async () => {
  const { port } = await serve();
  await expect(serve({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

/** Posts a message over the agent's connections; resolves to the status and what becomes of the connection. */
function post(url: string, { agent, token, text }: { agent: Agent; token: string; text: string }): Promise<string> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(`${response.statusCode} ${response.headers.connection}`));
    });
    sending.once('error', ({ message }) => resolve(message));
    sending.end(JSON.stringify({ type: 'message', text }));
  });
}
