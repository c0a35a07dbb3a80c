import { fill, Html, join } from '../../../http/pages/templates.ts';
import { fillIn, words } from '../../words/words.ts';
import type { Account } from '../account.ts';
import { field, list, paragraph, section, stepForm } from './markup.ts';
import { sessionList } from './session-list.ts';
import type { PeopleView } from './view.ts';

const text = words.people;

/** What everybody has: their name and role, password, passkeys and sessions. */
export function own(view: PeopleView): Html {
  const { session, account } = view;
  const who = fillIn(text.you.with, { name: session.agent.name, role: text.roles[session.role] });
  const you = section('you', text.you.heading, [
    paragraph(who),
    ...(account ? [] : [paragraph(text.you.byToken, 'quiet')]),
  ]);
  const parts = account ? [password(view, account), passkeys(view, account)] : [];
  return join([you, ...parts, sessionList({ ...view, id: 'sessions', heading: text.session.yours })]);
}

function password({ root, csrf }: PeopleView, { passwordHash, name }: Account): Html {
  const { heading, current, fresh, submit, noneYet } = text.password;
  if (passwordHash === undefined) return section('password', heading, [paragraph(noneYet, 'quiet')]);
  const form = stepForm({
    ...{ root, csrf, step: 'password', button: submit, isMain: true },
    fields: [
      // For password managers, which keep the new one under the name that is logged in with.
      fill('<input type="text" name="name" value="{{name}}" autocomplete="username" hidden>', { name }),
      field(current, 'name="current" type="password" autocomplete="current-password" maxlength="200" required'),
      field(fresh, 'name="fresh" type="password" autocomplete="new-password" minlength="10" maxlength="200" required'),
    ],
  });
  return section('password', heading, [form]);
}

function passkeys({ root, csrf }: PeopleView, account: Account): Html {
  const { heading, none, since, add, remove, removeOf, needsScript } = text.passkeys;
  const items = account.passkeys.map(({ id, name, madeAt }) =>
    join([
      paragraph(fillIn(since, { name, day: madeAt.slice(0, 10) }), 'who'),
      stepForm({
        ...{ root, csrf, step: 'remove-passkey', values: { passkey: id } },
        button: remove,
        label: fillIn(removeOf, { name }),
      }),
    ]),
  );
  return section('passkeys', heading, [
    items.length > 0 ? list(items) : paragraph(none, 'quiet'),
    fill('<button id="add-passkey" type="button" hidden>{{add}}</button>', { add }),
    new Html('<p id="passkey-mistake" class="mistake" role="alert"></p>'),
    fill('<noscript><p class="quiet">{{needsScript}}</p></noscript>', { needsScript }),
  ]);
}
