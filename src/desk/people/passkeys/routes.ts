import type { Request, Server } from 'restify';
import type { z } from 'zod';
import { readJson } from '../../../http/body.ts';
import { HttpError } from '../../../http/errors.ts';
import type { Access } from '../../page/access.ts';
import { sendJson } from '../../page/answers.ts';
import type { DeskSessions } from '../../page/sessions.ts';
import type { Account } from '../account.ts';
import type { Accounts } from '../accounts.ts';
import { browserWords } from '../browser-words.ts';
import { maxPasskeys, type Passkeys } from './passkeys.ts';
import { logInResponseSchema, registrationResponseSchema } from './responses.ts';

/** Mounts what the scripts of the log-in and of the page for people call. */
export function mountPasskeys(
  server: Server,
  deps: { access: Access; sessions: DeskSessions; accounts: Accounts; passkeys: Passkeys },
): void {
  const { access, sessions, accounts, passkeys } = deps;

  // Not deeper than the other ways in: a cookie without a path holds beside the address that sets it.
  server.post('/desk/log-in-passkey-options', async (req, res) => {
    access.insistOnOwnSite(req);
    sendJson(res, 200, await passkeys.logIn());
  });
  server.post('/desk/log-in-passkey', async (req, res) => {
    access.insistOnOwnSite(req);
    const account = await passkeys.check(await readAs(logInResponseSchema, req));
    if (!account) throw new HttpError(401, 'unknown-passkey', 'this passkey opens no account');
    const cookie = await sessions.start({ by: 'passkey', account }, req);
    sendJson(res, 200, {}, { 'Set-Cookie': cookie });
  });
  server.post('/desk/people/passkey-options', async (req, res) => {
    const account = await ownAccount(req);
    if (account.passkeys.length >= maxPasskeys) {
      throw new HttpError(409, 'too-many-passkeys', `there are ${maxPasskeys} already`);
    }
    sendJson(res, 200, await passkeys.registration(account));
  });
  server.post('/desk/people/passkey', async (req, res) => {
    const account = await ownAccount(req);
    const response = await readAs(registrationResponseSchema, req);
    const isAdded = await passkeys.add(account, response, browserWords(req.headers['user-agent']));
    if (!isAdded) throw new HttpError(400, 'invalid-passkey', 'this is not the passkey that was asked for');
    sendJson(res, 200, {});
  });

  /** Whoever came with the token has no account to keep a passkey in. */
  async function ownAccount(req: Request): Promise<Account> {
    const caller = await access.writer(req);
    const isPerson = caller.kind === 'browser' && caller.session.by !== 'token';
    const account = isPerson ? await accounts.find(caller.session.agent.id) : undefined;
    if (account) return account;
    throw new HttpError(403, 'no-account', 'this is for somebody with an account, in a browser');
  }
}

async function readAs<T>(schema: z.ZodType<T>, req: Request): Promise<T> {
  const { data, error } = schema.safeParse(await readJson(req));
  if (error) throw new HttpError(400, 'invalid-body', `${error.issues[0]?.path.join('.')}: not as a browser sends it`);
  return data;
}
