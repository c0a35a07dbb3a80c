/** @import { KeptFile } from './pictures.js' */
import { h } from 'preact';
import { Dialog } from '../parts/dialog.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { addressOf, pairAt } from './pictures.js';

const text = words.speak.packet;

/**
 * Two pictures side by side, over the page; the arrow keys go on.
 * @param {{ pictures: KeptFile[], at: number | undefined, goTo: (at: number | undefined) => void }} props
 */
export function Viewer({ pictures, at, goTo }) {
  const isOpen = at !== undefined;
  const count = pictures.length;
  /** @param {1 | -1} by */
  const move = (by) => goTo(((at ?? 0) + by + count) % count);
  /** @param {KeyboardEvent} event */
  function press({ key }) {
    if (key === 'ArrowRight') move(1);
    if (key === 'ArrowLeft') move(-1);
  }
  const content =
    isOpen &&
    html`
      <div class="viewer" onKeyDown=${press}>
        <div class="viewer-pair">
          ${pairAt(pictures, at).map(
            (one) => html`
              <figure key=${one.id}>
                <a href=${addressOf(one)} target="_blank" rel="noreferrer"><img src=${addressOf(one)} alt=${one.name} /></a>
                <figcaption>${one.name}</figcaption>
              </figure>
            `,
          )}
        </div>
        <div class="buttons">
          <button type="button" onClick=${() => move(-1)}>${text.previous}</button>
          <span role="status">${fillIn(text.of, { at: at + 1, count })}</span>
          <button type="button" onClick=${() => move(1)}>${text.next}</button>
        </div>
      </div>
    `;
  return h(Dialog, { id: 'pictures', title: text.viewer, isOpen, onClose: () => goTo(undefined), content });
}
