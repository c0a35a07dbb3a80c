/** @import { TranscriptMessage } from '../../../src/desk/case/case-view.ts' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { message } from './message.js';

const nearEndPx = 120;

/**
 * The conversation, shown at its end unless somebody reads further up; to be given the case's reference as its key.
 * @param {{ messages: TranscriptMessage[], isSeen: boolean }} props
 */
export function Transcript({ messages, isSeen }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const wasAtEnd = !list.current || isAtEnd(list.current);
  const last = messages.at(-1)?.id;
  useLayoutEffect(() => {
    if (wasAtEnd) scrollToEnd(list.current);
  }, [last]);
  // On a phone it has no height before.
  useLayoutEffect(() => scrollToEnd(list.current), [isSeen]);
  return html`
    <ol id="transcript" class="transcript" tabindex="0" aria-label=${words.page.chat.transcript} ref=${list}>
      ${messages.map(message)}
    </ol>
  `;
}

/** @param {HTMLElement} list */
function isAtEnd({ scrollHeight, scrollTop, clientHeight }) {
  return scrollHeight - scrollTop - clientHeight < nearEndPx;
}

/** @param {HTMLElement | null} list */
function scrollToEnd(list) {
  if (list) list.scrollTop = list.scrollHeight;
}
