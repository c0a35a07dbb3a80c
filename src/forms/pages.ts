import { readableAccent } from '../http/accent.ts';
import { assetPath } from '../http/assets.ts';
import { fill, Html } from '../http/templates.ts';
import { readTemplate } from '../http/web-files.ts';
import type { Policy } from '../policy/format/load.ts';
import { formTexts, mistakeTexts, type Notice, nextSteps, notices } from './copy.ts';
import { fieldsOf } from './fields.ts';
import type { ReturnClaim } from './links.ts';
import { each, type Filled, fieldOf, join, mistakeList, mistakeOf, rowList } from './markup.ts';
import { rowsOf } from './rows.ts';
import type { FormResolution } from './standing.ts';

/** A page of the form, still without the nonce of its answer. */
export type Page = (nonce: string) => Html;

/** Everyone may use them: this is a demonstration. */
export const demonstration = { name: 'demo', password: 'demo' } as const;

/** The log-in that a policy demands; it shows the shop and nothing of the case. */
export async function logInPage(policy: Policy, page: { formToken: string; isWrong: boolean }): Promise<Page> {
  const { logIn } = policy.file.forms;
  const mistakes = page.isWrong ? { name: mistakeTexts.logIn } : {};
  const content = fill(await readTemplate('form/log-in.html'), {
    formToken: page.formToken,
    reason: (logIn !== undefined && policy.file.clauses[logIn]?.text) || '',
    mistakes: mistakeList(mistakes as Filled['mistakes']),
    ...demonstration,
  });
  return shopPage(policy, 'Log in', content);
}

/** The form itself: what is known, what is asked, and the terms to accept. */
export async function formPage(
  policy: Policy,
  page: Filled & { reference: string; claim: ReturnClaim; clauses: string[]; formToken: string },
): Promise<Page> {
  const { reference, claim, clauses, formToken, mistakes } = page;
  const { title, lead, submit } = formTexts[claim.resolution];
  const content = fill(await readTemplate('form/return.html'), {
    title,
    lead,
    submit,
    formToken,
    mistakes: mistakeList(mistakes),
    rows: rowList(rowsOf(policy, reference, claim)),
    fields: join(fieldsOf(policy, claim).map((asked) => fieldOf(asked, page, claim.resolution))),
    terms: each('<li><strong>{{title}}.</strong> {{text}}</li>', termsOf(policy, clauses)),
    accept: mistakeOf('accept', page),
    accepted: page.values.get('accept') === 'yes' ? 'checked' : '',
  });
  return shopPage(policy, title, content);
}

/** The number of a return just submitted, and what happens next. */
export async function registeredPage(policy: Policy, resolution: FormResolution, rma: string): Promise<Page> {
  const { registered } = formTexts[resolution];
  const content = fill(await readTemplate('form/registered.html'), {
    heading: registered,
    rma,
    steps: each(
      '<li>{{step}}</li>',
      nextSteps(policy, resolution).map((step) => ({ step })),
    ),
  });
  return shopPage(policy, registered, content);
}

/** A page in place of a form; `rma` for the visit that submitted it. */
export async function noticePage(notice: Notice, rma?: string): Promise<Page> {
  const { heading, text } = notices[notice];
  const number = rma === undefined ? new Html('') : fill('<p>Its number: <strong>{{rma}}</strong></p>', { rma });
  const content = fill(await readTemplate('form/notice.html'), { heading, text, number });
  return layout({ title: heading, name: 'Returns assistant', tagline: '', accent: '', footer: '', content });
}

function shopPage({ file }: Policy, title: string, content: Html): Promise<Page> {
  return layout({
    title: `${file.name}: ${title}`,
    name: file.name,
    tagline: file.tagline ?? '',
    accent: file.theme.accent,
    footer: file.statutoryNote,
    content,
  });
}

async function layout(page: {
  title: string;
  name: string;
  tagline: string;
  accent: string;
  footer: string;
  content: Html;
}): Promise<Page> {
  const [template, shopCss, formCss] = await Promise.all([
    readTemplate('form/form.html'),
    assetPath('chat/shop.css'),
    assetPath('form/form.css'),
  ]);
  const initial = [...page.name][0] ?? '';
  return (nonce) => fill(template, { ...page, ...readableAccent(page.accent), initial, shopCss, formCss, nonce });
}

function termsOf(policy: Policy, clauses: string[]): { title: string; text: string }[] {
  return clauses.map((id) => {
    const { title, text } = policy.file.clauses[id] ?? { title: id, text: '' };
    return { title, text };
  });
}
