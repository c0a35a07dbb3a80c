import type { Request, Response } from 'restify';
import { z } from 'zod';
import { HttpError } from '../../http/errors.ts';
import type { Talk, TalkKeys } from '../../talks/keys.ts';

/** So long a browser keeps its cookie, in seconds; the key in it may end before. */
const COOKIE_SECONDS = 90 * 24 * 3_600;

const keepSchema = z.enum(['cookie', 'body']);
const secretSchema = z.string().min(1).max(128);
const generateSchema = z
  .object({ renewal: z.object({ keep: keepSchema, forget: secretSchema.optional() }).optional() })
  .nullish();
const renewSchema = z.object({ secret: secretSchema.optional(), keep: keepSchema.optional() }).nullish();

/** Where the browser keeps the secret that renews its tokens: a cookie that scripts cannot read, or its own store. */
type Keeping = z.infer<typeof keepSchema>;

/** The part of an answer that carries the secret where the browser keeps it itself. */
export interface Kept {
  renewal?: string;
}

/** Gives browsers secrets that renew the tokens of their conversation long after those have expired. */
export interface Renewal {
  /** With a new conversation, where the client asks for it; the one that this browser had before is given up. */
  begin(req: Request, res: Response, talk: Talk, body: unknown): Promise<Kept>;
  /**
   * The conversation of the secret in the body, of the chat that has moved there, or of the cookie; `undefined` where
   * the request has none. Throws an `HttpError` 401 where what it has opens nothing.
   */
  renew(
    req: Request,
    res: Response,
    chat: string | undefined,
    body: unknown,
  ): Promise<(Kept & { talk: Talk }) | undefined>;
}

/** Renewal by these keys; `isSecure`: cookies are for https alone. */
export function createRenewal({ keys, isSecure }: { keys: TalkKeys; isSecure: boolean }): Renewal {
  function keep(res: Response, keeping: Keeping, policy: string, secret: string): Kept {
    if (keeping === 'body') return { renewal: secret };
    // Without a path it holds for the addresses of tokens alone, wherever a proxy may have put them.
    const attributes = `Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
    res.setHeader('Set-Cookie', `${cookieName(policy)}=${secret}; ${attributes}`);
    return {};
  }

  return {
    async begin(req, res, talk, body) {
      const parsed = generateSchema.safeParse(body);
      if (!parsed.success) throw invalid();
      const renewal = parsed.data?.renewal;
      if (renewal === undefined) return {};
      const before = renewal.forget ?? cookieOf(req, talk.policy);
      if (before !== undefined) await keys.revoke(before);
      return keep(res, renewal.keep, talk.policy, await keys.issue('browser', talk));
    },

    async renew(req, res, chat, body) {
      const parsed = renewSchema.safeParse(body);
      if (!parsed.success) throw invalid();
      const policy = new URLSearchParams(req.getQuery()).get('policy') ?? '';
      const secret = parsed.data?.secret ?? cookieOf(req, policy);
      const keeping = parsed.data?.keep ?? 'cookie';
      const moved = chat === undefined ? undefined : await keys.movedFrom(chat);
      if (moved !== undefined) {
        if (secret !== undefined) await keys.revoke(secret);
        return { talk: moved, ...keep(res, keeping, moved.policy, await keys.issue('browser', moved)) };
      }
      if (secret === undefined) return undefined;
      const renewed = await keys.renew(secret, policy);
      if (renewed === undefined) throw new HttpError(401, 'renewal-invalid', 'this secret renews nothing');
      return { talk: renewed.talk, ...keep(res, keeping, renewed.talk.policy, renewed.secret) };
    },
  };
}

function invalid(): HttpError {
  return new HttpError(400, 'invalid-renewal', 'keep must be cookie or body, a secret one that was given before');
}

function cookieName(policy: string): string {
  return `returns_talk_${policy}`;
}

function cookieOf({ headers }: Request, policy: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const prefix = `${cookieName(policy)}=`;
  const value = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
  return value && value.length <= 128 ? value : undefined;
}
