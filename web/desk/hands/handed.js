// What changed hands without one's own doing.
/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */

/** @typedef {{ reference: string, kind: 'given' | 'taken' | 'freed', agent: string }} Handed */

/**
 * The cases that were mine and are not any more, and those that are mine now.
 * @param {CaseSummary[]} before
 * @param {CaseSummary[]} cases
 * @param {string} me the agent's id
 * @returns {Handed[]}
 */
export function handedOn(before, cases, me) {
  const isMine = (/** @type {CaseSummary | undefined} */ one) => one?.state === 'claimed' && one.agent?.id === me;
  /** @type {Handed[]} */
  const handed = [];
  for (const one of cases) {
    const { reference, state, agent } = one;
    const earlier = before.find((other) => other.reference === reference);
    if (!earlier || isMine(earlier) === isMine(one)) continue;
    if (isMine(one)) handed.push({ reference, kind: 'given', agent: '' });
    else if (state === 'waiting') handed.push({ reference, kind: 'freed', agent: '' });
    else if (state === 'claimed') handed.push({ reference, kind: 'taken', agent: agent?.name ?? '' });
  }
  return handed;
}
