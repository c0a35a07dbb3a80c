import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { readBody } from '../../http/body.ts';
import { HttpError } from '../../http/errors.ts';
import { fill, type Html, jsonInPage, links } from '../../http/pages/templates.ts';
import { readTemplate } from '../../http/pages/web-files.ts';
import { agentNameSchema } from '../requests.ts';
import type { Standings } from '../standing/standings.ts';
import { words, wordsForPage } from '../words/words.ts';
import type { Access } from './access.ts';
import { agentIdOf } from './agents.ts';
import type { DeskPage } from './desk-page.ts';
import { deskFiles, logInFiles } from './page-files.ts';
import { type DeskSession, type DeskSessions, startDeskSession } from './sessions.ts';

const largestForm = 8 * 1024;

/** Mounts the desk's page at `/desk`, with logging in and out. */
export function mountDeskPage(
  server: Server,
  deps: { access: Access; sessions: DeskSessions; standings: Pick<Standings, 'set'> },
): void {
  const { access, sessions, standings } = deps;
  for (const method of ['get', 'head'] as const) {
    server[method]('/desk', async (req, res) => {
      const session = await sessions.read(req);
      await (session ? showDesk(res, session) : showLogIn(res, 200, { root: '' }));
    });
    server[method]('/desk/log-in', async (_req, res) => goToDesk(res, '../'));
  }
  // The page posts to its own address, because that keeps the case which the address names.
  server.post('/desk', async (req, res) => logIn(req, res, ''));
  server.post('/desk/log-in', async (req, res) => logIn(req, res, '../'));
  server.post('/desk/log-out', async (req, res) => {
    access.insistOnOwnSite(req);
    const session = await sessions.read(req);
    if (session) await standings.set(session.agent, { presence: 'off' });
    await sessions.end(req);
    goToDesk(res, '../', sessions.noCookie());
  });

  async function logIn(req: Request, res: Response, root: string): Promise<void> {
    access.insistOnOwnSite(req);
    const body = new URLSearchParams((await readBody(req, largestForm)).toString('utf8'));
    const given = body.get('name') ?? '';
    const refused = await refusalOf(access.isToken(req, (body.get('token') ?? '').trim()));
    if (refused) return showLogIn(res, refused.status, { root, name: given, mistake: refused.mistake });
    const { data: name } = agentNameSchema.safeParse(given);
    if (name === undefined) {
      return showLogIn(res, 422, {
        root,
        name: given,
        mistake: words.page.logIn.noName,
      });
    }
    const session = startDeskSession({ id: agentIdOf(name), name });
    await standings.set(session.agent, { presence: 'here' });
    goToDesk(res, root, await sessions.cookie(session));
  }

  async function showDesk(res: Response, session: DeskSession): Promise<void> {
    const [page, files] = await Promise.all([readTemplate('desk/desk.html'), deskFiles()]);
    const data: DeskPage = {
      agent: session.agent,
      role: session.role,
      csrf: sessions.pageToken(session),
      words: wordsForPage,
    };
    const { title, noScript } = words.page;
    send(res, 200, (nonce) =>
      fill(page, {
        title,
        noScript,
        nonce,
        script: files.script,
        styles: links('stylesheet', files.styles, nonce),
        imports: jsonInPage(files.imports),
        preloads: links('modulepreload', files.preloads, nonce),
        data: jsonInPage(data),
      }),
    );
  }
}

/** The refusal that a person reads whose token does not open the desk. */
async function refusalOf(isToken: Promise<boolean>): Promise<{ status: number; mistake: string } | undefined> {
  try {
    return (await isToken) ? undefined : { status: 401, mistake: words.page.logIn.wrongToken };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { status: error.statusCode, mistake: words.page.logIn.tooMany };
  }
}

async function showLogIn(
  res: Response,
  status: number,
  { root, name = '', mistake = '' }: { root: string; name?: string; mistake?: string },
): Promise<void> {
  const [page, files] = await Promise.all([readTemplate('desk/log-in/log-in.html'), logInFiles(root)]);
  const { name: nameLabel, token: tokenLabel, title, heading, about, submit } = words.page.logIn;
  const values = { title, heading, about, nameLabel, tokenLabel, submit, name, mistake };
  send(res, status, (nonce) => fill(page, { ...values, nonce, styles: links('stylesheet', files.styles, nonce) }));
}

/** Relative, because a proxy may have put the desk elsewhere. */
function goToDesk(res: Response, root: string, cookie?: string): void {
  const headers = { Location: `${root}desk`, 'Cache-Control': 'no-store' };
  res.sendRaw(303, '', cookie === undefined ? headers : { ...headers, 'Set-Cookie': cookie });
}

/** Scripts and styles by nonce alone, no markup from text, and no frame around it. */
function send(res: Response, status: number, page: (nonce: string) => Html): void {
  const nonce = randomBytes(16).toString('base64url');
  res.sendRaw(status, page(nonce).markup, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Frame-Options': 'DENY',
    // Browsers that know no Sec-Fetch-Site would send the log-in without an origin otherwise.
    'Referrer-Policy': 'same-origin',
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
  });
}
