import { type Uses, useOne } from '../../uses.ts';
import { agentIdOf } from '../page/agents.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { isPassword } from './passwords.ts';

export const windowMs = 15 * 60_000;
/** Wrong passwords in the window: of one address for one account, of one address in all, and for one account in all. */
const limits = { both: 5, address: 20, account: 100 };

export type PasswordAnswer = { kind: 'in'; account: Account } | { kind: 'wrong' } | { kind: 'too-many' };

/** Options of a log-in with a password. */
export interface PasswordDeps {
  accounts: Pick<Accounts, 'named'>;
  uses: Uses;
  now(): Date;
}

/**
 * Tells whose name (or e-mail) and password these are. A name that nobody has, an account without a password and one that
 * is disabled get the answer of a wrong password, after the same time and as often.
 */
export async function checkPassword(
  { accounts, uses, now }: PasswordDeps,
  { name, password, client }: { name: string; password: string; client: string },
): Promise<PasswordAnswer> {
  // As accounts are found, so that no other way to write a name gives more tries.
  const who = agentIdOf(name);
  const at = now();
  const counts = [
    [`desk password ${client} ${who}`, limits.both],
    [`desk password of ${client}`, limits.address],
    [`desk password for ${who}`, limits.account],
  ] as const;
  const used: string[] = [];
  for (const [key, limit] of counts) {
    if (!(await useOne(uses, key, { limit, windowMs, now: at }))) return { kind: 'too-many' };
    used.push(key);
  }
  const account = await accounts.named(name);
  const isRight = await isPassword(account?.isDisabled ? undefined : account?.passwordHash, password);
  if (!account || !isRight) return { kind: 'wrong' };
  for (const key of used) await uses.takeBackUse(key, at.toISOString(), windowMs);
  return { kind: 'in', account };
}
