import { agentName } from '../../agents.ts';
import { agentNameSchema } from '../../requests.ts';
import type { Account, Identity } from '../account.ts';
import type { Accounts } from '../accounts.ts';
import type { Role } from '../roles.ts';
import { type Claims, roleIn, verifiedEmailOf } from './claims.ts';

/** Who may come in, beside those who are invited under their e-mail. */
export interface AdmissionSettings {
  /** The claim that names the role of somebody; who has none stays out. */
  roleClaim: string | undefined;
  /** The domains of e-mails that may come in at all; absent: all. */
  domains: string[] | undefined;
}

export type Admission = { kind: 'in'; account: Account } | { kind: 'out'; why: 'refused' | 'unverified' | 'disabled' };

const refused = { kind: 'out', why: 'refused' } as const;
const unverified = { kind: 'out', why: 'unverified' } as const;
const disabled = { kind: 'out', why: 'disabled' } as const;
/** People of one name. */
const maxNamesakes = 20;

/**
 * Whose account this is: the one that belongs to this subject of the provider; else the one with the e-mail that the
 * provider vouches for, unless that belongs to another subject; else a new one, where the configuration says who may have
 * one (a role, or a domain). A name alone, and an e-mail that nobody vouches for, lead to no account.
 */
export async function admit(accounts: Accounts, settings: AdmissionSettings, claims: Claims): Promise<Admission> {
  const { roleClaim, domains } = settings;
  const identity = { issuer: claims.iss, subject: claims.sub };
  const email = verifiedEmailOf(claims);
  const role = roleClaim === undefined ? undefined : roleIn(claims, roleClaim);
  if (roleClaim !== undefined && role === undefined) return refused;
  if (domains !== undefined && email === undefined) return unverified;
  if (domains !== undefined && !domains.includes(email?.split('@').at(-1) ?? '')) return refused;

  const known = await accounts.withIdentity(identity);
  if (known) return enter(accounts, known, identity, role);
  const invited = email === undefined ? undefined : await accounts.withEmail(email);
  if (invited) return enter(accounts, invited, identity, role);
  if (role === undefined && domains === undefined) return email === undefined ? unverified : refused;
  const made = await make(accounts, { claims, email, identity, role: role ?? 'agent' });
  return made ? { kind: 'in', account: made } : refused;
}

/** Decided on the account as it is while it is changed: of two subjects with one e-mail the first keeps it. */
async function enter(
  accounts: Accounts,
  { id }: Account,
  identity: Identity,
  role: Role | undefined,
): Promise<Admission> {
  const changed = await accounts.change(id, (account) => {
    if (account.isDisabled || !belongsTo(account, identity)) return undefined;
    return { ...account, identity, role: role ?? account.role };
  });
  if (changed) return { kind: 'in', account: changed };
  return (await accounts.find(id))?.isDisabled ? disabled : refused;
}

function belongsTo({ identity }: Account, { issuer, subject }: Identity): boolean {
  return identity === undefined || (identity.issuer === issuer && identity.subject === subject);
}

async function make(
  accounts: Accounts,
  { claims, email, identity, role }: { claims: Claims; email: string | undefined; identity: Identity; role: Role },
): Promise<Account | undefined> {
  const name = agentName(claims.name, claims.preferred_username?.split('@')[0], email?.split('@')[0]);
  if (!agentNameSchema.safeParse(name).success) return undefined;
  const own = email === undefined ? {} : { email };
  for (let number = 1; number <= maxNamesakes; number += 1) {
    const free = number === 1 ? name : `${name.slice(0, 55)} ${number}`;
    const made = await accounts.make({ name: free, role, identity, ...own });
    if (made) return made;
  }
  return undefined;
}
