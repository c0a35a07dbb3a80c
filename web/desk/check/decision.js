/** @import { PolicyCheck } from '../../../src/desk/check/policy-check.ts' */
import { clause, terms } from '../parts/clauses.js';
import { html } from '../parts/html.js';
import { fillIn, resolutionTitle, words } from '../words/desk-words.js';

const { fee, feePercent: feeWords } = words.check;
const { until, sendBy: sendByWords } = words.page.check;

/**
 * The policy's answer, with its clauses.
 * @param {Extract<PolicyCheck, { kind: 'decision' }>} check
 */
export function decision({ decision: decided, outcomes, choices = [] }) {
  const { resolution, clauses, terms: all, feePercent, deadline, sendBy } = decided;
  return html`
    <p class="verdict">${resolutionTitle(resolution, outcomes)}</p>
    ${feePercent !== undefined && html`<p>${fee}: ${fillIn(feeWords, { percent: feePercent })}</p>`}
    ${deadline && html`<p>${fillIn(until, { date: deadline })}</p>`}
    ${sendBy && html`<p>${fillIn(sendByWords, { date: sendBy })}</p>`}
    ${choices.length > 0 && html`<p>${words.check.choices}:</p><ul>${choices.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${clauses.map(clause)} ${terms(all)}
  `;
}
