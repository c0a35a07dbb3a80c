import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

const sessionSchema = z.object({
  /** Random; never shown. */
  sid: z.string().min(1),
  /** The shop that the customer is logged in at. */
  shop: z.string().optional(),
});
/** A visit of a browser to the form. */
export type Session = z.infer<typeof sessionSchema>;

/** The visits to the form, kept in signed cookies. */
export interface Sessions {
  /** A new visit; logged in at a shop if one is named. */
  start(shop?: string): Session;
  /** The visit that a request belongs to, if its cookie is ours and in time. */
  read(req: IncomingMessage): Promise<Session | undefined>;
  /** The `Set-Cookie` header that keeps a visit for two hours. */
  cookie(session: Session): Promise<string>;
  /** What a form of this visit carries, so that no other site can submit it. */
  formToken(session: Session): string;
  isFormToken(session: Session, token: string): boolean;
  /** A digest that recognises the visit and says nothing of it. */
  mark(session: Session): string;
}

const cookieName = 'returns_form';
const audience = 'form-session';
const algorithm = 'HS256';
const lifeSeconds = 2 * 3_600;

/** The sessions of a deployment; their key is made once and kept in the store. */
export async function createSessions(options: {
  store: Pick<Store, 'secret'>;
  isSecure: boolean;
  now: () => Date;
}): Promise<Sessions> {
  const { store, isSecure, now } = options;
  const secret = await store.secret('form-sessions-hs256', async () => randomBytes(32).toString('base64url'));
  const key = Buffer.from(secret, 'base64url');
  const formToken = ({ sid }: Session): string => createHmac('sha256', key).update(`form ${sid}`).digest('base64url');

  return {
    start: (shop) => ({ sid: randomBytes(16).toString('base64url'), ...(shop !== undefined && { shop }) }),
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
      // Without a path it holds beside the form, wherever a proxy may have put that.
      return `${cookieName}=${value}; Max-Age=${lifeSeconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
    },
    formToken,
    isFormToken: (session, token) => isSame(formToken(session), token),
    mark: ({ sid }) => createHash('sha256').update(sid).digest('base64url'),
  };
}

function cookieOf({ headers }: IncomingMessage): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [expected, given].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(one, other);
}
