/** @import { TalkEntry } from './talk.js' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { message } from './message.js';
import { note } from './note.js';

const nearEndPx = 120;

/**
 * The conversation, shown at its end unless somebody reads further up; to be given the case's reference as its key.
 * @param {{ talk: TalkEntry[], isSeen: boolean, me: string }} props
 */
export function Transcript({ talk, isSeen, me }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const wasAtEnd = !list.current || isAtEnd(list.current);
  const last = talk.at(-1)?.id;
  useLayoutEffect(() => {
    if (wasAtEnd) scrollToEnd(list.current);
  }, [last]);
  // On a phone it has no height before.
  useLayoutEffect(() => scrollToEnd(list.current), [isSeen]);
  return html`
    <ol id="transcript" class="transcript" tabindex="0" aria-label=${words.page.chat.transcript} ref=${list}>
      ${talk.map((one) => (one.kind === 'note' ? note(one.id, one.note, me) : message(one.message)))}
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
