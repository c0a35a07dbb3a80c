// News that an agent wants to hear of while they look elsewhere.
/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */
/** @import { Read } from './unread.js' */

/** @typedef {{ cases: CaseSummary[], read: Read }} Known */
/** @typedef {{ kind: 'new' | 'urgent' | 'message' | 'assigned', one: CaseSummary }} Alert */

/**
 * What is new between two looks: a case that waits, a message in a case of one's own, a case that somebody gave one.
 * @param {Known | undefined} before nothing at the first look, at which nothing is news
 * @param {Known} after
 * @param {string} me
 * @returns {Alert[]}
 */
export function alertsOf(before, after, me) {
  if (!before) return [];
  const known = new Map(before.cases.map((one) => [one.reference, one]));
  return after.cases.flatMap((one) => {
    const isWritten = (after.read[one.reference] ?? 0) > (before.read[one.reference] ?? 0);
    const kind = kindOf(known.get(one.reference), one, me) ?? (isWritten && isMine(one, me) ? 'message' : undefined);
    return kind ? [{ kind, one }] : [];
  });
}

/**
 * @param {CaseSummary | undefined} before
 * @param {CaseSummary} one
 * @param {string} me
 * @returns {Exclude<Alert['kind'], 'message'> | undefined}
 */
function kindOf(before, one, me) {
  if (isMine(one, me)) return before && isMine(before, me) ? undefined : 'assigned';
  if (one.state !== 'waiting') return undefined;
  if (one.urgent && !(before?.urgent && before.state === 'waiting')) return 'urgent';
  return before?.state === 'waiting' ? undefined : 'new';
}

/**
 * @param {CaseSummary} one
 * @param {string} me
 */
function isMine({ state, agent }, me) {
  return state === 'claimed' && agent?.id === me;
}
