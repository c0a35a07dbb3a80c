// What an agent has not seen yet.
/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */

/** @typedef {Readonly<Record<string, number>>} Read messages that came after the agent looked last, by case */

/**
 * The number of messages that this agent has not seen, or `new` for a case that they never opened and that waits or is
 * theirs.
 * @param {Read | undefined} read nothing where it is not known yet
 * @param {Pick<CaseSummary, 'reference' | 'state' | 'agent'>} one
 * @param {string} me
 * @returns {number | 'new'}
 */
export function unreadOf(read, { reference, state, agent }, me) {
  if (!read) return 0;
  const count = read[reference];
  if (count !== undefined) return count;
  return state === 'waiting' || (state === 'claimed' && agent?.id === me) ? 'new' : 0;
}

/**
 * The agent's own cases in which something is unread.
 * @param {CaseSummary[]} cases
 * @param {Read | undefined} read
 * @param {string} me
 */
export function ownUnread(cases, read, me) {
  return cases.filter((one) => one.state === 'claimed' && one.agent?.id === me && unreadOf(read, one, me) !== 0);
}
