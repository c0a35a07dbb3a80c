import type { ServerResponse } from 'node:http';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { LookupFailure, LookupSystem } from '../../../src/orders/http/look-up.ts';
import { type Reply, shopBreaksOff, shopReplies, shopUrl } from './fake-shop.ts';
import { withLocalServer } from './local-server.ts';

/** A look-up over HTTP that is to be tried against a shop's system in every mood. */
export interface Subject {
  /** The path that the look-up asks for, encoded. */
  path: string;
  /** A good answer to it, and what the look-up makes of that. */
  good: object;
  found: object;
  ask(system: LookupSystem): Promise<unknown>;
  /** Answers that are not what was asked for, by what is wrong with them. */
  wrong: [string, object, LookupFailure][];
}

/** For both attempts; each mood below is far on one side of it or its half. */
const timeOutMs = 1_000;
const slow = 750;
const far = 4_000;

/** Every way in which the other side can misbehave, and what comes of it. */
export function misbehaviours({ path, good, found, ask, wrong }: Subject): void {
  const failures: string[] = [];
  const system = (url = shopUrl): LookupSystem => ({ url, timeOutMs, onFailure: (code) => failures.push(code) });

  beforeAll(() => nock.disableNetConnect());
  afterAll(() => nock.enableNetConnect());
  afterEach(() => {
    failures.length = 0;
    nock.cleanAll();
  });

  async function expectFound(...replies: Reply[]): Promise<void> {
    const scope = shopReplies(path, ...replies);
    expect(await ask(system())).toEqual(found);
    expect(failures).toEqual([]);
    expect(scope.pendingMocks()).toEqual([]);
  }

  async function expectUnavailable(code: LookupFailure, ...replies: Reply[]): Promise<void> {
    const scope = shopReplies(path, ...replies);
    expect(await ask(system())).toMatchObject({ kind: 'unavailable' });
    expect(failures).toEqual([code]);
    expect(scope.pendingMocks()).toEqual([]);
  }

  it('takes a good answer, whatever else it says', async () => {
    shopReplies(path, { body: { ...good, internal: { note: 'x' } } });
    expect(await ask(system())).toMatchObject(found);
    expect(failures).toEqual([]);
  });

  it('takes 404 for not found, at once and whatever its body says', async () => {
    shopReplies(path, { status: 404, body: '<h1>Not Found</h1>' }, { body: good });
    expect(await ask(system())).toEqual({ kind: 'not-found' });
    expect(nock.pendingMocks()).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  it('asks once more when the first half of its time is over', async () => {
    await expectFound({ body: good, afterMs: slow }, { body: good });
  });

  it.each([500, 502, 503, 429])('asks once more after %i', async (status) => {
    await expectFound({ status, body: 'busy' }, { body: good });
  });

  it('takes 404 from the second attempt too', async () => {
    shopReplies(path, { status: 500 }, { status: 404 });
    expect(await ask(system())).toEqual({ kind: 'not-found' });
  });

  it('asks once more when the connection breaks', async () => {
    shopBreaksOff(path);
    await expectFound({ body: good });
  });

  it('gives up in time when nothing comes', async () => {
    await expectUnavailable('time-out', { body: good, afterMs: far }, { body: good, afterMs: far });
  });

  it('gives the second attempt only the time that is left', async () => {
    const timeOuts = vi.spyOn(AbortSignal, 'timeout');
    onTestFinished(() => timeOuts.mockRestore());
    await expectUnavailable('time-out', { status: 500, afterMs: 150 }, { body: good, afterMs: far });
    const [first, second = Number.NaN] = timeOuts.mock.calls.map(([ms]) => ms);
    expect(first).toBe(timeOutMs / 2);
    // Timers may be a little early by the other clock.
    expect(second).toBeLessThan(timeOutMs - 145);
  });

  it('does not ask a third time', async () => {
    shopReplies(path, { status: 500 }, { status: 503 }, { body: good });
    expect(await ask(system())).toMatchObject({ kind: 'unavailable' });
    expect(failures).toEqual(['status-503']);
    expect(nock.pendingMocks()).toHaveLength(1);
  });

  it('gives up when the connection breaks twice', async () => {
    shopBreaksOff(path, 2);
    await expectUnavailable('network');
  });

  it.each([400, 401, 403, 410, 204])('does not ask again after %i', async (status) => {
    await expectUnavailable(`status-${status}`, { status });
  });

  it.each([301, 302, 307, 308])('follows no redirect (%i)', async (status) => {
    const elsewhere = nock('https://elsewhere.example').get(/.*/).reply(200, good);
    await expectUnavailable(`status-${status}`, { status, headers: { location: 'https://elsewhere.example/' } });
    expect(elsewhere.isDone()).toBe(false);
  });

  it.each([
    ['HTML', '<!doctype html><h1>Welcome</h1>', 'invalid-json'],
    ['broken JSON', '{"number": "EQ-1', 'invalid-json'],
    ['nothing', '', 'invalid-json'],
    ['JSON nested without end', '['.repeat(100_000), 'invalid-json'],
    ['null', 'null', 'unexpected-shape'],
    ['an empty object', '{}', 'unexpected-shape'],
    ['a list', JSON.stringify([good]), 'unexpected-shape'],
    ['an error that claims success', '{"error":{"code":"internal"}}', 'unexpected-shape'],
    ['a huge answer', JSON.stringify({ ...good, filler: 'x'.repeat(1024 * 1024) }), 'too-large'],
  ] as const)('does not take %s for an answer, and does not ask again', async (_, body, code) => {
    await expectUnavailable(code, { body });
  });

  it('does not take bytes that are no UTF-8', async () => {
    nock(shopUrl)
      .get(path)
      .reply(
        200,
        Buffer.concat([Buffer.from(JSON.stringify(good).slice(0, -1)), Buffer.from(',"x":"\xff"}', 'latin1')]),
      );
    expect(await ask(system())).toMatchObject({ kind: 'unavailable' });
    expect(failures).toEqual(['invalid-json']);
  });

  it('takes an answer just below 1 MB', async () => {
    shopReplies(path, { body: JSON.stringify({ ...good, filler: 'x'.repeat(1023 * 1024) }) });
    expect(await ask(system())).toMatchObject(found);
    expect(failures).toEqual([]);
  });

  it.each(wrong)('does not take %s', async (_, body, code) => {
    await expectUnavailable(code, { body });
  });

  it('gives up when nobody listens', async () => {
    const url = await withLocalServer(
      () => undefined,
      async (address) => address,
    );
    nock.enableNetConnect('127.0.0.1');
    expect(await ask(system(url))).toMatchObject({ kind: 'unavailable' });
    expect(failures).toEqual(['network']);
  });

  it('gives up on an answer that stops midway', async () => {
    const answer = await withLocalServer(
      (response) => response.write('{"number":'),
      (url) => ask(system(url)),
    );
    expect(answer).toMatchObject({ kind: 'unavailable' });
    expect(failures).toEqual(['time-out']);
  });

  it('asks once more when an answer is cut off midway', async () => {
    let requests = 0;
    const answer = await withLocalServer(
      (response) => {
        requests += 1;
        if (requests > 1) return response.end(JSON.stringify(good));
        return response.write('{"number":', () => response.destroy());
      },
      (url) => ask(system(url)),
    );
    expect(answer).toEqual(found);
    expect(requests).toBe(2);
  });

  it('stops reading an answer without end', async () => {
    const answer = await withLocalServer(pourForever, (url) => ask(system(url)));
    expect(answer).toMatchObject({ kind: 'unavailable' });
    expect(failures).toEqual(['too-large']);
  });
}

function pourForever(response: ServerResponse): void {
  const pour = () => {
    if (!response.destroyed) response.write('x'.repeat(64 * 1024), () => setImmediate(pour));
  };
  pour();
}
