import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { type Modal, messageBlocks, modalSchema, shownText } from './block-schemas.ts';

export const slackToken = 'xoxb-fake-token';
export const slackChannel = 'C0CASES';

const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(schema);
const metadata = z.strictObject({
  event_type: z.string().max(255),
  event_payload: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
const flag = z.enum(['true', 'false']).optional();
const bodies = {
  'chat.postMessage': z.strictObject({
    channel: z.string(),
    text: z.string().min(1).max(4_000),
    blocks: json(messageBlocks),
    metadata: json(metadata).optional(),
    thread_ts: z.string().optional(),
    reply_broadcast: flag,
    unfurl_links: flag,
    unfurl_media: flag,
  }),
  'chat.update': z.strictObject({
    channel: z.string(),
    ts: z.string(),
    text: z.string().min(1).max(4_000),
    blocks: json(messageBlocks),
    metadata: json(metadata).optional(),
  }),
  'chat.postEphemeral': z.strictObject({
    channel: z.string(),
    user: z.string(),
    text: z.string().min(1).max(4_000),
    blocks: json(messageBlocks),
    thread_ts: z.string().optional(),
  }),
  'views.open': z.strictObject({ trigger_id: z.string().min(1), view: json(modalSchema) }),
  'views.update': z.strictObject({ view_id: z.string().min(1), view: json(modalSchema) }),
  'users.info': z.strictObject({ user: z.string() }),
  'conversations.history': z.strictObject({
    channel: z.string(),
    oldest: z.string(),
    limit: z.string(),
    include_all_metadata: z.literal('true'),
    cursor: z.string().optional(),
  }),
  'conversations.replies': z.strictObject({
    channel: z.string(),
    ts: z.string(),
    oldest: z.string(),
    limit: z.string(),
    include_all_metadata: z.literal('true'),
    cursor: z.string().optional(),
  }),
};
type Method = keyof typeof bodies;
type Body<M extends Method> = z.infer<(typeof bodies)[M]>;

/** A message as it stands in the channel. */
export type Message = Body<'chat.postMessage'> & { ts: string; edits: number };

/** What Slack does with a call instead of, or after, taking it. */
export type Trouble =
  | { kind: 'limit'; seconds: number }
  | { kind: 'status'; status: number }
  | { kind: 'error'; error: string }
  /** The connection ends without an answer, the call not taken. */
  | { kind: 'drop' }
  /** The call is taken, and the connection ends before the answer. */
  | { kind: 'lose' }
  /** The answer comes only when the test is over. */
  | { kind: 'hang' };

/** A workspace on this machine until the test is over: checks token, arguments and limits of every call. */
export async function fakeSlack() {
  const messages: Message[] = [];
  const ephemerals: Body<'chat.postEphemeral'>[] = [];
  const modals: (Modal & { id: string; trigger: string })[] = [];
  const calls: { method: Method; refused?: string }[] = [];
  const people: Record<string, string> = { U0ANN: 'Ann Berg', U0BOB: 'Bob Noor' };
  const troubles: { method?: Method; trouble: Trouble }[] = [];
  const state = { isDown: false };
  let abandoned = 0;
  let clock = Math.floor(Date.now() / 1_000);

  const take: { [M in Method]: (body: Body<M>) => object } = {
    'chat.postMessage'(body) {
      if (body.channel !== slackChannel) return refuse('channel_not_found');
      const isOrphan = body.thread_ts !== undefined && !messages.some(({ ts }) => ts === body.thread_ts);
      if (isOrphan) return refuse('thread_not_found');
      clock += 1;
      const message = { ...body, ts: `${clock}.000${100 + messages.length}`, edits: 0 };
      messages.push(message);
      return { ok: true, channel: body.channel, ts: message.ts };
    },
    'chat.update'({ ts, ...rest }) {
      const found = messages.find((one) => one.ts === ts);
      if (!found) return refuse('message_not_found');
      Object.assign(found, rest, { edits: found.edits + 1 });
      return { ok: true, channel: rest.channel, ts };
    },
    'chat.postEphemeral'(body) {
      ephemerals.push(body);
      return { ok: true, message_ts: '1.000001' };
    },
    'views.open'({ trigger_id: trigger, view }) {
      const id = `V${modals.length + 1}`;
      modals.push({ ...view, id, trigger });
      return { ok: true, view: { id } };
    },
    'views.update'({ view_id: id, view }) {
      const found = modals.find((one) => one.id === id);
      if (!found) return refuse('not_found');
      Object.assign(found, { submit: undefined }, view);
      return { ok: true, view: { id } };
    },
    'users.info'({ user }) {
      const name = people[user];
      return name === undefined
        ? refuse('user_not_found')
        : { ok: true, user: { id: user, real_name: name, profile: { display_name: '', real_name: name } } };
    },
    'conversations.history': ({ oldest, cursor }) =>
      pageOf(
        messages.filter(({ thread_ts: thread, reply_broadcast: all }) => thread === undefined || all === 'true'),
        oldest,
        cursor,
      ),
    'conversations.replies': ({ ts: parent, oldest, cursor }) =>
      pageOf(
        messages.filter(({ ts, thread_ts: thread }) => ts === parent || thread === parent),
        oldest,
        cursor,
      ),
  };

  /** Pages of one, newest first, so that whoever looks must turn them. */
  function pageOf(all: Message[], oldest: string, cursor = '0'): object {
    const listed = all.filter(({ ts }) => Number(ts) >= Number(oldest)).toReversed();
    const at = Number(cursor);
    const next = at + 1 < listed.length ? String(at + 1) : '';
    return { ok: true, messages: listed.slice(at, at + 1), response_metadata: { next_cursor: next } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace('/api/', '') as Method;
    const form = Object.fromEntries(new URLSearchParams(await textOf(request)));
    const index = troubles.findIndex((one) => one.method === undefined || one.method === method);
    const [trouble] = index < 0 ? [] : troubles.splice(index, 1);
    if (trouble?.trouble.kind === 'hang') response.once('close', () => (abandoned += 1));
    const what: Trouble | undefined = state.isDown ? { kind: 'status', status: 503 } : trouble?.trouble;
    const call: { method: Method; refused?: string } = { method };
    calls.push(call);
    if (what && what.kind !== 'lose') {
      call.refused = what.kind;
      return misbehave(response, what);
    }
    const result = run(method, form, request.headers.authorization);
    if ('error' in result) call.refused = String(result.error);
    if (what) return void response.socket?.destroy();
    reply(response, 200, result);
  }

  function run(method: Method, { token, ...form }: Record<string, string>, authorization?: string): object {
    if (!Object.hasOwn(bodies, method)) return refuse('unknown_method');
    if (authorization !== `Bearer ${slackToken}` && token !== slackToken) return refuse('invalid_auth');
    const parsed = bodies[method].safeParse(form);
    if (!parsed.success) return refuse(`invalid_arguments: ${z.prettifyError(parsed.error)}`);
    return (take[method] as (body: unknown) => object)(parsed.data);
  }

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    messages,
    ephemerals,
    modals,
    calls,
    state,
    /** Cards and other messages of the channel itself. */
    inChannel: () => messages.filter(({ thread_ts: thread }) => thread === undefined),
    /** What is said in a thread, as people see it. */
    inThread: (parent: string) =>
      messages.filter(({ thread_ts: thread }) => thread === parent).map(({ blocks }) => shownText(blocks)),
    /** How many hanging calls the product has given up. */
    abandoned: () => abandoned,
    refusals: () => calls.flatMap(({ refused }) => refused ?? []),
    /** The next call (of the method) meets this. */
    next(trouble: Trouble, method?: Method) {
      troubles.push({ ...(method && { method }), trouble });
    },
  };
}

function refuse(error: string) {
  return { ok: false, error };
}

function misbehave(response: ServerResponse, trouble: Trouble): void {
  if (trouble.kind === 'limit') {
    reply(response, 429, refuse('ratelimited'), { 'retry-after': String(trouble.seconds) });
  } else if (trouble.kind === 'status') reply(response, trouble.status, {});
  else if (trouble.kind === 'error') reply(response, 200, refuse(trouble.error));
  else if (trouble.kind === 'drop') response.socket?.destroy();
}

function reply(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  // restify takes the chaining away from every response in the process.
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
