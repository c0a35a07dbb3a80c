import { hash, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { rootCodeOf } from '../../../errors.ts';
import { fill, Html, join, links } from '../../../http/pages/templates.ts';
import { readTemplate } from '../../../http/pages/web-files.ts';
import { createSignedSessions, type SignedSessions } from '../../../http/secrets/signed-sessions.ts';
import type { Store } from '../../../store/store.ts';
import { sendPage } from '../../page/answers.ts';
import { logInFiles } from '../../page/page-files.ts';
import type { DeskSessions } from '../../page/sessions.ts';
import { words } from '../../words/words.ts';
import type { Accounts } from '../accounts.ts';
import { type AdmissionSettings, admit } from './admission.ts';
import type { Provider } from './provider.ts';

const lifeSeconds = 600;
const text = words.people.signOn;
const begunSchema = z.object({ sid: z.string(), state: z.string(), nonce: z.string(), verifier: z.string() });
type BegunCookie = z.infer<typeof begunSchema>;

/** Logging in by the shop's OpenID Connect provider. */
export interface SignOn {
  mount(server: Server, deps: { sessions: DeskSessions }): void;
}

/** Options of single sign-on. */
export interface SignOnDeps {
  provider: Provider;
  settings: AdmissionSettings & { issuer: string };
  accounts: Accounts;
  store: Pick<Store, 'secret' | 'firstSeen'>;
  /** The address at which people reach the desk, without a slash at its end. */
  publicUrl: string;
  isSecure: boolean;
  now: () => Date;
  log: Pick<Logger, 'warn'>;
}

/** `/desk/sign-on`, which leads to the provider, and `/desk/signed-on`, to which it leads back. */
export async function createSignOn(deps: SignOnDeps): Promise<SignOn> {
  const { provider, settings, accounts, store, publicUrl, isSecure, now, log } = deps;
  const secret = await store.secret('desk-sign-on-hs256', async () => randomBytes(32).toString('base64url'));
  // Lax: the provider's page leads back here, and other sites may do no more than that.
  const begun: SignedSessions<BegunCookie> = createSignedSessions({
    name: 'returns_sign_on',
    audience: 'desk-sign-on',
    purpose: 'sign-on',
    schema: begunSchema,
    key: new TextEncoder().encode(secret),
    lifeSeconds,
    sameSite: 'Lax',
    isSecure,
    now,
  });
  const redirectUri = `${publicUrl}/desk/signed-on`;

  async function start(res: Response): Promise<void> {
    const { url, begun: one } = await provider.begin(redirectUri);
    const cookie = await begun.cookie({ sid: one.state, ...one });
    res.sendRaw(303, '', { Location: url, 'Cache-Control': 'no-store', 'Set-Cookie': cookie });
  }

  /** True the first time that this log-in comes back. */
  function isFirst({ state }: BegunCookie): Promise<boolean> {
    const until = new Date(now().getTime() + lifeSeconds * 1_000).toISOString();
    return store.firstSeen(`desk sign-on ${hash('sha256', state, 'base64url')}`, until, now().toISOString());
  }

  async function finish(req: Request, res: Response, sessions: DeskSessions): Promise<void> {
    const one = await begun.read(req);
    if (!one || !(await isFirst(one))) return showOutcome(res, 400, text.failed);
    const { search } = new URL(req.url ?? '', 'http://localhost');
    const claims = await orLogged(provider.finish(new URL(`${redirectUri}${search}`), one));
    if (!claims) return showOutcome(res, 502, text.failed, [begun.noCookie()]);
    const admission = await admit(accounts, settings, claims);
    if (admission.kind === 'out') return showOutcome(res, 403, text[admission.why], [begun.noCookie()]);
    const cookie = await sessions.start({ by: 'single-sign-on', account: admission.account }, req);
    await showOutcome(res, 200, text.done, [begun.noCookie(), cookie]);
  }

  /** What goes wrong with a provider is whatever it or the library says; people are told to try again. */
  async function orLogged<T>(work: Promise<T>): Promise<T | undefined> {
    return work.catch((error: unknown) => {
      log.warn({ issuer: settings.issuer, code: rootCodeOf(error), err: error }, 'single sign-on failed');
      return undefined;
    });
  }

  return {
    mount(server, { sessions }) {
      server.get('/desk/sign-on', async (_req, res) => {
        const isStarted = await orLogged(start(res).then(() => true));
        if (!isStarted) await showOutcome(res, 502, text.failed);
      });
      server.get('/desk/signed-on', async (req, res) => finish(req, res, sessions));
    },
  };
}

/**
 * A page of our own between the provider and the desk: a browser sends the session's cookie, which is for this site alone,
 * only where a page of this site leads.
 */
async function showOutcome(res: Response, status: number, says: string, cookies: string[] = []): Promise<void> {
  const [page, files] = await Promise.all([readTemplate('desk/log-in/log-in.html'), logInFiles('../')]);
  const goOn = fill('<p><a class="way" href="../desk">{{goOn}}</a></p>\n', { goOn: text.goOn });
  const refresh = new Html(status === 200 ? '<meta http-equiv="refresh" content="0; url=../desk">\n' : '');
  const { title, heading } = words.page.logIn;
  const headers: Record<string, string[]> = cookies.length > 0 ? { 'Set-Cookie': cookies } : {};
  sendPage(
    res,
    status,
    (nonce) =>
      fill(page, {
        ...{ title, heading, about: says, forms: goOn, script: new Html('') },
        styles: join([refresh, links('stylesheet', files.styles, nonce)]),
      }),
    headers,
  );
}
