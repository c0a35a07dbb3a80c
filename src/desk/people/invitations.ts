import { hash, randomBytes } from 'node:crypto';
import { isSameSecret } from '../../http/secrets/same-secret.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { hashPassword } from './passwords.ts';

export const invitationDays = 3;
const lifeMs = invitationDays * 24 * 3_600_000;

/** Links under which somebody sets a password: one at a time for each account, used once. */
export interface Invitations {
  /** A new token for a link, in the place of an earlier one; `undefined` without such an account or one that is disabled. */
  invite(id: string): Promise<string | undefined>;
  /** The account that a token opens now. */
  open(token: string): Promise<Account | undefined>;
  /** Sets the password, which ends the link and whatever sessions there are; `undefined` where the token opens nothing. */
  accept(token: string, password: string): Promise<Account | undefined>;
}

export function createInvitations({ accounts, now }: { accounts: Accounts; now: () => Date }): Invitations {
  const isOpenedBy = ({ invitation, isDisabled }: Account, secret: string): boolean =>
    invitation !== undefined &&
    !isDisabled &&
    now().toISOString() < invitation.until &&
    isSameSecret(invitation.digest, digestOf(secret));

  async function open(token: string): Promise<Account | undefined> {
    const { id, secret } = partsOf(token);
    const account = await accounts.find(id);
    return account && isOpenedBy(account, secret) ? account : undefined;
  }

  return {
    open,
    async invite(id) {
      const secret = randomBytes(24).toString('base64url');
      const until = new Date(now().getTime() + lifeMs).toISOString();
      const invited = await accounts.change(id, (account) =>
        account.isDisabled ? undefined : { ...account, invitation: { digest: digestOf(secret), until } },
      );
      return invited && `${secret}.${id}`;
    },
    async accept(token, password) {
      if (!(await open(token))) return undefined;
      const { id, secret } = partsOf(token);
      const passwordHash = await hashPassword(password);
      // Asked again, because the link may have been used meanwhile.
      return accounts.change(id, (account) => {
        if (!isOpenedBy(account, secret)) return undefined;
        const { invitation: _, ...rest } = account;
        return { ...rest, passwordHash, epoch: account.epoch + 1 };
      });
    },
  };
}

function partsOf(token: string): { secret: string; id: string } {
  const dot = token.indexOf('.');
  return { secret: token.slice(0, Math.max(dot, 0)), id: token.slice(dot + 1) };
}

function digestOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
