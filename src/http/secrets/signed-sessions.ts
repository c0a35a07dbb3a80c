import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { isSameSecret } from './same-secret.ts';

/** Sessions of a browser, kept in signed cookies (JWT, HS256) that scripts cannot read. */
export interface SignedSessions<Session> {
  /** The session that a request belongs to; `undefined` unless its cookie is ours and in time. */
  read(req: IncomingMessage): Promise<Session | undefined>;
  /** All of them: a browser can have a cookie of one name for several paths, and sends each. */
  readAll(req: IncomingMessage): Promise<Session[]>;
  /** The `Set-Cookie` header that keeps a session for its life. */
  cookie(session: Session): Promise<string>;
  /** The `Set-Cookie` header that forgets it. */
  noCookie(): string;
  /** The token that a page of this session sends along, so that no other site can act in its name. */
  pageToken(session: Session): string;
  isPageToken(session: Session, given: string): boolean;
}

const algorithm = 'HS256';
/** More than there are paths on which a page of ours sets one. */
const maxCookies = 4;

/** A new id of a session: 128 random bits, never shown. */
export function newSessionId(): string {
  return randomBytes(16).toString('base64url');
}

/** The sessions of one kind of page; `name` is its cookie's, `purpose` tells its page tokens from those of others. */
export function createSignedSessions<Session extends { sid: string }>(options: {
  name: string;
  audience: string;
  purpose: string;
  schema: z.ZodType<Session>;
  key: Uint8Array;
  lifeSeconds: number;
  sameSite: 'Strict' | 'Lax';
  isSecure: boolean;
  now: () => Date;
}): SignedSessions<Session> {
  const { name, audience, purpose, schema, key, lifeSeconds, sameSite, isSecure, now } = options;
  // Without a path it holds beside the page, wherever a proxy may have put that.
  const attributes = `HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`;
  const pageToken = ({ sid }: Session): string =>
    createHmac('sha256', key).update(`${purpose} ${sid}`).digest('base64url');

  async function sessionIn(cookie: string): Promise<Session | undefined> {
    try {
      const { payload } = await jwtVerify(cookie, key, { algorithms: [algorithm], audience, currentDate: now() });
      return schema.parse(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
      throw error;
    }
  }

  async function readAll(req: IncomingMessage): Promise<Session[]> {
    const all = await Promise.all(cookiesOf(req, name).slice(0, maxCookies).map(sessionIn));
    return all.filter((session) => session !== undefined);
  }

  return {
    readAll,
    read: async (req) => (await readAll(req))[0],
    async cookie(session) {
      const value = await new SignJWT(session)
        .setProtectedHeader({ alg: algorithm })
        .setAudience(audience)
        .setExpirationTime(new Date(now().getTime() + lifeSeconds * 1_000))
        .sign(key);
      return `${name}=${value}; Max-Age=${lifeSeconds}; ${attributes}`;
    },
    noCookie: () => `${name}=; Max-Age=0; ${attributes}`,
    pageToken,
    isPageToken: (session, given) => isSameSecret(pageToken(session), given),
  };
}

function cookiesOf({ headers }: IncomingMessage, name: string): string[] {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
