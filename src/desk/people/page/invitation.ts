import type { Request, Response, Server } from 'restify';
import { readBody } from '../../../http/body.ts';
import { fill, Html, links } from '../../../http/pages/templates.ts';
import { readTemplate } from '../../../http/pages/web-files.ts';
import type { Access } from '../../page/access.ts';
import { goToDesk, sendPage } from '../../page/answers.ts';
import { logInFiles } from '../../page/page-files.ts';
import type { DeskSessions } from '../../page/sessions.ts';
import { fillIn, words } from '../../words/words.ts';
import type { Account } from '../account.ts';
import type { Invitations } from '../invitations.ts';
import { flawOf } from '../passwords.ts';

const largestForm = 8 * 1024;
const text = words.people.invitation;

/** Mounts `/desk/invitation`, where a link that somebody was given sets their password and logs them in. */
export function mountInvitation(
  server: Server,
  { access, sessions, invitations }: { access: Access; sessions: DeskSessions; invitations: Invitations },
): void {
  server.get('/desk/invitation', async (req, res) => {
    const account = await invitations.open(tokenOf(req));
    await (account ? showForm(res, 200, { account, token: tokenOf(req) }) : showOver(res));
  });
  server.post('/desk/invitation', async (req, res) => {
    access.insistOnOwnSite(req);
    const form = new URLSearchParams((await readBody(req, largestForm)).toString('utf8'));
    const token = form.get('token') ?? '';
    const password = form.get('password') ?? '';
    const account = await invitations.open(token);
    if (!account) return showOver(res);
    const flaw = flawOf(password, account);
    if (flaw) return showForm(res, 422, { account, token, mistake: words.people.flaws[flaw] });
    const accepted = await invitations.accept(token, password);
    if (!accepted) return showOver(res);
    await sessions.endAll(accepted.id);
    goToDesk(res, '../', await sessions.start({ by: 'password', account: accepted }, req));
  });
}

function tokenOf(req: Request): string {
  return new URL(req.url ?? '', 'http://localhost').searchParams.get('token') ?? '';
}

async function showForm(
  res: Response,
  status: number,
  { account, token, mistake = '' }: { account: Account; token: string; mistake?: string },
): Promise<void> {
  const form = fill(await readTemplate('desk/people/invitation.html'), {
    ...{ token, mistake, name: account.name },
    ...{ passwordLabel: text.password, submit: text.submit },
  });
  await show(res, status, { heading: fillIn(text.heading, { name: account.name }), about: text.about, form });
}

function showOver(res: Response): Promise<void> {
  return show(res, 410, { heading: words.page.logIn.heading, about: text.over, form: new Html('') });
}

async function show(
  res: Response,
  status: number,
  { heading, about, form }: { heading: string; about: string; form: Html },
): Promise<void> {
  const [page, files] = await Promise.all([readTemplate('desk/log-in/log-in.html'), logInFiles('../')]);
  sendPage(res, status, (nonce) =>
    fill(page, {
      ...{ title: text.title, heading, about, forms: form, script: new Html('') },
      styles: links('stylesheet', files.styles, nonce),
    }),
  );
}
