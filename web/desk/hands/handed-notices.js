/** @import { Desk } from '../model/desk.js' */
/** @import { Handed } from './handed.js' */
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';

const { handed: text } = words.page;

/**
 * Lines on cases that changed hands; each stays until it is dismissed.
 * @param {{ handed: Handed[], desk: Desk }} props
 */
export function HandedNotices({ handed, desk }) {
  return html`<div class="handed" role="status">${handed.map((one) => line(one, desk))}</div>`;
}

/**
 * @param {Handed} one
 * @param {Desk} desk
 */
function line(one, desk) {
  const says = fillIn(text[one.kind], one);
  return html`
    <p key=${`${one.reference} ${one.kind}`} class="handed-line">
      <span>${says}</span>
      <button type="button" aria-label=${fillIn(text.dismiss, { notice: says })} onClick=${() => desk.dismiss(one)}>
        ${words.page.close}
      </button>
    </p>
  `;
}
