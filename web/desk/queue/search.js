/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */

/**
 * The cases that have all words of the search, in any order; a reference is found without its dash, too.
 * @param {CaseSummary[]} cases
 * @param {string} search
 * @param {(one: CaseSummary) => string[]} textsOf what is shown of a case
 */
export function searched(cases, search, textsOf) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter((one) => {
    const text = [one.reference, one.reference.replace('-', ''), ...textsOf(one)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
