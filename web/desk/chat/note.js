/** @import { HistoryEntry } from './talk.js' */
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { timeOf } from '../words/times.js';

const text = words.speak.note;

/**
 * A note among the messages, which says that it is one.
 * @param {string} id
 * @param {HistoryEntry} entry
 * @param {string} me
 */
export function note(id, { at, by, note: written, mentions = [] }, me) {
  const isForMe = mentions.some((one) => one.id === me);
  return html`
    <li key=${id} class=${isForMe ? 'said note note-for-me' : 'said note'}>
      <p class="note-mark">
        ${text.mark}${isForMe && html`<span class="badge badge-new">${text.callsYou}</span>`}
      </p>
      <p class="said-who">
        <bdi>${fillIn(text.by, { agent: by?.name ?? words.case.somebody })}</bdi> <time datetime=${at}>${timeOf(at)}</time>
      </p>
      <p class="said-text">${written}</p>
    </li>
  `;
}
