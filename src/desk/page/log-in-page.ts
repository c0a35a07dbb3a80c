import type { Response } from 'restify';
import { fill, Html, jsonInPage, links } from '../../http/pages/templates.ts';
import { readTemplate } from '../../http/pages/web-files.ts';
import { words } from '../words/words.ts';
import { sendPage } from './answers.ts';
import { logInFiles } from './page-files.ts';

/** The ways to log in that a deployment offers beside its token. */
export interface LogInWays {
  /** True once somebody has an account. */
  hasAccounts: boolean;
  hasPasskeys: boolean;
  hasSignOn: boolean;
}

/** What the page to log in at shows. */
export interface LogInView {
  /** Leads from the page's address to `/`. */
  root: string;
  ways: LogInWays;
  /** The form that was refused, what was written in it as the name, and why. */
  refused?: { form: 'token' | 'password'; name: string; mistake: string };
}

const noMarkup = new Html('');

/** Shows the page to log in at: for the token alone until there are accounts. */
export async function showLogIn(res: Response, status: number, view: LogInView): Promise<void> {
  const { root, ways } = view;
  const [page, forms, files] = await Promise.all([
    readTemplate('desk/log-in/log-in.html'),
    formsOf(view),
    logInFiles(root),
  ]);
  const { title, heading, about, forPeople } = words.page.logIn;
  const script = ways.hasPasskeys ? await readTemplate('desk/log-in/passkey-script.html') : '';
  const { unknown, failed } = words.people.passkeys;
  sendPage(res, status, (nonce) => {
    const data = jsonInPage({ root, words: { unknown, failed } });
    return fill(page, {
      ...{ title, heading, forms },
      about: ways.hasAccounts ? forPeople : about,
      styles: links('stylesheet', files.styles, nonce),
      script: fill(script, { nonce, data, script: files.script, library: files.library }),
    });
  });
}

async function formsOf({ root, ways, refused }: LogInView): Promise<Html> {
  const token = await tokenForm(refused, ways.hasAccounts);
  const signOn = ways.hasSignOn ? await signOnLink(root) : noMarkup;
  if (!ways.hasAccounts) return new Html(`${signOn.markup}${token.markup}`);
  const password = await passwordForm(refused);
  const passkey = ways.hasPasskeys ? await passkeyButton() : noMarkup;
  const rest = fill(await readTemplate('desk/log-in/with-token.html'), {
    summary: words.page.logIn.withToken,
    open: new Html(refused?.form === 'token' ? ' open' : ''),
    form: token,
  });
  return new Html([password, passkey, signOn, rest].map(({ markup }) => markup).join(''));
}

async function tokenForm(refused: LogInView['refused'], isBeside: boolean): Promise<Html> {
  const { name: nameLabel, token: tokenLabel, submit, submitToken } = words.page.logIn;
  const given = refused?.form === 'token' ? refused : { name: '', mistake: '' };
  return fill(await readTemplate('desk/log-in/token.html'), {
    ...{ nameLabel, tokenLabel, name: given.name, mistake: given.mistake },
    submit: isBeside ? submitToken : submit,
  });
}

async function passwordForm(refused: LogInView['refused']): Promise<Html> {
  const { account: nameLabel, password: passwordLabel, submit } = words.page.logIn;
  const given = refused?.form === 'password' ? refused : { name: '', mistake: '' };
  return fill(await readTemplate('desk/log-in/password.html'), {
    ...{ nameLabel, passwordLabel, submit, name: given.name, mistake: given.mistake },
  });
}

async function passkeyButton(): Promise<Html> {
  return fill(await readTemplate('desk/log-in/passkey.html'), { passkey: words.page.logIn.passkey });
}

async function signOnLink(root: string): Promise<Html> {
  return fill(await readTemplate('desk/log-in/sign-on.html'), { root, label: words.people.signOn.link });
}
