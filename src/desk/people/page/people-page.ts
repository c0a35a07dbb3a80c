import type { Response } from 'restify';
import { fill, type Html, join, jsonInPage, links } from '../../../http/pages/templates.ts';
import { readTemplate } from '../../../http/pages/web-files.ts';
import { sendPage } from '../../page/answers.ts';
import { peopleFiles } from '../../page/page-files.ts';
import { fillIn, words } from '../../words/words.ts';
import { isAtLeast } from '../roles.ts';
import { paragraph } from './markup.ts';
import { everybody, invite } from './others.ts';
import { own } from './own.ts';
import { sessionList } from './session-list.ts';
import type { PeopleView } from './view.ts';

/** What became of the step that leads to the page. */
export type PeopleNews =
  | { kind: 'done'; text: string }
  | { kind: 'mistake'; status: number; text: string }
  | { kind: 'invited'; name: string; link: string; until: string };

const text = words.people;

/** Shows the page for people, with what became of the last step. */
export async function showPeople(res: Response, view: PeopleView, news?: PeopleNews): Promise<void> {
  const [page, files] = await Promise.all([readTemplate('desk/people/people.html'), peopleFiles(view.root)]);
  const { role } = view.session;
  const parts: Html[] = [
    own(view),
    ...(isAtLeast(role, 'lead') ? [everybody(view), invite(view)] : []),
    ...(isAtLeast(role, 'owner') ? [sessionList({ ...view, id: 'all-sessions', heading: text.session.all })] : []),
  ];
  const data = { root: view.root, csrf: view.csrf, words: text.passkeys };
  sendPage(res, news?.kind === 'mistake' ? news.status : 200, (nonce) =>
    fill(page, {
      ...{ title: text.title, heading: text.heading, back: text.back, root: view.root, nonce },
      news: newsOf(news),
      parts: join(parts),
      styles: links('stylesheet', files.styles, nonce),
      data: jsonInPage(data),
      library: files.library,
      script: files.script,
    }),
  );
}

function newsOf(news: PeopleNews | undefined): Html {
  if (news === undefined) return join([]);
  if (news.kind !== 'invited') {
    const kind = news.kind === 'mistake' ? 'mistake' : 'done';
    return fill('<p class="news {{kind}}" role="alert">{{text}}</p>', { kind, text: news.text });
  }
  const { name, link, until } = news;
  return fill('<div class="news" role="alert">{{say}}<input readonly aria-label="{{label}}" value="{{link}}"></div>', {
    say: paragraph(fillIn(text.invite.ready, { name, until })),
    label: fillIn(text.invite.link, { name }),
    link,
  });
}
