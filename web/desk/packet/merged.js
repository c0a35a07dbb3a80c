// What was merged into the open case, or where that was merged to.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
import { useState } from 'preact/hooks';
import { message } from '../chat/message.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';

const text = words.speak.packet;

/** @param {{ view: CaseView, onOpen: (reference: string) => void }} props */
export function Merged({ view: { mergedInto, merged = [] }, onOpen }) {
  return html`
    ${
      mergedInto !== undefined &&
      html`<section class="part">
        <p>${fillIn(text.isMerged, { into: mergedInto })}</p>
        ${openButton(mergedInto, onOpen)}
      </section>`
    }
    ${merged.map(
      ({ reference, transcript }) => html`
        <section key=${reference} class="part">
          <details class="merged-talk">
            <summary>${fillIn(text.mergedTalk, { reference })}</summary>
            ${openButton(reference, onOpen)}
            <ol class="merged-transcript">${transcript.map(message)}</ol>
          </details>
        </section>
      `,
    )}
  `;
}

/**
 * @param {string} reference
 * @param {(reference: string) => void} onOpen
 */
function openButton(reference, onOpen) {
  return html`<button type="button" class="link" onClick=${() => onOpen(reference)}>
    ${fillIn(text.openRelated, { reference })}
  </button>`;
}

/**
 * Merges a case into another, which takes two presses: the customer hears of it.
 * @param {{ from: string, into: string, onMerge: () => void }} props
 */
export function MergeButton({ from, into, onMerge }) {
  const [isSure, setSure] = useState(false);
  function press() {
    setSure(!isSure);
    if (isSure) onMerge();
  }
  return html`<button type="button" class="merge" onClick=${press}>
    ${fillIn(isSure ? text.confirmMerge : text.mergeInto, { from, into })}
  </button>`;
}
