/** @import { CaseCounts } from '../../src/desk/finding/case-page.ts' */

import { html } from './parts/html.js';
import { fillIn, words } from './words/desk-words.js';

const text = words.page;

/**
 * The bar above the desk: how many wait, and what is not about one case.
 * @param {{ counts: CaseCounts | undefined, agentName: string, openCheck: () => void, openKeys: () => void }} props
 */
export function Bar({ counts, agentName, openCheck, openKeys }) {
  const { waiting = 0, claimed = 0 } = counts ?? {};
  return html`
    <header class="bar">
      <h1>${text.title}</h1>
      <p class="bar-state">
        <span>${fillIn(text.waiting, { count: waiting })}</span>
        <span class="bar-held">${` · ${fillIn(text.claimed, { count: claimed })}`}</span>
      </p>
      <button type="button" onClick=${openCheck}>${words.check.title}</button>
      <button
        id="keys-open"
        type="button"
        aria-label=${text.keys.label}
        title=${`${text.keys.label} (?)`}
        onClick=${openKeys}
      >
        ?
      </button>
      <form method="post" action="desk/log-out">
        <span class="bar-name">${agentName}</span> <button>${text.logOut}</button>
      </form>
    </header>
  `;
}

/**
 * The number of waiting cases, for the title of the page.
 * @param {CaseCounts | undefined} counts
 */
export function titleOf(counts) {
  const { waiting = 0, waitingUrgent: urgent = 0 } = counts ?? {};
  if (urgent > 0) return fillIn(text.titleUrgent, { urgent, count: waiting });
  return waiting > 0 ? fillIn(text.titleWaiting, { count: waiting }) : text.title;
}
