import type { Words } from '../dialogs/wording/catalog/words.ts';
import { formWordsOf } from '../dialogs/wording/outcome-words.ts';
import { readableAccent } from '../http/pages/accent.ts';
import { assetPaths } from '../http/pages/assets.ts';
import { fill, Html, join, links } from '../http/pages/templates.ts';
import { readTemplate } from '../http/pages/web-files.ts';
import type { Policy } from '../policy/format/load.ts';
import type { Resolution } from '../policy/format/schema.ts';
import type { AskedField } from './fields.ts';
import { each, type Filled, mistakeOf } from './inputs.ts';
import type { ReturnClaim } from './links.ts';
import { fieldOf, mistakeList, rowList } from './markup.ts';
import type { Notice } from './notices.ts';
import { nextSteps } from './registered.ts';
import { rowsOf } from './rows.ts';

/** A page of the form, still without the nonce of its answer. */
export type Page = (nonce: string) => Html;

/** Everyone may use them: this is a demonstration. */
export const demonstration = { name: 'demo', password: 'demo' } as const;

/** The log-in that a policy demands; it shows the shop and nothing of the case. */
export async function logInPage(
  words: Words,
  policy: Policy,
  page: { formToken: string; isWrong: boolean },
): Promise<Page> {
  const { logIn } = policy.file.forms;
  const mistakes = page.isWrong ? { name: words.say('mistake.logIn') } : {};
  const values = {
    formToken: page.formToken,
    reason: (logIn !== undefined && policy.file.clauses[logIn]?.text) || '',
    mistakes: mistakeList(words, mistakes as Filled['mistakes']),
    ...demonstration,
  };
  const content = fill(await readTemplate('form/log-in.html'), values, words);
  return shopPage(words, policy, words.say('logIn.title'), content);
}

/** The form itself: what is known, what is asked, and the terms to accept. */
export async function formPage(
  words: Words,
  policy: Policy,
  page: Filled & { reference: string; claim: ReturnClaim; asked: AskedField[]; clauses: string[]; formToken: string },
): Promise<Page> {
  const { reference, claim, clauses, formToken, mistakes } = page;
  const { title, lead, submit, refundMethod } = formWordsOf(words, policy.file, claim.resolution);
  const values = {
    title,
    lead,
    submit,
    formToken,
    mistakes: mistakeList(words, mistakes),
    rows: rowList(rowsOf(words, policy, reference, claim)),
    fields: join(page.asked.map((asked) => fieldOf(words, asked, page, refundMethod))),
    terms: each('<li><strong>{{title}}.</strong> {{text}}</li>', termsOf(policy, clauses)),
    accept: mistakeOf('accept', page),
    accepted: page.values.get('accept') === 'yes' ? 'checked' : '',
  };
  const content = fill(await readTemplate('form/return.html'), values, words);
  return shopPage(words, policy, title, content);
}

/** The number of a return just submitted, and what happens next. */
export async function registeredPage(words: Words, policy: Policy, resolution: Resolution, rma: string): Promise<Page> {
  const { registered } = formWordsOf(words, policy.file, resolution);
  const values = {
    heading: registered,
    rma,
    steps: each(
      '<li>{{step}}</li>',
      nextSteps(words, policy, resolution).map((step) => ({ step })),
    ),
  };
  const content = fill(await readTemplate('form/registered.html'), values, words);
  return shopPage(words, policy, registered, content);
}

/** A page in place of a form; `rma` for the visit that submitted it. */
export async function noticePage(words: Words, notice: Notice, rma?: string): Promise<Page> {
  const heading = words.say(`notice.${notice}.heading`);
  const text = words.say(`notice.${notice}.text`);
  const number = rma === undefined ? new Html('') : fill('<p>{{say notice.number}}</p>', { rma }, words);
  const content = fill(await readTemplate('form/notice.html'), { heading, text, number }, words);
  return layout(words, { title: heading, name: words.say('page.title'), tagline: '', accent: '', footer: '', content });
}

function shopPage(words: Words, { file }: Policy, title: string, content: Html): Promise<Page> {
  return layout(words, {
    title: `${file.name}: ${title}`,
    name: file.name,
    tagline: file.tagline ?? '',
    accent: file.theme.accent,
    footer: file.statutoryNote,
    content,
  });
}

async function layout(
  words: Words,
  page: {
    title: string;
    name: string;
    tagline: string;
    accent: string;
    footer: string;
    content: Html;
  },
): Promise<Page> {
  const [template, css] = await Promise.all([
    readTemplate('form/form.html'),
    assetPaths(['shop.css', 'form/form.css']),
  ]);
  const initial = [...page.name][0] ?? '';
  return (nonce) =>
    fill(template, {
      ...page,
      language: words.language,
      ...readableAccent(page.accent),
      initial,
      links: links('stylesheet', css, nonce),
      nonce,
    });
}

function termsOf(policy: Policy, clauses: string[]): { title: string; text: string }[] {
  return clauses.map((id) => {
    const { title, text } = policy.file.clauses[id] ?? { title: id, text: '' };
    return { title, text };
  });
}
