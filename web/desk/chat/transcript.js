/** @import { TranscriptMessage } from '../../../src/desk/case/case-view.ts' */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { message } from './message.js';

const nearEndPx = 120;
const { transcript, below } = words.page.chat;

/**
 * The conversation, shown at its end unless somebody reads further up, who is told of what comes below; to be given the
 * case's reference as its key.
 * @param {{ messages: TranscriptMessage[], isSeen: boolean }} props
 */
export function Transcript({ messages, isSeen }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const [isNewBelow, setNewBelow] = useState(false);
  const wasAtEnd = !list.current || isAtEnd(list.current);
  const isFirst = useRef(true);
  const last = messages.at(-1)?.id;
  useLayoutEffect(() => {
    if (wasAtEnd) scrollToEnd(list.current);
    else if (!isFirst.current) setNewBelow(true);
    isFirst.current = last === undefined;
  }, [last]);
  // On a phone it has no height before.
  useLayoutEffect(() => scrollToEnd(list.current), [isSeen]);
  const onScroll = () => {
    if (isNewBelow && list.current && isAtEnd(list.current)) setNewBelow(false);
  };
  const goToEnd = () => {
    scrollToEnd(list.current);
    setNewBelow(false);
    list.current?.focus();
  };
  return html`
    <ol id="transcript" class="transcript" tabindex="0" aria-label=${transcript} ref=${list} onScroll=${onScroll}>
      ${messages.map(message)}
    </ol>
    <div class="below" aria-live="polite">
      ${isNewBelow && html`<button type="button" onClick=${goToEnd}>${below}</button>`}
    </div>
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
