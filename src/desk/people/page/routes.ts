import type { Request, Response, Server } from 'restify';
import { readBody } from '../../../http/body.ts';
import { HttpError } from '../../../http/errors.ts';
import type { Limits } from '../../../http/limits/limits.ts';
import type { Store } from '../../../store/store.ts';
import type { Uses } from '../../../uses.ts';
import type { Desk } from '../../desk.ts';
import type { Access } from '../../page/access.ts';
import { goToDesk } from '../../page/answers.ts';
import type { DeskSession, DeskSessions } from '../../page/sessions.ts';
import type { Accounts } from '../accounts.ts';
import type { Invitations } from '../invitations.ts';
import { isAtLeast } from '../roles.ts';
import { peopleSteps } from './actions.ts';
import { type PeopleNews, showPeople } from './people-page.ts';
import type { PeopleView } from './view.ts';

const largestForm = 8 * 1024;

/** Options of the page for people. */
export interface PeopleDeps {
  access: Access;
  sessions: DeskSessions;
  accounts: Accounts;
  invitations: Invitations;
  limits: Pick<Limits, 'clientOf'>;
  uses: Uses;
  store: Pick<Store, 'findCases'>;
  desk: Pick<Desk, 'act'>;
  now(): Date;
  /** The address of this deployment as this request knows it, without a slash at its end. */
  siteOf(req: Request): string;
}

/** Mounts the page for people at `/desk/people`, and its steps; all of them work without scripts. */
export function mountPeople(server: Server, deps: PeopleDeps): void {
  const { access, sessions, accounts } = deps;

  server.get('/desk/people', async (req, res) => {
    const session = await sessions.read(req);
    if (session) await show(res, session, '../');
    else goToDesk(res, '../');
  });
  for (const [name, { needed, run }] of Object.entries(peopleSteps)) {
    server.post(`/desk/people/${name}`, async (req, res) => {
      const form = new URLSearchParams((await readBody(req, largestForm)).toString('utf8'));
      const session = await access.formSender(req, form.get('csrf') ?? '', needed);
      const news = await run({
        ...{ ...deps, session, form, client: deps.limits.clientOf(req) },
        linkOf: (token) => `${deps.siteOf(req)}/desk/invitation?token=${encodeURIComponent(token)}`,
      });
      if (news) await show(res, session, '../../', news);
      else res.sendRaw(303, '', { Location: '../people', 'Cache-Control': 'no-store' });
    });
  }

  async function show(res: Response, session: DeskSession, root: string, news?: PeopleNews): Promise<void> {
    await showPeople(res, await viewOf(session, root), news);
  }

  async function viewOf(session: DeskSession, root: string): Promise<PeopleView> {
    const { agent, role, by } = session;
    const [account, people, own, all] = await Promise.all([
      by === 'token' ? undefined : accounts.find(agent.id),
      isAtLeast(role, 'lead') ? accounts.all() : [],
      sessions.list(agent.id),
      isAtLeast(role, 'owner') ? sessions.list() : [],
    ]);
    if (by !== 'token' && !account) throw new HttpError(401, 'token-missing', 'log in at /desk');
    return {
      ...{ root, session, account, people, sessions: own, allSessions: all },
      csrf: sessions.pageToken(session),
      sessionKey: sessions.keyOf(session),
    };
  }
}
