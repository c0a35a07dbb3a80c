/** @import { TalkEntry } from './talk.js' */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { message } from './message.js';
import { note } from './note.js';

const nearEndPx = 120;
const { transcript, below } = words.page.chat;

/**
 * The conversation, shown at its end unless somebody reads further up, who is told of what comes below; to be given the
 * case's reference as its key.
 * @param {{ talk: TalkEntry[], isSeen: boolean, me: string }} props
 */
export function Transcript({ talk, isSeen, me }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const [isNewBelow, setNewBelow] = useState(false);
  const wasAtEnd = !list.current || isAtEnd(list.current);
  const isFirst = useRef(true);
  const last = talk.at(-1)?.id;
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
      ${talk.map((one) => (one.kind === 'note' ? note(one.id, one.note, me) : message(one.message)))}
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
