import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createWebhookNotifier } from '../../../src/desk/webhooks/notifier.ts';
import { signatures } from '../../../src/desk/webhooks/signature.ts';
import type { CaseChange } from '../../../src/dialogs/turns/writes/case-changes.ts';
import { aCase } from '../case/a-case.ts';
import { startReceiver, status } from './receiver.ts';

const at = '2026-11-21T10:00:00.000Z';
const view = aCase({
  reference: 'ABCD-1234',
  state: 'claimed',
  opening: 'It is broken',
  transcript: [{ id: '1', at, who: 'customer', text: 'a long story', files: [] }],
  clauses: [{ id: 'clause', title: 'A clause', text: 'in many words' }],
});

/** One attempt at one event. */
async function deliver(
  url: string,
  { change = {}, keys = [randomBytes(32)], id = 7, now = at, stop = AbortSignal.timeout(20_000) }: Attempt = {},
) {
  const desk = { view: async () => view };
  const notifier = createWebhookNotifier({ settings: { url, keys }, desk, now: () => new Date(now) });
  const [effect] = notifier.effects({ reference: 'ABCD-1234', what: 'claimed', reminders: 0, ...change });
  if (!effect) throw new Error('there is no effect');
  return notifier.handler({ ...effect, id, conversationId: 'conversation', at, attempts: 0 }, stop);
}
interface Attempt {
  change?: Partial<CaseChange>;
  keys?: Uint8Array[];
  id?: number;
  now?: string;
  stop?: AbortSignal;
}

test('signs as the reference implementations of the standard do', () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330, body: '{"test": 2432232314}' };
  expect(signatures(signed, [key])).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

describe('an event', () => {
  test('says what happened, when, and how the case stands, and leaves the transcript to the API', async () => {
    const { url, received } = await startReceiver();
    expect(await deliver(url, { change: { what: 'handed-back' } })).toEqual({ kind: 'delivered' });
    expect(received[0]?.event).toMatchObject({
      type: 'case.handed_back',
      timestamp: at,
      data: { reference: 'ABCD-1234', case: { state: 'claimed', because: 'human-review', facts: [] } },
    });
    expect(received[0]?.body).not.toMatch(/long story|many words/);
  });

  test('carries a message with the names of its files and who wrote it', async () => {
    const { url, received } = await startReceiver();
    const message = {
      type: 'message',
      text: 'See here',
      attachments: [{ name: 'photo.jpg', contentType: 'image/jpeg' }],
    };
    await deliver(url, { change: { what: 'agent-message', message, by: { id: 'ann', name: 'Ann' } } });
    expect(received[0]?.event.data.message).toEqual({
      text: 'See here',
      files: ['photo.jpg'],
      by: { id: 'ann', name: 'Ann' },
    });
  });

  test('has a signature by each key', async () => {
    const keys = [randomBytes(32), randomBytes(32)];
    const { url, received } = await startReceiver();
    await deliver(url, { keys });
    const { headers = {}, body = '' } = received[0] ?? {};
    const signed = { id: String(headers['webhook-id']), seconds: Date.parse(at) / 1_000, body };
    const each = keys.map((key) => signatures(signed, [key]));
    expect(String(headers['webhook-signature']).split(' ')).toEqual(each);
  });

  test('keeps its id at every attempt, with the time of the attempt; another event has another id', async () => {
    const { url, received } = await startReceiver(status(503));
    await deliver(url);
    await deliver(url, { now: '2026-11-21T10:07:00.000Z' });
    await deliver(url, { id: 8 });
    const [ids, times] = ['webhook-id', 'webhook-timestamp'].map((name) =>
      received.map(({ headers }) => headers[name]),
    );
    expect([ids?.[0] === ids?.[1], ids?.[0] === ids?.[2]]).toEqual([true, false]);
    expect(ids?.[0]).toMatch(/^evt_[\w-]{27}$/);
    expect(Number(times?.[1]) - Number(times?.[0])).toBe(420);
  });
});

describe('an answer', () => {
  test.each([
    [200, { kind: 'delivered' }],
    [202, { kind: 'delivered' }],
    [302, { kind: 'later', status: 302 }],
    [401, { kind: 'later', status: 401 }],
    [404, { kind: 'later', status: 404 }],
    [410, { kind: 'refused', status: 410 }],
    [500, { kind: 'later', status: 500 }],
  ])('of %i means %o', async (code, outcome) => {
    const { url } = await startReceiver(status(code));
    expect(await deliver(url)).toMatchObject(outcome);
  });

  test('can ask for a pause', async () => {
    const { url } = await startReceiver(status(429, { 'retry-after': '90' }));
    expect(await deliver(url)).toEqual({ kind: 'later', status: 429, afterMs: 90_000 });
  });

  test('that points elsewhere is not followed', async () => {
    const elsewhere = await startReceiver();
    const { url } = await startReceiver(status(307, { location: elsewhere.url }));
    expect(await deliver(url)).toMatchObject({ kind: 'later', status: 307 });
    expect(elsewhere.received).toEqual([]);
  });

  test('without an end is not read to its end', async () => {
    const { url } = await startReceiver((response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.once('close', () => clearInterval(more));
    });
    expect(await deliver(url)).toEqual({ kind: 'delivered' });
  });

  test('that does not come ends with the stop of the process', async () => {
    const { url } = await startReceiver(() => undefined);
    await expect(deliver(url, { stop: AbortSignal.timeout(100) })).rejects.toThrow();
  });
});
