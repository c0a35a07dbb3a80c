import { z } from 'zod';

/**
 * What somebody may do at the desk, each also what stands before it: agents work cases, leads give them to others, take
 * them back and write replies for all, owners manage people.
 */
export const roleSchema = z.enum(['agent', 'lead', 'owner']);
export type Role = z.infer<typeof roleSchema>;

/** True if somebody of this role may do what needs the other one. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roleSchema.options.indexOf(role) >= roleSchema.options.indexOf(needed);
}

/** True if somebody may make an account of this role, and give out a link that sets its password: it is as good as it. */
export function mayInvite(by: Role, invited: Role): boolean {
  return by === 'owner' || (by === 'lead' && invited === 'agent');
}
