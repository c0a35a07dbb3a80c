import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Failure } from '../../channels/botframework/fake-connector.ts';
import { type Card, flawOf, messageSchema, wordsOn } from './card-schema.ts';

/** What a message in Teams shows now, and how often it was changed. */
interface Shown {
  conversationId: string;
  activityId: string;
  card: Card;
  updates: number;
}

const newThread = z.strictObject({
  isGroup: z.literal(true),
  channelData: z.strictObject({ channel: z.strictObject({ id: z.string() }) }),
  activity: z.json(),
});

/** Teams' connector service on this machine, until the test is over; it refuses what Teams would refuse, and tells the test. */
export async function fakeTeams(channel: string, bearer: string) {
  const failures: Failure[] = [];
  const flaws: string[] = [];
  const shown: Shown[] = [];
  let attempts = 0;
  let count = 0;
  let isDown = false;
  let lostAnswers = 0;

  function flawed(flaw: string): [number, object] {
    flaws.push(flaw);
    return [400, { error: { code: 'BadSyntax', message: flaw } }];
  }

  function add(conversationId: string | undefined, activity: unknown): [number, object] {
    const flaw = flawOf(activity);
    if (flaw !== undefined) return flawed(flaw);
    count += 1;
    const activityId = String(1_700_000_000_000 + count);
    const id = conversationId ?? `${channel};messageid=${activityId}`;
    const card = messageSchema.parse(activity).attachments[0].content;
    shown.push({ conversationId: id, activityId, card, updates: 0 });
    return [201, conversationId === undefined ? { id, activityId } : { id: activityId }];
  }

  function answer(method: string, path: string, body: unknown): [number, object] {
    const [, conversationId, activityId] =
      /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/
        .exec(path)
        ?.map((part) => part && decodeURIComponent(part)) ?? [];
    if (method === 'POST' && conversationId === undefined) {
      const wanted = newThread.safeParse(body);
      if (!wanted.success) return flawed(z.prettifyError(wanted.error));
      return wanted.data.channelData.channel.id === channel ? add(undefined, wanted.data.activity) : [404, {}];
    }
    if (method === 'POST' && activityId === undefined) return add(conversationId, body);
    const changed = shown.find((one) => one.conversationId === conversationId && one.activityId === activityId);
    if (method !== 'PUT' || !changed) return [404, {}];
    const flaw = flawOf(body);
    if (flaw !== undefined) return flawed(flaw);
    changed.card = messageSchema.parse(body).attachments[0].content;
    changed.updates += 1;
    return [200, { id: activityId ?? '' }];
  }

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      attempts += 1;
      const fail = failures.shift();
      if (isDown) return response.socket?.destroy();
      if (fail) return fail(response);
      const isKnown = request.headers.authorization === `Bearer ${bearer}`;
      const [status, content] = isKnown ? answer(request.method ?? '', request.url ?? '', body) : [401, {}];
      if (lostAnswers > 0) {
        lostAnswers -= 1;
        return response.socket?.destroy();
      }
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    expect(flaws).toEqual([]);
  });
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures,
    attempts: () => attempts,
    setDown(down: boolean) {
      isDown = down;
    },
    /** Takes the next request, and loses the answer to it on the way. */
    loseAnswer() {
      lostAnswers += 1;
    },
    /** The messages that begin threads in the channel. */
    cards: () =>
      shown.filter(({ conversationId, activityId }) => conversationId === `${channel};messageid=${activityId}`),
    /** The words of the messages in a thread or a chat, without the one that begins it. */
    lines: (conversationId: string) =>
      shown
        .filter(
          (one) => one.conversationId === conversationId && !conversationId.endsWith(`;messageid=${one.activityId}`),
        )
        .map(({ card }) => wordsOn(card)),
    /** The cards in a thread or a chat. */
    shownIn: (conversationId: string) =>
      shown.filter((one) => one.conversationId === conversationId).map(({ card }) => card),
  };
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
