import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Account } from '../desk/people/account.ts';
import { type Accounts, createAccounts } from '../desk/people/accounts.ts';
import { createInvitations, type Invitations, invitationDays } from '../desk/people/invitations.ts';
import { roleSchema } from '../desk/people/roles.ts';
import { agentNameSchema } from '../desk/requests.ts';
import { CorrectableError } from '../errors.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { UsageError } from './input/options.ts';
import { columns } from './table.ts';

/** The accounts are not as the command takes them to be. */
class AccountError extends CorrectableError {
  readonly code = 'account';
}

/** `returns agents` */
export const agentsCommand = defineCommand({
  name: 'agents',
  summary: 'see who logs in at the desk, and invite or disable people',
  help: `returns agents list [--json]
returns agents add <name> [--role agent|lead|owner] [--email <address>]
returns agents invite|disable|enable <name or e-mail>

add makes an account and prints a link, under which the person sets a password: once, within ${invitationDays} days. invite prints a
new link, which is also the way back for who has forgotten theirs. disable ends all sessions of somebody and lets nobody
in under their name until enable. Agents work on cases, leads also assign them and keep the canned replies, owners also
look after people; without --role it is agent.

  npm run --silent returns -- agents add "Anna Berg" --role owner --email anna@shop.example
  npm run --silent returns -- agents list`,
  options: { role: { type: 'string' }, email: { type: 'string' }, json: { type: 'boolean' } },
  takesWords: true,
  async run({ values: { role, email, json: isJson = false }, positionals: [verb, ...words] }, context) {
    const name = words.join(' ');
    if (verb !== 'list' && name === '')
      throw new UsageError('Say list, or add, invite, disable or enable with a name.');
    return context.withCore(
      async ({ store }) => {
        const now = (): Date => new Date();
        const accounts = createAccounts(store, now);
        const people: People = { accounts, invitations: createInvitations({ accounts, now }), context };
        switch (verb) {
          case 'list':
            return list(people, isJson);
          case 'add':
            return add(people, { name, role: role ?? 'agent', email });
          case 'invite':
            return invite(people, await existing(accounts, name));
          case 'disable':
          case 'enable':
            return setDisabled(people, await existing(accounts, name), verb === 'disable');
          default:
            throw new UsageError(`"${verb}" is nothing to do; say list, add, invite, disable or enable.`);
        }
      },
      { isMade: true },
    );
  },
});

interface People {
  accounts: Accounts;
  invitations: Invitations;
  context: CommandContext;
}

async function list({ accounts, context }: People, isJson: boolean): Promise<number> {
  const all = await accounts.all();
  if (isJson) context.print(JSON.stringify(all.map(shown), undefined, 2));
  else if (all.length === 0) context.print('Nobody has an account yet.');
  else for (const line of columns([headings, ...all.map(rowOf)])) context.print(line);
  return 0;
}

const newSchema = z.object({ name: agentNameSchema, role: roleSchema, email: z.email().optional() });

async function add(people: People, given: { name: string; role: string; email: string | undefined }): Promise<number> {
  const { data, error } = newSchema.safeParse(given);
  if (!data) throw new UsageError(`${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}.`);
  const { name, role, email } = data;
  const made = await people.accounts.make({ name, role, ...(email !== undefined && { email }) });
  if (!made) throw new AccountError('Somebody has this name or e-mail already; returns agents list shows who.');
  return invite(people, made);
}

async function invite({ invitations, context }: People, { id, name }: Account): Promise<number> {
  const token = await invitations.invite(id);
  if (token === undefined) throw new AccountError(`${name} is disabled; returns agents enable comes first.`);
  const link = `${siteOf(context.config())}/desk/invitation?token=${encodeURIComponent(token)}`;
  context.print(`${name} can set a password here, once and within ${invitationDays} days:\n${link}`);
  return 0;
}

async function setDisabled({ accounts, context }: People, account: Account, isDisabled: boolean): Promise<number> {
  const { id, name } = account;
  await accounts.change(id, ({ invitation: _, ...rest }) => ({
    ...rest,
    isDisabled,
    epoch: rest.epoch + 1,
  }));
  context.print(isDisabled ? `${name} is disabled; all sessions are over.` : `${name} can log in again.`);
  return 0;
}

async function existing(accounts: Accounts, name: string): Promise<Account> {
  const account = await accounts.named(name);
  if (!account) throw new AccountError(`Nobody is called "${name}"; returns agents list shows who there is.`);
  return account;
}

const headings = ['id', 'name', 'role', 'e-mail', 'logs in with'];

function rowOf(account: Account): string[] {
  const { id, name, role, email, isDisabled, waysIn } = shown(account);
  return [id, name, role, email ?? '', isDisabled ? 'disabled' : waysIn.join(', ')];
}

/** What may be seen of an account: nothing that opens it. */
function shown({ id, name, role, email, isDisabled, ...account }: Account) {
  const waysIn = [
    ...(account.passwordHash === undefined ? [] : ['password']),
    ...(account.passkeys.length > 0 ? ['passkey'] : []),
    ...(account.identity ? ['single sign-on'] : []),
  ];
  return { id, name, role, email, isDisabled, waysIn };
}

function siteOf({ publicUrl, port }: Config): string {
  return publicUrl ?? `http://localhost:${port}`;
}
