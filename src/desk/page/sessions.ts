import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type Agent, agentSchema } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';
import { isSameSecret } from './token.ts';

const sessionSchema = z.object({
  /** Random; never shown. */
  sid: z.string().min(1),
  agent: agentSchema,
});
/** A browser in which somebody has logged in at the desk. */
export type DeskSession = z.infer<typeof sessionSchema>;

/** The sessions of a desk, kept in signed cookies that scripts cannot read. */
export interface DeskSessions {
  start(agent: Agent): DeskSession;
  /** The session that a request belongs to, if its cookie is ours and in time. */
  read(req: IncomingMessage): Promise<DeskSession | undefined>;
  /** The `Set-Cookie` header that keeps a session for twelve hours. */
  cookie(session: DeskSession): Promise<string>;
  /** The `Set-Cookie` header that forgets it. */
  noCookie(): string;
  /** What a request that changes something carries, so that no other site can send it. */
  csrfToken(session: DeskSession): string;
  isCsrfToken(session: DeskSession, token: string): boolean;
}

const cookieName = 'returns_desk';
const audience = 'desk';
const algorithm = 'HS256';
const lifeSeconds = 12 * 3_600;

/** The sessions of a deployment; they end when its token changes. */
export async function createDeskSessions(options: {
  store: Pick<Store, 'secret'>;
  token: string;
  isSecure: boolean;
  now: () => Date;
}): Promise<DeskSessions> {
  const { store, token, isSecure, now } = options;
  const secret = await store.secret('desk-sessions-hs256', async () => randomBytes(32).toString('base64url'));
  const key = createHmac('sha256', secret).update(token).digest();
  const csrfToken = ({ sid }: DeskSession): string =>
    createHmac('sha256', key).update(`csrf ${sid}`).digest('base64url');
  // Without a path it holds below the desk, wherever a proxy may have put that.
  const attributes = `HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

  return {
    start: (agent) => ({ sid: randomBytes(16).toString('base64url'), agent }),
    async read(req) {
      const cookie = cookieOf(req);
      if (cookie === undefined) return undefined;
      try {
        const rules = { algorithms: [algorithm], audience, currentDate: now() };
        return sessionSchema.parse((await jwtVerify(cookie, key, rules)).payload);
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
        throw error;
      }
    },
    async cookie(session) {
      const value = await new SignJWT(session)
        .setProtectedHeader({ alg: algorithm })
        .setAudience(audience)
        .setExpirationTime(new Date(now().getTime() + lifeSeconds * 1_000))
        .sign(key);
      return `${cookieName}=${value}; Max-Age=${lifeSeconds}; ${attributes}`;
    },
    noCookie: () => `${cookieName}=; Max-Age=0; ${attributes}`,
    csrfToken,
    isCsrfToken: (session, given) => isSameSecret(csrfToken(session), given),
  };
}

function cookieOf({ headers }: IncomingMessage): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
}
