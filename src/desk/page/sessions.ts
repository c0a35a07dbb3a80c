import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createSignedSessions, newSessionId, type SignedSessions } from '../../http/secrets/signed-sessions.ts';
import { type Agent, agentSchema } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';

const sessionSchema = z.object({ sid: z.string().min(1), agent: agentSchema });
/** A browser in which somebody has logged in at the desk. */
export type DeskSession = z.infer<typeof sessionSchema>;
export type DeskSessions = SignedSessions<DeskSession>;

/** A new session of somebody who has just logged in. */
export function startDeskSession(agent: Agent): DeskSession {
  return { sid: newSessionId(), agent };
}

/** The sessions of a deployment's desk, twelve hours long; they end when its token changes. */
export async function createDeskSessions(options: {
  store: Pick<Store, 'secret'>;
  token: string;
  isSecure: boolean;
  now: () => Date;
}): Promise<DeskSessions> {
  const { store, token, isSecure, now } = options;
  const secret = await store.secret('desk-sessions-hs256', async () => randomBytes(32).toString('base64url'));
  return createSignedSessions({
    name: 'returns_desk',
    audience: 'desk',
    purpose: 'csrf',
    schema: sessionSchema,
    key: createHmac('sha256', secret).update(token).digest(),
    lifeSeconds: 12 * 3_600,
    sameSite: 'Strict',
    isSecure,
    now,
  });
}
