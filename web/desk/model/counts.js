// What the queue says in numbers.
/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */

/**
 * The cases that wait, those of them that are urgent, and how many somebody has.
 * @param {CaseSummary[]} cases
 */
export function countsOf(cases) {
  const waiting = cases.filter(({ state }) => state === 'waiting');
  return {
    waiting: waiting.length,
    urgent: waiting.filter(({ urgent }) => urgent),
    claimed: cases.filter(({ state }) => state === 'claimed').length,
  };
}
