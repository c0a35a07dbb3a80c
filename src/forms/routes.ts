import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { type Words, wordsIn } from '../dialogs/wording/catalog/words.ts';
import { readBody } from '../http/body.ts';
import { HttpError } from '../http/errors.ts';
import { readRecord } from '../machines/record/record.ts';
import { fieldsOf, type Mistakes, readAnswers } from './fields.ts';
import { type LinkStatusDeps, linkStatusOf, type OpenLink } from './link-status.ts';
import type { FormLinks, ReturnClaim } from './links.ts';
import { type Notice, noticeStatus } from './notices.ts';
import { demonstration, formPage, logInPage, noticePage, type Page, registeredPage } from './pages.ts';
import { serialConflict } from './serials.ts';
import { markOf, type Session, type Sessions, startSession } from './sessions.ts';
import { returnFormSchema, type SubmitReturn } from './submission.ts';

/** Options of the form; `app.ts` puts them together. */
export interface FormDeps extends LinkStatusDeps {
  links: FormLinks;
  sessions: Sessions;
  submitReturn: SubmitReturn;
}

/** A link that opens a form, with what it tells. */
interface Opened {
  reference: string;
  claim: ReturnClaim;
  link: OpenLink;
}

const largestBody = 32 * 1024;

/**
 * Mounts the demonstration form at `/form`, whose pages of no conversation are in `language`, and the keys of its links
 * at `/.well-known/jwks.json`.
 */
export function mountForms(server: Server, deps: FormDeps & { log: Logger; language: string }): void {
  const { links, sessions, log } = deps;

  server.get('/.well-known/jwks.json', async (_req, res) => {
    res.sendRaw(200, JSON.stringify(links.publicKeys), {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
    });
  });
  for (const method of ['get', 'head'] as const) server[method]('/form', async (req, res) => kindly(open, req, res));
  server.post('/form', async (req, res) => kindly(take, req, res));

  /** A customer whose form fails hears what to do; the log hears why. */
  async function kindly(handle: typeof open, req: Request, res: Response): Promise<void> {
    try {
      await handle(req, res);
    } catch (error) {
      if (error instanceof HttpError) throw error;
      log.error({ err: error, route: '/form' }, 'form failed');
      await sendNotice(res, 'failed');
    }
  }

  async function open(req: Request, res: Response): Promise<void> {
    const opened = await follow(req, res);
    if (opened) await show(res, opened, (await sessions.read(req)) ?? startSession());
  }

  async function take(req: Request, res: Response): Promise<void> {
    const body = await readFields(req);
    const opened = await follow(req, res);
    if (!opened) return;
    const session = await sessions.read(req);
    if (!session || !sessions.isPageToken(session, body.get('formToken') ?? '')) return sendNotice(res, 'outdated');
    if (body.has('password')) return logIn(req, res, opened, session, body);
    if (needsLogIn(opened, session)) return show(res, opened, session, { status: 401 });
    await submit(res, opened, session, body);
  }

  /** The form that a request's link opens; where it opens none, the answer says why and this is `undefined`. */
  async function follow(req: Request, res: Response): Promise<Opened | undefined> {
    const tokens = addressOf(req).searchParams.getAll('token').filter(Boolean);
    const [token] = tokens;
    if (token === undefined || tokens.length > 1) {
      await sendNotice(res, token === undefined ? 'missing' : 'malformed');
      return undefined;
    }
    const verified = await links.verify(token);
    if (verified.kind !== 'valid') {
      await sendNotice(res, verified.kind);
      return undefined;
    }
    const { sub: reference, return: claim } = verified.claims;
    const { orderNumber, item, ruling } = claim;
    const status = await linkStatusOf(deps, { reference, ruling, orderNumber, item });
    if (status.kind === 'open') return { reference, claim, link: status };
    if (status.kind === 'used') await sendUsed(res, reference, await sessions.read(req));
    else await sendNotice(res, status.kind);
    return undefined;
  }

  /** The log-in where the policy demands it, else the form. */
  async function show(
    res: Response,
    opened: Opened,
    session: Session,
    { status = 200, values = new URLSearchParams(), mistakes = {} as Mistakes, isWrong = false } = {},
  ): Promise<void> {
    const { reference, claim, link } = opened;
    const formToken = sessions.pageToken(session);
    const words = wordsIn(link.language);
    const page = needsLogIn(opened, session)
      ? await logInPage(words, link.policy, { formToken, isWrong })
      : await formPage(words, link.policy, {
          ...{ reference, claim, formToken, values, mistakes },
          asked: fieldsOf(link.policy, claim, link.at),
          clauses: clausesOf(link),
        });
    send(res, status, page, { 'Set-Cookie': await sessions.cookie(session) });
  }

  async function logIn(
    req: Request,
    res: Response,
    opened: Opened,
    session: Session,
    body: URLSearchParams,
  ): Promise<void> {
    const isRight = body.get('name') === demonstration.name && body.get('password') === demonstration.password;
    if (!isRight) return show(res, opened, session, { status: 401, isWrong: true });
    // A new visit, so that nobody who knew the one before is logged in with it.
    const cookie = await sessions.cookie(startSession(opened.link.policy.file.id));
    res.sendRaw(303, '', { Location: addressOf(req).search, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' });
  }

  async function submit(res: Response, opened: Opened, session: Session, body: URLSearchParams): Promise<void> {
    const { reference, claim, link } = opened;
    const words = wordsIn(link.language);
    const read = readAnswers(words, body, fieldsOf(link.policy, claim, link.at));
    if (read.kind === 'mistakes') return show(res, opened, session, { status: 422, values: body, ...read });
    const mistake = serialMistake(words, opened, read.answers.serialNumber);
    if (mistake) return show(res, opened, session, { status: 422, values: body, mistakes: { serialNumber: mistake } });
    const form = returnFormSchema.parse({
      orderNumber: claim.orderNumber,
      item: claim.item,
      quantity: claim.quantity,
      ...read.answers,
      terms: clausesOf(link),
      session: markOf(session),
    });
    const result = await deps.submitReturn({ reference, form, ruling: claim.ruling });
    if (result.kind === 'submitted') {
      send(res, 200, await registeredPage(words, link.policy, claim.resolution, result.rma));
    } else if (result.kind === 'used') await sendUsed(res, reference, session);
    else await sendNotice(res, result.kind);
  }

  /** The number is told to the visit that submitted the form, and to nobody else. */
  async function sendUsed(res: Response, reference: string, session: Session | undefined): Promise<void> {
    const submitted = await deps.store.return(reference);
    const { data: form } = returnFormSchema.safeParse(submitted?.form);
    const isOwn = session !== undefined && form?.session === markOf(session);
    await sendNotice(res, 'used', isOwn ? submitted?.rma : undefined);
  }

  async function sendNotice(res: Response, notice: Notice, rma?: string): Promise<void> {
    send(res, noticeStatus[notice], await noticePage(wordsIn(deps.language), notice, rma));
  }
}

function needsLogIn({ link: { policy } }: Opened, { shop }: Session): boolean {
  return policy.file.forms.logIn !== undefined && shop !== policy.file.id;
}

function serialMistake(words: Words, { claim, link }: Opened, serialNumber: string | undefined): string | undefined {
  const { conversation } = readRecord(link.conversation.record);
  const conflict = serialNumber === undefined ? undefined : serialConflict(conversation, claim, serialNumber);
  return conflict && words.say('mistake.serialNumber.other', { ...conflict, human: words.say('button.human') });
}

/** The clauses that the customer accepts: the clauses that decided, and the terms that come with them. */
function clausesOf({ issued }: OpenLink): string[] {
  return [...issued.clauses, ...issued.terms];
}

function addressOf({ url = '' }: Request): URL {
  return new URL(url, 'http://localhost');
}

async function readFields(req: Request): Promise<URLSearchParams> {
  const type = String(req.headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
    .toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new HttpError(415, 'unsupported-type', 'send the form as application/x-www-form-urlencoded');
  }
  return new URLSearchParams((await readBody(req, largestBody)).toString('utf8'));
}

function send(res: Response, status: number, page: Page, headers: Record<string, string> = {}): void {
  const nonce = randomBytes(16).toString('base64url');
  res.sendRaw(status, page(nonce).markup, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    ...headers,
  });
}
