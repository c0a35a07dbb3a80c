import { hash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createSignedSessions, newSessionId, type SignedSessions } from '../http/secrets/signed-sessions.ts';
import type { Store } from '../store/store.ts';

const sessionSchema = z.object({
  sid: z.string().min(1),
  /** The shop that the customer is logged in at. */
  shop: z.string().optional(),
});
/** A visit of a browser to the form. */
export type Session = z.infer<typeof sessionSchema>;
export type Sessions = SignedSessions<Session>;

/** A new visit; logged in at a shop if one is named. */
export function startSession(shop?: string): Session {
  return { sid: newSessionId(), ...(shop !== undefined && { shop }) };
}

/** A digest that recognises the visit and says nothing of it. */
export function markOf({ sid }: Session): string {
  return hash('sha256', sid, 'base64url');
}

/** The visits to a deployment's form, two hours long; their key is made once and kept in the store. */
export async function createSessions(options: {
  store: Pick<Store, 'secret'>;
  isSecure: boolean;
  now: () => Date;
}): Promise<Sessions> {
  const { store, isSecure, now } = options;
  const secret = await store.secret('form-sessions-hs256', async () => randomBytes(32).toString('base64url'));
  return createSignedSessions({
    name: 'returns_form',
    audience: 'form-session',
    purpose: 'form',
    schema: sessionSchema,
    key: Buffer.from(secret, 'base64url'),
    lifeSeconds: 2 * 3_600,
    sameSite: 'Lax',
    isSecure,
    now,
  });
}
