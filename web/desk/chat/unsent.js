import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';

const { unsent } = words.page.chat;

/**
 * An answer that was begun in a case which somebody else has by now: it stays until it is discarded.
 * @param {{ text: string, discard: () => void }} props
 */
export function Unsent({ text, discard }) {
  return html`
    <div class="unsent">
      <label for="unsent-text">${unsent.label}</label>
      <textarea id="unsent-text" rows="2" readonly value=${text} />
      <button type="button" onClick=${discard}>${unsent.discard}</button>
    </div>
  `;
}
