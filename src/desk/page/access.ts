import type { IncomingMessage } from 'node:http';
import { HttpError } from '../../http/errors.ts';
import type { Limits } from '../../http/limits/limits.ts';
import { tooMany } from '../../http/limits/rates.ts';
import { isSameSecret } from '../../http/secrets/same-secret.ts';
import { type Uses, useOne } from '../../uses.ts';
import { isAtLeast, type Role } from '../people/roles.ts';
import type { DeskSession, DeskSessions } from './sessions.ts';

/** The sender of a request: somebody in a browser, or a machine that knows the token. */
export type Caller = { kind: 'browser'; session: DeskSession } | { kind: 'machine' };

/** Decides who may do what at the desk; every refusal is an `HttpError`. */
export interface Access {
  /**
   * Returns a caller who may read; throws 401 for nobody known, 429 for more than ten wrong tokens a minute from one
   * address, 403 for a role below the one that is needed. The right token is taken however many wrong ones came before it,
   * from wherever.
   */
  reader(req: IncomingMessage, needed?: Role): Promise<Caller>;
  /**
   * Returns a caller who may change something; as `reader`, and from a browser also 403 unless the page itself asks.
   */
  writer(req: IncomingMessage, needed?: Role): Promise<Caller>;
  /** The session of a browser that may change something; `csrf` is the token that a form of the page sends. */
  formSender(req: IncomingMessage, csrf: string, needed?: Role): Promise<DeskSession>;
  /** True until the caller's session is ended. */
  isStillIn(caller: Caller): Promise<boolean>;
  /** True if this is the desk's token; counts it if not, 429 as above. */
  isToken(req: IncomingMessage, given: string): Promise<boolean>;
  /** 403 unless a page of this very site sent the request. */
  insistOnOwnSite(req: IncomingMessage): void;
}

/** Of one address. */
const wrongTokens = { limit: 10, windowMs: 60_000 };

export function createAccess(deps: {
  token: string;
  sessions: DeskSessions;
  limits: Pick<Limits, 'clientOf'>;
  uses: Uses;
  now(): Date;
  publicUrl: string | undefined;
}): Access {
  const { token, sessions, limits, uses, now, publicUrl } = deps;

  async function isToken(req: IncomingMessage, given: string): Promise<boolean> {
    if (isSameSecret(token, given)) return true;
    const mayGoOn = await useOne(uses, `desk token ${limits.clientOf(req)}`, { ...wrongTokens, now: now() });
    if (!mayGoOn) throw tooMany(wrongTokens.windowMs / 1_000);
    return false;
  }

  async function reader(req: IncomingMessage, needed: Role = 'agent'): Promise<Caller> {
    const caller = await callerOf(req);
    if (isAtLeast(roleOf(caller), needed)) return caller;
    throw new HttpError(403, 'role', `this needs the role ${needed}`);
  }

  async function callerOf(req: IncomingMessage): Promise<Caller> {
    const given = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    if (given !== undefined) {
      if (await isToken(req, given.trim())) return { kind: 'machine' };
      throw new HttpError(401, 'token-invalid', 'this is not the token of the desk');
    }
    const session = await sessions.read(req);
    if (session) return { kind: 'browser', session };
    throw new HttpError(401, 'token-missing', 'log in at /desk, or send the token: Authorization: Bearer …');
  }

  function insistOnOwnSite(req: IncomingMessage): void {
    if (!isOwnSite(req, publicUrl)) throw new HttpError(403, 'other-site', 'another site sent this');
  }

  function insistOnPage(req: IncomingMessage, session: DeskSession, given: unknown): void {
    insistOnOwnSite(req);
    if (typeof given === 'string' && sessions.isPageToken(session, given)) return;
    throw new HttpError(403, 'csrf-token', 'the X-CSRF-Token of the page is missing or of another session');
  }

  return {
    reader,
    isToken,
    insistOnOwnSite,
    async writer(req, needed) {
      const caller = await reader(req, needed);
      if (caller.kind === 'browser') insistOnPage(req, caller.session, req.headers['x-csrf-token']);
      return caller;
    },
    async formSender(req, csrf, needed) {
      const caller = await reader(req, needed);
      if (caller.kind === 'machine') throw new HttpError(403, 'no-browser', 'this is for people in a browser alone');
      insistOnPage(req, caller.session, csrf);
      return caller.session;
    },
    isStillIn: async (caller) => caller.kind === 'machine' || sessions.isOpen(caller.session),
  };
}

/** What a caller may do; whoever has the token may do everything. */
export function roleOf(caller: Caller): Role {
  return caller.kind === 'browser' ? caller.session.role : 'owner';
}

/** True if the browser says that the request comes from our own site; one that says nothing does not count. */
function isOwnSite({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  // A form of a page that sends no referrer has the origin "null".
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return origin === own || (URL.canParse(origin) && new URL(origin).host === headers.host);
}
