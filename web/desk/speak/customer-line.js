// Whether the customer is there, and how they hear of what is written if not.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */

/**
 * What is to be said of the customer's presence, by the names of its sentences; nothing where it is not known.
 * @param {Pick<CaseView, 'customer'>} view
 * @returns {{ say: 'here' | 'left' | 'neverSeen' | 'mailed' | 'willBeMailed' | 'noAddress', at?: string }[]}
 */
export function presenceOf({ customer }) {
  if (!customer) return [];
  const { isHere, seenAt, canBeMailed, mailedAt } = customer;
  if (isHere) return [{ say: 'here' }];
  const left =
    seenAt === undefined
      ? { say: /** @type {const} */ ('neverSeen') }
      : { say: /** @type {const} */ ('left'), at: seenAt };
  if (!canBeMailed) return [left, { say: 'noAddress' }];
  const isMailed = mailedAt !== undefined && mailedAt > (seenAt ?? '');
  return [left, isMailed ? { say: 'mailed', at: mailedAt } : { say: 'willBeMailed' }];
}
