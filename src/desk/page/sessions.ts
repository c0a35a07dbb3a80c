import { createHmac, hash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { createSignedSessions, newSessionId, type SignedSessions } from '../../http/secrets/signed-sessions.ts';
import { type Agent, agentSchema } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';

/** What somebody may do at the desk; whoever leads the others can give back and assign their cases. */
export const roleSchema = z.enum(['agent', 'lead', 'owner']);

const sessionSchema = z.object({
  sid: z.string().min(1),
  agent: agentSchema,
  /** Whoever logs in with the desk's token owns it. */
  role: roleSchema.default('owner'),
});
/** A browser in which somebody has logged in at the desk. */
export type DeskSession = z.infer<typeof sessionSchema>;

export interface DeskSessions extends SignedSessions<DeskSession> {
  /** Ends the session of a request for good: its cookie, wherever it was copied to, opens nothing any more. */
  end(req: IncomingMessage): Promise<void>;
}

const lifeSeconds = 12 * 3_600;

/** A new session of somebody who has just logged in. */
export function startDeskSession(agent: Agent): DeskSession {
  return { sid: newSessionId(), agent, role: 'owner' };
}

/** The sessions of a deployment's desk, twelve hours long; they end when its token changes. */
export async function createDeskSessions(options: {
  store: Pick<Store, 'secret' | 'firstSeen' | 'seen'>;
  token: string;
  isSecure: boolean;
  now: () => Date;
}): Promise<DeskSessions> {
  const { store, token, isSecure, now } = options;
  const secret = await store.secret('desk-sessions-hs256', async () => randomBytes(32).toString('base64url'));
  const signed = createSignedSessions({
    name: 'returns_desk',
    audience: 'desk',
    purpose: 'csrf',
    schema: sessionSchema,
    key: createHmac('sha256', secret).update(token).digest(),
    lifeSeconds,
    sameSite: 'Strict',
    isSecure,
    now,
  });

  return {
    ...signed,
    async read(req) {
      const session = await signed.read(req);
      return session && (await store.seen(endOf(session))) ? undefined : session;
    },
    async end(req) {
      const session = await signed.read(req);
      if (!session) return;
      // Remembered for as long as the cookie would have been good.
      const until = new Date(now().getTime() + lifeSeconds * 1_000).toISOString();
      await store.firstSeen(endOf(session), until, now().toISOString());
    },
  };
}

function endOf({ sid }: DeskSession): string {
  return `desk session ended ${hash('sha256', sid, 'base64url')}`;
}
