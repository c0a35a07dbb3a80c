import { hash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { budgets } from '../../budgets.ts';
import { readJson } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { ReadHeic } from '../../http/heic.ts';
import type { Store, StoredConversation } from '../../store/store.ts';
import type { Presence } from '../../talks/presence.ts';
import type { ChannelHost } from '../channel.ts';
import { keepFile } from '../kept-files.ts';
import { type Inbound, readInbound, unstoredId } from './inbound.ts';
import { type ActivitySet, activitySet, readWatermark, typingActivity } from './outbound.ts';
import type { Kept, Renewal } from './renewal.ts';
import { streamActivities } from './stream.ts';
import { type Claims, TOKEN_SECONDS, type Tokens } from './tokens.ts';
import { readUpload, type UploadedFile } from './upload.ts';

/** Names its conversations in the store. */
export const DIRECTLINE = 'directline';
const BASE = '/v3/directline';
const { keptBytes, turns: maxTurns } = budgets.conversation;
/** Messages that are larger than this are few, so that only for them the size of their conversation is looked up. */
const SMALL_BYTES = 2 * 1024;

/** Options of the website channel. */
export interface DirectLineDeps {
  store: Store;
  tokens: Tokens;
  renewal: Renewal;
  presence: Presence;
  /** Reads the pictures of phones. */
  readHeic: ReadHeic;
  log: Logger;
  defaultPolicy: string;
  /** The address at which customers reach this deployment; absent: the host they asked for. */
  publicUrl: string | undefined;
  /** The name customers see as the sender of the bot's messages. */
  botName: (policyId: string) => string;
}

/** Mounts Direct Line 3.0: `directline-3.0.swagger.json`, with `protocol.md` where that leaves room. */
export function mountDirectLine(server: Server, deps: DirectLineDeps & ChannelHost): void {
  const { conversations, store, tokens, renewal, presence, limits } = deps;
  const onOddField = (field: string): void => deps.log.info({ field }, 'field of an activity not used');

  server.post(`${BASE}/tokens/generate`, async (req, res) => {
    limits.take('chats', req);
    const body = await readJson(req);
    const { user } = readTokenParameters(body);
    const policy = query(req).get('policy') || deps.defaultPolicy;
    if (!conversations.policyIds().includes(policy)) throw new HttpError(404, 'unknown-policy', 'no such policy');
    const claims = { user: user ?? `dl_${randomUUID()}`, conv: randomUUID(), policy };
    await grant(res, 200, claims, await renewal.begin(req, res, claims, body));
  });

  server.post(`${BASE}/tokens/renew`, async (req, res) => {
    limits.take('chats', req);
    const chat = req.headers.authorization === undefined ? undefined : (await authenticate(req)).conv;
    const renewed = await renewal.renew(req, res, chat, await readJson(req));
    if (renewed === undefined) {
      res.sendRaw(204, '', { 'Cache-Control': 'no-store' });
      return;
    }
    const { talk, ...kept } = renewed;
    await grant(res, 200, talk, kept);
  });

  server.post(`${BASE}/tokens/refresh`, async (req, res) => {
    await grant(res, 200, await authenticate(req));
  });

  server.post(`${BASE}/conversations`, async (req, res) => {
    const claims = await authenticate(req);
    const isKnown = (await store.conversation(claims.conv)) !== undefined;
    if (!isKnown && !conversations.policyIds().includes(claims.policy)) {
      throw new HttpError(404, 'unknown-policy', 'the policy of this token is no longer offered');
    }
    const { conv, user, policy } = claims;
    // Its address was counted with the token, which opens this one chat.
    if (!isKnown) limits.takeOf('shopChats', policy);
    const { created } = await conversations.open({ id: conv, channel: DIRECTLINE, policyId: policy, userId: user });
    await grant(res, created ? 201 : 200, claims, {}, streamOf(req, 0));
  });

  server.get(`${BASE}/conversations/:id`, async (req, res) => {
    const { claims } = await enter(req);
    await grant(res, 200, claims, {}, streamOf(req, watermarkOf(query(req))));
  });

  server.get(`${BASE}/conversations/:id/activities`, async (req, res) => {
    const { conversation } = await enter(req);
    limits.takeOf('reads', conversation.id);
    sendJson(res, 200, await read(conversation, watermarkOf(query(req))));
  });

  server.post(`${BASE}/conversations/:id/activities`, async (req, res) => {
    const { claims, conversation } = await enterToWrite(req);
    sendJson(res, 200, {
      id: await take(req, conversation, readInbound(await readJson(req), claims.user, onOddField)),
    });
  });

  server.post(`${BASE}/conversations/:id/upload`, async (req, res) => {
    const { claims, conversation } = await enterToWrite(req);
    limits.take('uploads', req);
    const userId = query(req).get('userId');
    if (userId && userId !== claims.user) throw new HttpError(403, 'wrong-user', 'userId is not the user of the token');
    const { activity, files } = await readUpload(req);
    const inbound = readInbound(activity, claims.user, onOddField);
    await demandRoom(conversation, inbound);
    sendJson(res, 200, { id: await take(req, conversation, await withFiles(conversation.id, inbound, files)) });
  });

  deps.upgrades.on(`${BASE}/conversations/:id/stream`, async ({ req, url, params, accept }) => {
    const claims = await tokens.verify(url.searchParams.get('t') ?? bearer(req.headers.authorization));
    const conversation = await own(claims, params.id);
    const watermark = watermarkOf(url.searchParams);
    limits.takeOf('reads', conversation.id);
    const socket = await accept(conversation.id);
    const leave = presence.enter(conversation.id);
    socket.once('close', leave);
    if (socket.readyState === socket.CLOSED) leave();
    streamActivities(
      socket,
      { conversationId: conversation.id, watermark },
      {
        conversations,
        log: deps.log,
        read: (after) => read(conversation, after),
        present: (messages) => activitySet(messages, watermark, conversation, deps.botName),
        typing: () => typingActivity(conversation, deps.botName),
      },
    );
  });

  /** Runs the turn of a message; anything else is acknowledged and not kept. */
  async function take(req: Request, conversation: StoredConversation, inbound: Inbound): Promise<string> {
    const { key, isMessage, activity } = inbound;
    if (!isMessage) {
      const earlier = await store.repeated(conversation.id, key);
      return earlier?.inbound?.id ?? unstoredId(conversation.id, key);
    }
    await demandRoom(conversation, inbound);
    const origin = limits.originOf(req);
    const turn = await conversations.receive({ conversationId: conversation.id, key, activity, origin });
    if (turn === undefined) throw unknownConversation();
    return turn.inbound.id;
  }

  /** Refuses a message that would make its conversation larger than people or machines could take in. */
  async function demandRoom({ id, revision }: StoredConversation, { activity }: Inbound): Promise<void> {
    const bytes = Buffer.byteLength(JSON.stringify(activity));
    const isFull =
      revision >= maxTurns || (bytes > SMALL_BYTES && bytes + (await store.conversationBytes(id)) > keptBytes);
    if (isFull) throw new HttpError(409, 'conversation-full', 'this conversation takes no more; begin a new one');
  }

  /** Keeps the files for the people who may look at the case; each attachment names its own. */
  async function withFiles(conversationId: string, inbound: Inbound, files: UploadedFile[]): Promise<Inbound> {
    if (await store.repeated(conversationId, inbound.key)) return inbound;
    const at = new Date().toISOString();
    const kept = files.map(async (file, index) => {
      // The same for a repeat that comes while the first is under way, whose files would else belong to no message.
      const id = hash('sha256', JSON.stringify([conversationId, inbound.key, index])).slice(0, 32);
      return keepFile(deps, { ...file, id, conversationId, at });
    });
    return { ...inbound, activity: { ...inbound.activity, attachments: await Promise.all(kept) } };
  }

  async function read(conversation: StoredConversation, after: number): Promise<ActivitySet> {
    const { activities, bytes } = budgets.answer;
    const page = await store.activities(conversation.id, after, activities, bytes);
    return activitySet(page, after, conversation, deps.botName);
  }

  async function authenticate(req: Request): Promise<Claims> {
    return tokens.verify(bearer(req.headers.authorization));
  }

  async function enter(
    req: Request,
    find = store.conversation,
  ): Promise<{ claims: Claims; conversation: StoredConversation }> {
    const claims = await authenticate(req);
    const conversation = await own(claims, req.params.id, find);
    presence.seen(conversation.id);
    return { claims, conversation };
  }

  /** The store says with the turn itself whether the conversation is still there. */
  async function enterToWrite(req: Request): ReturnType<typeof enter> {
    const entered = await enter(req, store.knownConversation);
    limits.take('addressMessages', req);
    limits.takeOf('messages', entered.conversation.id);
    return entered;
  }

  /** A foreign conversation looks like a missing one, so that ids cannot be probed. */
  async function own(claims: Claims, id: string | undefined, find = store.conversation): Promise<StoredConversation> {
    const conversation = id === claims.conv ? await find(claims.conv) : undefined;
    if (conversation === undefined || conversation.channel !== DIRECTLINE) throw unknownConversation();
    return conversation;
  }

  /** Answers with a fresh token, and where to stream from when the conversation is open. */
  async function grant(
    res: Response,
    status: number,
    claims: Claims,
    kept: Kept = {},
    stream?: StreamOf,
  ): Promise<void> {
    const token = await tokens.issue(claims);
    const base = { conversationId: claims.conv, token, expires_in: TOKEN_SECONDS, ...kept };
    sendJson(
      res,
      status,
      stream ? { ...base, referenceGrammarId: claims.policy, streamUrl: stream(claims, token) } : base,
    );
  }

  function streamOf(req: Request, watermark: number): StreamOf {
    const origin = deps.publicUrl ?? `${req.isSecure() ? 'https' : 'http'}://${req.headers.host ?? 'localhost'}`;
    return ({ conv }, token) => {
      const url = new URL(`${origin.replace(/^http/, 'ws')}${BASE}/conversations/${conv}/stream`);
      url.searchParams.set('watermark', String(watermark));
      url.searchParams.set('t', token);
      return url.href;
    };
  }
}

type StreamOf = (claims: Claims, token: string) => string;

const tokenParameters = z
  .object({
    user: z.object({ id: z.string().max(128).startsWith('dl_', 'must start with dl_').optional() }).nullish(),
  })
  .nullish();

function readTokenParameters(body: unknown): { user: string | undefined } {
  const parsed = tokenParameters.safeParse(body);
  if (!parsed.success) throw new HttpError(400, 'invalid-user', 'user.id must be a string that starts with dl_');
  return { user: parsed.data?.user?.id };
}

function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

function query(req: Request): URLSearchParams {
  return new URLSearchParams(req.getQuery());
}

function watermarkOf(parameters: URLSearchParams): number {
  const watermark = readWatermark(parameters.get('watermark'));
  if (watermark === undefined) throw new HttpError(400, 'invalid-watermark', 'the watermark is not a decimal string');
  return watermark;
}

function unknownConversation(): HttpError {
  return new HttpError(404, 'unknown-conversation', 'this token has no such conversation');
}

function sendJson(res: Response, status: number, body: unknown): void {
  res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
