import type { DeskRows } from '../../store/desk-rows.ts';
import { agentIdOf } from '../page/agents.ts';
import { type Account, accountSchema, type Identity } from './account.ts';

const kind = 'agent';
const key = 'account';
/** More tries than people change one account at the same time. */
const maxTries = 5;

/** What somebody says of an account that they make. */
export type NewAccount = Pick<Account, 'name' | 'role'> & Partial<Pick<Account, 'email' | 'identity'>>;

/** The people who log in at the desk, as the store keeps them. */
export interface Accounts {
  find(id: string): Promise<Account | undefined>;
  /** All, by id. */
  all(): Promise<Account[]>;
  /** The account with this name or e-mail, whichever way it is written. */
  named(nameOrEmail: string): Promise<Account | undefined>;
  /** The only account with this e-mail. */
  withEmail(email: string): Promise<Account | undefined>;
  withIdentity(identity: Identity): Promise<Account | undefined>;
  /** Makes an account; `undefined` where the name or the e-mail has one. */
  make(account: NewAccount): Promise<Account | undefined>;
  /**
   * Changes an account as it is now; where `change` returns `undefined` it stays as it is, and so does the answer. Whoever
   * changes it meanwhile is not overwritten.
   */
  change(id: string, change: (account: Account) => Account | undefined): Promise<Account | undefined>;
}

/** The accounts in these rows of the store. */
export function createAccounts(rows: DeskRows, now: () => Date): Accounts {
  async function all(): Promise<Account[]> {
    return (await rows.deskRows({ kind })).map(({ data }) => accountSchema.parse(data));
  }

  async function find(id: string): Promise<Account | undefined> {
    const row = await rows.deskRow(kind, id, key);
    return row && accountSchema.parse(row.data);
  }

  async function withEmail(email: string): Promise<Account | undefined> {
    const wanted = emailOf(email);
    const found = (await all()).filter((account) => account.email === wanted);
    // Two that were made at once are nobody's, rather than the wrong person's.
    return found.length === 1 ? found[0] : undefined;
  }

  return {
    find,
    all,
    withEmail,
    named: async (text) => (text.includes('@') ? await withEmail(text) : undefined) ?? find(agentIdOf(text)),
    async withIdentity({ issuer, subject }) {
      return (await all()).find(({ identity }) => identity?.issuer === issuer && identity.subject === subject);
    },
    async make({ email, ...rest }) {
      const id = agentIdOf(rest.name);
      const account = accountSchema.parse({ ...rest, id, ...(email !== undefined && { email: emailOf(email) }) });
      if (email !== undefined && (await all()).some((other) => other.email === account.email)) return undefined;
      const isMade = await rows.keepDeskRow({ kind, owner: id, key, data: account, at: now().toISOString() }, null);
      return isMade ? account : undefined;
    },
    async change(id, change) {
      for (let tries = 0; tries < maxTries; tries += 1) {
        const row = await rows.deskRow(kind, id, key);
        const changed = row && change(accountSchema.parse(row.data));
        if (!row || !changed) return undefined;
        const at = laterThan(row.at, now());
        if (await rows.keepDeskRow({ ...row, data: changed, at }, row.at)) return changed;
      }
      return undefined;
    },
  };
}

/** An e-mail as accounts are found by it. */
function emailOf(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** An instant that no earlier state of a row has: two changes can fall into one millisecond. */
function laterThan(at: string, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(at) + 1)).toISOString();
}
