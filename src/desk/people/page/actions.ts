import { z } from 'zod';
import type { Store } from '../../../store/store.ts';
import type { Uses } from '../../../uses.ts';
import type { Desk } from '../../desk.ts';
import type { DeskSession, DeskSessions } from '../../page/sessions.ts';
import { agentNameSchema } from '../../requests.ts';
import { giveBackCases } from '../../standing/leavers.ts';
import { words } from '../../words/words.ts';
import type { Account } from '../account.ts';
import type { Accounts } from '../accounts.ts';
import type { Invitations } from '../invitations.ts';
import { checkPassword } from '../password-log-in.ts';
import { flawOf, hashPassword } from '../passwords.ts';
import { isAtLeast, mayInvite, type Role, roleSchema } from '../roles.ts';
import type { PeopleNews } from './people-page.ts';
import { minuteOf } from './times.ts';

/** What a step of the page for people works with. */
export interface StepContext {
  session: DeskSession;
  form: URLSearchParams;
  /** The key that the sender's address is counted under. */
  client: string;
  accounts: Accounts;
  invitations: Invitations;
  sessions: DeskSessions;
  uses: Uses;
  store: Pick<Store, 'findCases'>;
  desk: Pick<Desk, 'act'>;
  now(): Date;
  /** The address of a link to set a password with this token. */
  linkOf(token: string): string;
}

/** What a step leads to: the page as it is then, or the page with news. */
export type StepOutcome = PeopleNews | undefined;

interface Step {
  needed: Role;
  run(context: StepContext): Promise<StepOutcome>;
}

const { mistakes } = words.people;
const newAccountSchema = z.object({
  name: agentNameSchema,
  email: z.union([z.literal('').transform(() => undefined), z.email().max(200)]),
  role: roleSchema,
});

/** Every step of the page for people, under its name in the address, with the role that it needs. */
export const peopleSteps = {
  invite: { needed: 'lead', run: invite },
  link: { needed: 'lead', run: giveLink },
  role: { needed: 'owner', run: (context) => changeOther(context, (account) => changeRole(account, context.form)) },
  disable: { needed: 'owner', run: (context) => changeOther(context, disable) },
  enable: { needed: 'owner', run: (context) => changeOther(context, (account) => ({ ...account, isDisabled: false })) },
  'end-session': { needed: 'agent', run: endSession },
  'end-others': { needed: 'agent', run: endOthers },
  password: { needed: 'agent', run: changePassword },
  'remove-passkey': { needed: 'agent', run: removePasskey },
} satisfies Record<string, Step>;

async function invite(context: StepContext): Promise<StepOutcome> {
  const { accounts, form, session } = context;
  const { data } = newAccountSchema.safeParse({
    name: form.get('name') ?? '',
    email: (form.get('email') ?? '').trim(),
    role: form.get('role'),
  });
  if (!data) return mistake(422, mistakes.invalid);
  if (!mayInvite(session.role, data.role)) return mistake(403, mistakes.notYours);
  const { name, role, email } = data;
  const made = await accounts.make({ name, role, ...(email !== undefined && { email }) });
  return made ? linkFor(context, made) : mistake(409, mistakes.taken);
}

async function giveLink(context: StepContext): Promise<StepOutcome> {
  const account = await context.accounts.find(context.form.get('agent') ?? '');
  if (!account) return mistake(404, mistakes.gone);
  // Whoever has the link can log in as that person.
  if (!mayInvite(context.session.role, account.role)) return mistake(403, mistakes.notYours);
  return linkFor(context, account);
}

async function linkFor({ invitations, accounts, linkOf }: StepContext, { id, name }: Account): Promise<StepOutcome> {
  const token = await invitations.invite(id);
  const until = (await accounts.find(id))?.invitation?.until;
  if (token === undefined || until === undefined) return mistake(404, mistakes.gone);
  return { kind: 'invited', name, link: linkOf(token), until: minuteOf(until) };
}

async function changeOther(
  context: StepContext,
  change: (account: Account) => Account | undefined,
): Promise<StepOutcome> {
  const { accounts, sessions, session, form } = context;
  const id = form.get('agent') ?? '';
  if (id === session.agent.id && session.by !== 'token') return mistake(409, mistakes.yourself);
  const changed = await accounts.change(id, change);
  if (!changed) return mistake(404, mistakes.gone);
  if (changed.isDisabled) {
    await sessions.endAll(id);
    await giveBackCases(context, id, session.agent);
  }
  return undefined;
}

function changeRole(account: Account, form: URLSearchParams): Account | undefined {
  const { data: role } = roleSchema.safeParse(form.get('role'));
  return role && { ...account, role };
}

/** A link that was given out opens nothing after it either. */
function disable({ invitation: _, ...account }: Account): Account {
  return { ...account, isDisabled: true, epoch: account.epoch + 1 };
}

async function endSession({ sessions, session, form }: StepContext): Promise<StepOutcome> {
  const id = form.get('agent') ?? '';
  if (id !== session.agent.id && !isAtLeast(session.role, 'owner')) return mistake(403, mistakes.notYours);
  await sessions.endOne(id, form.get('session') ?? '');
  return undefined;
}

async function endOthers({ sessions, session }: StepContext): Promise<StepOutcome> {
  await sessions.endAll(session.agent.id, session);
  return undefined;
}

async function changePassword(context: StepContext): Promise<StepOutcome> {
  const { accounts, sessions, session, form } = context;
  const account = await ownAccount(context);
  if (!account) return mistake(404, mistakes.gone);
  const fresh = form.get('fresh') ?? '';
  const flaw = flawOf(fresh, account);
  if (flaw) return mistake(422, words.people.flaws[flaw]);
  // Counted like log-ins: whoever found an open browser must not try them all.
  const answer = await checkPassword(context, { ...context, name: account.name, password: form.get('current') ?? '' });
  if (answer.kind === 'too-many') return mistake(429, mistakes.tooMany);
  if (answer.kind === 'wrong') return mistake(401, mistakes.wrongPassword);
  const passwordHash = await hashPassword(fresh);
  const changed = await accounts.change(account.id, ({ invitation: _, ...rest }) => ({
    ...rest,
    ...{ passwordHash, epoch: rest.epoch + 1 },
  }));
  if (!changed) return mistake(404, mistakes.gone);
  await sessions.renew(session, changed);
  await sessions.endAll(account.id, session);
  return { kind: 'done', text: words.people.password.changed };
}

async function removePasskey(context: StepContext): Promise<StepOutcome> {
  const account = await ownAccount(context);
  const id = context.form.get('passkey');
  const changed = account && (await context.accounts.change(account.id, (one) => without(one, id)));
  return changed ? undefined : mistake(404, mistakes.gone);
}

function without(account: Account, passkeyId: string | null): Account {
  return { ...account, passkeys: account.passkeys.filter(({ id }) => id !== passkeyId) };
}

/** Whoever came with the token has none, also under the name of somebody who has. */
function ownAccount({ accounts, session }: StepContext): Promise<Account | undefined> {
  return session.by === 'token' ? Promise.resolve(undefined) : accounts.find(session.agent.id);
}

function mistake(status: number, text: string): PeopleNews {
  return { kind: 'mistake', status, text };
}
