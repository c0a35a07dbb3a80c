// What changed hands without one's own doing.
/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */

/** @typedef {{ reference: string, kind: 'given' | 'taken' | 'freed' | 'unanswered', agent: string }} Handed */

/**
 * The cases that were mine and are not any more, and those that are mine now.
 * @param {CaseSummary[]} before
 * @param {CaseSummary[]} cases
 * @param {string} me the agent's id
 * @returns {Handed[]}
 */
export function handedOn(before, cases, me) {
  /** @type {Handed[]} */
  const handed = [];
  for (const one of cases) {
    const { reference, state, agent } = one;
    const earlier = before.find((other) => other.reference === reference);
    if (!earlier || isMine(earlier, me) === isMine(one, me)) continue;
    if (isMine(one, me)) handed.push({ reference, kind: 'given', agent: '' });
    else if (state === 'waiting') handed.push({ reference, kind: 'freed', agent: '' });
    else if (state === 'claimed') handed.push({ reference, kind: 'taken', agent: agent?.name ?? '' });
  }
  return handed;
}

/**
 * The line on a customer of mine who waits for an answer, if that is what has happened.
 * @param {{ what: string, reference: string } | undefined} change
 * @param {CaseSummary[]} cases
 * @param {string} me the agent's id
 * @returns {Handed[]}
 */
export function unansweredOf(change, cases, me) {
  const mine = cases.find((one) => one.reference === change?.reference && isMine(one, me));
  return mine && change?.what === 'unanswered' ? [{ reference: mine.reference, kind: 'unanswered', agent: '' }] : [];
}

/**
 * @param {CaseSummary} one
 * @param {string} me
 */
function isMine({ state, agent }, me) {
  return state === 'claimed' && agent?.id === me;
}
