import type { Request, Response, Server } from 'restify';
import { readBody } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import type { Limits } from '../../http/limits/limits.ts';
import type { Uses } from '../../uses.ts';
import type { Accounts } from '../people/accounts.ts';
import { checkPassword } from '../people/password-log-in.ts';
import { agentNameSchema } from '../requests.ts';
import { words } from '../words/words.ts';
import type { Access } from './access.ts';
import { agentIdOf } from './agents.ts';
import { goToDesk } from './answers.ts';
import { type LogInView, showLogIn } from './log-in-page.ts';
import type { DeskSessions, LoggedIn } from './sessions.ts';

const largestForm = 8 * 1024;

/** Options of logging in at the desk. */
export interface LogInDeps {
  access: Access;
  sessions: DeskSessions;
  accounts: Accounts;
  limits: Pick<Limits, 'clientOf'>;
  uses: Uses;
  now(): Date;
  hasSignOn: boolean;
}

/** Logging in with the desk's token or with a password, and logging out; all of it works without scripts. */
export function createLogIn(deps: LogInDeps) {
  const { access, sessions, accounts } = deps;

  async function show(res: Response, status: number, view: Omit<LogInView, 'ways'>): Promise<void> {
    const all = (await accounts.all()).filter(({ isDisabled }) => !isDisabled);
    const hasPasskeys = all.some(({ passkeys }) => passkeys.length > 0);
    await showLogIn(res, status, {
      ...view,
      ways: { hasAccounts: all.length > 0, hasPasskeys, hasSignOn: deps.hasSignOn },
    });
  }

  async function logIn(req: Request, res: Response, root: string): Promise<void> {
    access.insistOnOwnSite(req);
    const form = new URLSearchParams((await readBody(req, largestForm)).toString('utf8'));
    const name = form.get('name') ?? '';
    const kind = form.has('password') ? 'password' : 'token';
    const answer = kind === 'password' ? await byPassword(deps, req, form) : await byToken(access, req, form);
    if ('mistake' in answer) {
      return show(res, answer.status, { root, refused: { form: kind, name, mistake: answer.mistake } });
    }
    goToDesk(res, root, await sessions.start(answer, req));
  }

  return {
    show,
    /** Mounts all but the page at `/desk` itself. */
    mount(server: Server): void {
      for (const method of ['get', 'head'] as const) {
        server[method]('/desk/log-in', async (_req, res) => goToDesk(res, '../'));
      }
      // The page posts to its own address, because that keeps the case which the address names.
      server.post('/desk', async (req, res) => logIn(req, res, ''));
      server.post('/desk/log-in', async (req, res) => logIn(req, res, '../'));
      server.post('/desk/log-out', async (req, res) => {
        access.insistOnOwnSite(req);
        await sessions.end(req);
        goToDesk(res, '../', sessions.noCookie());
      });
    },
  };
}

interface Refused {
  status: number;
  mistake: string;
}

async function byToken(access: Access, req: Request, form: URLSearchParams): Promise<LoggedIn | Refused> {
  const refused = await refusalOf(access.isToken(req, (form.get('token') ?? '').trim()));
  if (refused) return refused;
  const { data: name } = agentNameSchema.safeParse(form.get('name') ?? '');
  if (name === undefined) return { status: 422, mistake: words.page.logIn.noName };
  return { by: 'token', agent: { id: agentIdOf(name), name } };
}

async function byPassword(deps: LogInDeps, req: Request, form: URLSearchParams): Promise<LoggedIn | Refused> {
  const answer = await checkPassword(deps, {
    name: form.get('name') ?? '',
    password: form.get('password') ?? '',
    client: deps.limits.clientOf(req),
  });
  switch (answer.kind) {
    case 'in':
      return { by: 'password', account: answer.account };
    case 'wrong':
      return { status: 401, mistake: words.page.logIn.wrongPassword };
    case 'too-many':
      return { status: 429, mistake: words.page.logIn.tooManyPasswords };
  }
}

/** The refusal that a person reads whose token does not open the desk. */
async function refusalOf(isToken: Promise<boolean>): Promise<Refused | undefined> {
  try {
    return (await isToken) ? undefined : { status: 401, mistake: words.page.logIn.wrongToken };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { status: error.statusCode, mistake: words.page.logIn.tooMany };
  }
}
