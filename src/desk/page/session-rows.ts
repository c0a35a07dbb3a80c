import { z } from 'zod';
import type { DeskRows } from '../../store/desk-rows.ts';

const wayInSchema = z.enum(['token', 'password', 'passkey', 'single-sign-on']);
/** How somebody has logged in. */
export type LogInWay = z.infer<typeof wayInSchema>;

const sessionDataSchema = z.object({
  by: wayInSchema,
  /** As the session was begun under. */
  name: z.string(),
  /** In words. */
  browser: z.string(),
  /** Of the account; see there. */
  epoch: z.number(),
  /** ISO instant of the log-in. */
  since: z.string(),
});
export type SessionData = z.infer<typeof sessionDataSchema>;

/** A session as people are shown it; `seenAt` is at most a minute behind. */
export interface ListedSession extends SessionData {
  agentId: string;
  key: string;
  seenAt: string;
}

const kind = 'session';
const seenEveryMs = 60_000;

/** The sessions that the store knows of; the others are over. */
export function createSessionRows({ rows, now, lifeMs }: { rows: DeskRows; now: () => Date; lifeMs: number }) {
  const isOver = ({ since }: SessionData): boolean => Date.parse(since) + lifeMs <= now().getTime();

  async function list(agentId?: string): Promise<ListedSession[]> {
    const all = await rows.deskRows({ kind, ...(agentId !== undefined && { owner: agentId }) });
    const sessions = all.map(({ owner, key, data, at }) => ({
      ...sessionDataSchema.parse(data),
      ...{ agentId: owner, key, seenAt: at },
    }));
    for (const one of sessions.filter(isOver)) await rows.dropDeskRow(kind, one.agentId, one.key);
    return sessions.filter((one) => !isOver(one)).sort((one, other) => (one.seenAt < other.seenAt ? 1 : -1));
  }

  return {
    list,
    /** The session, unless it is over. */
    async find(agentId: string, key: string): Promise<ListedSession | undefined> {
      const row = await rows.deskRow(kind, agentId, key);
      const session = row && { ...sessionDataSchema.parse(row.data), agentId, key, seenAt: row.at };
      return session && !isOver(session) ? session : undefined;
    },
    async add(agentId: string, key: string, data: Omit<SessionData, 'since'>): Promise<void> {
      // Which clears away what has run out.
      await list();
      const at = now().toISOString();
      await rows.keepDeskRow({ kind, owner: agentId, key, data: { ...data, since: at }, at });
    },
    async noteSeen({ agentId, key, seenAt, ...data }: ListedSession): Promise<void> {
      const at = now();
      if (Date.parse(seenAt) + seenEveryMs > at.getTime()) return;
      // Only as it is: one that was ended meanwhile must not come back.
      await rows.keepDeskRow({ kind, owner: agentId, key, data, at: at.toISOString() }, seenAt);
    },
    async renew(agentId: string, key: string, epoch: number): Promise<void> {
      const row = await rows.deskRow(kind, agentId, key);
      if (row) await rows.keepDeskRow({ ...row, data: { ...sessionDataSchema.parse(row.data), epoch } }, row.at);
    },
    drop: (agentId: string, key: string) => rows.dropDeskRow(kind, agentId, key),
    async dropAll(agentId: string, but: string | undefined): Promise<void> {
      for (const { key } of await list(agentId)) if (key !== but) await rows.dropDeskRow(kind, agentId, key);
    },
  };
}
