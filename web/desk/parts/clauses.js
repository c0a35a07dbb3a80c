/** @import { ClauseView } from '../../../src/desk/case/clause-view.ts' */

import { fillIn, words } from '../words/desk-words.js';
import { html } from './html.js';

/** @param {ClauseView} clause */
export function clause({ title, text }) {
  return html`<p class="clause"><strong>${title}</strong><br />${text}</p>`;
}

/**
 * Terms behind a click, because there can be many.
 * @param {ClauseView[]} all
 */
export function terms(all) {
  if (all.length === 0) return undefined;
  return html`<details><summary>${fillIn(words.page.case.terms, { count: all.length })}</summary>${all.map(clause)}</details>`;
}
