import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { readJson } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { Access, Caller } from '../page/access.ts';
import { words } from '../words/words.ts';
import { keepReplySchema, ownerSchema, type Replies, type Whose } from './replies.ts';

/** As sent to keep a reply, or to remove one. */
export const replyRequestSchema = keepReplySchema.extend({ shop: z.string().describe('The shop where it is used') });
export const removeReplySchema = z.strictObject({ id: z.string(), of: ownerSchema, shop: z.string() });

/** A session that knows of no roles is of somebody who may do everything. */
const sessionSchema = z.looseObject({ role: z.enum(['agent', 'lead', 'owner']).optional() });

interface ReplyDesk {
  replies: Replies;
  policies(): { id: string }[];
}

/** Mounts the canned replies: everybody keeps their own, leads and owners keep the shop's. */
export function mountReplies(server: Server, { access, desk }: { access: Access; desk: ReplyDesk }): void {
  server.get('/desk/api/replies', async (req, res) => {
    const caller = await access.reader(req);
    const shop = new URL(req.url ?? '', 'http://localhost').searchParams.get('shop') ?? '';
    const all = await desk.replies.list(whoseIn(caller, shop));
    sendJson(res, { replies: all, mayKeepShops: mayKeepShops(caller) });
  });
  server.post('/desk/api/replies', async (req, res) => {
    const { caller, body } = await written(req, replyRequestSchema);
    const { shop, ...reply } = body;
    if (reply.of === 'shop' && !desk.policies().some(({ id }) => id === shop)) {
      throw new HttpError(400, 'unknown-shop', 'shop: there is no such shop');
    }
    const kept = await desk.replies.keep(whoseIn(caller, shop), reply);
    if (!kept) throw new HttpError(409, 'too-many-replies', words.speak.replies.tooMany);
    sendJson(res, { reply: kept });
  });
  server.post('/desk/api/replies/remove', async (req, res) => {
    const { caller, body } = await written(req, removeReplySchema);
    await desk.replies.remove(whoseIn(caller, body.shop), body);
    sendJson(res, {});
  });

  async function written<T extends { of: 'me' | 'shop' }>(req: Request, schema: z.ZodType<T>) {
    const caller = await access.writer(req);
    const read = schema.safeParse(await readJson(req));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new HttpError(400, 'invalid-body', `${issue?.path.join('.')}: ${issue?.message}`);
    }
    if (read.data.of === 'shop' && !mayKeepShops(caller))
      throw new HttpError(403, 'role', words.speak.replies.notYours);
    if (read.data.of === 'me' && caller.kind === 'machine') {
      throw new HttpError(400, 'no-own-replies', 'of: a machine keeps the replies of shops alone');
    }
    return { caller, body: read.data };
  }
}

function mayKeepShops(caller: Caller): boolean {
  return caller.kind === 'machine' || sessionSchema.safeParse(caller.session).data?.role !== 'agent';
}

/** A machine has no replies of its own. */
function whoseIn(caller: Caller, shop: string): Whose {
  return { agent: caller.kind === 'browser' ? caller.session.agent.id : '', shop };
}

function sendJson(res: Response, body: object): void {
  res.sendRaw(200, JSON.stringify(body), { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
