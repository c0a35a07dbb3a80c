import { createHmac, hash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { createSignedSessions, newSessionId } from '../../http/secrets/signed-sessions.ts';
import { type Agent, agentSchema } from '../../machines/case.ts';
import type { Store } from '../../store/store.ts';
import type { Account } from '../people/account.ts';
import type { Accounts } from '../people/accounts.ts';
import { browserWords } from '../people/browser-words.ts';
import type { Role } from '../people/roles.ts';
import { createSessionRows, type ListedSession, type LogInWay, type SessionData } from './session-rows.ts';

const cookieSchema = z.object({ sid: z.string().min(1), agent: agentSchema });

/** A browser in which somebody has logged in at the desk. */
export interface DeskSession {
  sid: string;
  agent: Agent;
  /** What they may do now; of whoever came with the desk's token, everything. */
  role: Role;
  by: LogInWay;
}

/** Who has just logged in: with the desk's token under some name, or as somebody with an account. */
export type LoggedIn = { by: 'token'; agent: Agent } | { by: Exclude<LogInWay, 'token'>; account: Account };

/** The sessions of the desk, each a signed cookie of a browser and a row of the store, without which it is over. */
export interface DeskSessions {
  /** The session of a request, as it is in the store now. */
  read(req: IncomingMessage): Promise<DeskSession | undefined>;
  /** True until the session is ended, wherever that is done. */
  isOpen(session: DeskSession): Promise<boolean>;
  /** Begins a session; returns its `Set-Cookie` header. */
  start(who: LoggedIn, req: IncomingMessage): Promise<string>;
  /** Ends the session of a request for good: its cookie, wherever it was copied to, opens nothing any more. */
  end(req: IncomingMessage): Promise<void>;
  /** The sessions that are open, of one agent or of all, last seen first. */
  list(agentId?: string): Promise<ListedSession[]>;
  endOne(agentId: string, key: string): Promise<void>;
  /** Ends all of an agent's sessions, but for one that stays. */
  endAll(agentId: string, but?: DeskSession): Promise<void>;
  /** Lets a session go on after its account's password has changed, which ends all others. */
  renew(session: DeskSession, account: Account): Promise<void>;
  /** The key under which a session is listed. */
  keyOf(session: DeskSession): string;
  /** Calls back when sessions were ended by this process. */
  watchEnds(listener: () => void): void;
  /** The `Set-Cookie` header that forgets it. */
  noCookie(): string;
  /** The token that a page of this session sends along, so that no other site can act in its name. */
  pageToken(session: DeskSession): string;
  isPageToken(session: DeskSession, given: string): boolean;
}

const lifeSeconds = 12 * 3_600;

/** The sessions of a deployment's desk, twelve hours long; they end when its token changes. */
export async function createDeskSessions(options: {
  store: Store;
  accounts: Accounts;
  token: string;
  isSecure: boolean;
  now: () => Date;
  /** Hears who comes by logging in, and who goes by logging out of their last browser. */
  onPresence?(agent: Agent, presence: 'here' | 'off'): Promise<void>;
}): Promise<DeskSessions> {
  const { store, accounts, token, isSecure, now, onPresence = async () => undefined } = options;
  const secret = await store.secret('desk-sessions-hs256', async () => randomBytes(32).toString('base64url'));
  const signed = createSignedSessions({
    name: 'returns_desk',
    audience: 'desk',
    purpose: 'csrf',
    schema: cookieSchema,
    key: createHmac('sha256', secret).update(token).digest(),
    lifeSeconds,
    sameSite: 'Strict',
    isSecure,
    now,
  });
  const rows = createSessionRows({ rows: store, now, lifeMs: lifeSeconds * 1_000 });
  const listeners: (() => void)[] = [];
  const tellEnded = (): void => {
    for (const listener of listeners) listener();
  };

  /** What a session that is still open is worth: its role is that of the account as it is now. */
  async function sessionOf({ sid, agent }: z.infer<typeof cookieSchema>, isSeen: boolean) {
    const [data, account] = await Promise.all([rows.find(agent.id, keyOfSid(sid)), accounts.find(agent.id)]);
    if (!data) return undefined;
    const session = data.by === 'token' ? ofToken(sid, agent) : ofAccount(sid, data, account);
    if (session && isSeen) await rows.noteSeen(data);
    return session;
  }

  return {
    async read(req) {
      for (const cookie of await signed.readAll(req)) {
        const session = await sessionOf(cookie, true);
        if (session) return session;
      }
      return undefined;
    },
    isOpen: async (session) => (await sessionOf(session, false)) !== undefined,
    async start(who, req) {
      const agent = who.by === 'token' ? who.agent : agentOf(who.account);
      const cookie = { sid: newSessionId(), agent };
      await rows.add(agent.id, keyOfSid(cookie.sid), {
        by: who.by,
        name: agent.name,
        browser: browserWords(req.headers['user-agent']),
        epoch: who.by === 'token' ? 0 : who.account.epoch,
      });
      await onPresence(agent, 'here');
      return signed.cookie(cookie);
    },
    async end(req) {
      for (const { sid, agent } of await signed.readAll(req)) {
        await rows.drop(agent.id, keyOfSid(sid));
        if ((await rows.list(agent.id)).length === 0) await onPresence(agent, 'off');
      }
      tellEnded();
    },
    list: (agentId) => rows.list(agentId),
    async endOne(agentId, key) {
      await rows.drop(agentId, key);
      tellEnded();
    },
    async endAll(agentId, but) {
      await rows.dropAll(agentId, but && keyOfSid(but.sid));
      tellEnded();
    },
    renew: ({ sid }, { id, epoch }) => rows.renew(id, keyOfSid(sid), epoch),
    keyOf: ({ sid }) => keyOfSid(sid),
    watchEnds: (listener) => void listeners.push(listener),
    noCookie: () => signed.noCookie(),
    pageToken: (session) => signed.pageToken(session),
    isPageToken: (session, given) => signed.isPageToken(session, given),
  };
}

function ofToken(sid: string, agent: Agent): DeskSession {
  return { sid, agent, role: 'owner', by: 'token' };
}

function ofAccount(sid: string, { by, epoch }: SessionData, account: Account | undefined): DeskSession | undefined {
  if (!account || account.isDisabled || account.epoch !== epoch) return undefined;
  return { sid, agent: agentOf(account), role: account.role, by };
}

function agentOf({ id, name }: Account): Agent {
  return { id, name };
}

/** A cookie cannot be made of what the store has. */
function keyOfSid(sid: string): string {
  return hash('sha256', sid, 'base64url');
}
