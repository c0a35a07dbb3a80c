import { fill, type Html, join } from '../../../http/pages/templates.ts';
import { fillIn, words } from '../../words/words.ts';
import type { Account } from '../account.ts';
import { isAtLeast, mayInvite, roleSchema } from '../roles.ts';
import { choice, field, list, paragraph, section, stepForm } from './markup.ts';
import type { PeopleView } from './view.ts';

const text = words.people;

/** Everybody with an account, each with what may be done about them. */
export function everybody(view: PeopleView): Html {
  const { people } = view;
  const all = people.length > 0 ? list(people.map((one) => person(view, one))) : paragraph(text.nobody, 'quiet');
  return section('people', text.list, [paragraph(text.roleHints, 'quiet'), all]);
}

/** The form that makes an account. */
export function invite({ root, csrf, session }: PeopleView): Html {
  const { heading, name, email, submit } = text.invite;
  const roles = roleSchema.options.filter((role) => mayInvite(session.role, role));
  const form = stepForm({
    ...{ root, csrf, step: 'invite', button: submit, isMain: true },
    fields: [
      field(name, 'name="name" autocomplete="off" maxlength="60" required'),
      field(email, 'name="email" type="email" autocomplete="off" maxlength="200"'),
      fill('<label>{{role}}{{choice}}</label>', {
        role: text.role,
        choice: choice(text.role, 'role', roles.map(optionOf), 'agent'),
      }),
    ],
  });
  return section('invite', heading, [form]);
}

function person(view: PeopleView, account: Account): Html {
  const { name, email, role, isDisabled, invitation } = account;
  const badges = [
    text.roles[role],
    ...(isDisabled ? [text.disabled] : []),
    ...(invitation && !isDisabled ? [text.invited] : []),
  ].map((badge) => fill(' <span class="badge">{{badge}}</span>', { badge }));
  const title = fill('<p class="name">{{name}}{{badges}}</p>', { name, badges: join(badges) });
  const details = email === undefined ? [] : [paragraph(email, 'quiet')];
  return fill('<div class="who">{{who}}</div><div class="steps">{{steps}}</div>', {
    who: join([title, ...details]),
    steps: join(stepsFor(view, account)),
  });
}

/** Nobody is offered what would be refused. */
function stepsFor({ root, csrf, session }: PeopleView, { id, name, role, isDisabled }: Account): Html[] {
  const common = { root, csrf, values: { agent: id } };
  const isOwner = isAtLeast(session.role, 'owner');
  const isOther = session.agent.id !== id || session.by === 'token';
  const roles = choice(fillIn(text.roleOf, { name }), 'role', roleSchema.options.map(optionOf), role);
  const end = isDisabled
    ? { step: 'enable', button: text.enable, label: fillIn(text.enableOf, { name }) }
    : { step: 'disable', button: text.disable, label: fillIn(text.disableOf, { name }) };
  return [
    ...(isOwner && isOther
      ? [
          stepForm({
            ...common,
            step: 'role',
            fields: [roles],
            button: text.setRole,
            label: fillIn(text.setRoleOf, { name }),
          }),
        ]
      : []),
    ...(mayInvite(session.role, role) && !isDisabled
      ? [stepForm({ ...common, step: 'link', button: text.link, label: fillIn(text.linkOf, { name }) })]
      : []),
    ...(isOwner && isOther ? [stepForm({ ...common, ...end })] : []),
  ];
}

function optionOf(role: Account['role']): { value: string; title: string } {
  return { value: role, title: text.roles[role] };
}
