/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
import { html } from '../parts/html.js';
import { presenceOf } from '../speak/customer-line.js';
import { fillIn, words } from '../words/desk-words.js';
import { timeOf } from '../words/times.js';

/**
 * The line above the box in which the customer is written to.
 * @param {CaseView} view
 */
export function customerLine(view) {
  const lines = presenceOf(view);
  if (lines.length === 0) return undefined;
  const isHere = view.customer?.isHere === true;
  const text = lines.map(({ say, at = '' }) => fillIn(words.speak.customer[say], { time: at && timeOf(at) })).join(' ');
  return html`<p class=${isHere ? 'customer-line customer-here' : 'customer-line'} role="status">${text}</p>`;
}
