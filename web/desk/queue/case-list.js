/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */
/** @import { Colleague } from '../../../src/desk/standing/standing.ts' */
/** @import { Read } from '../model/unread.js' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { nameAndAbsence } from '../hands/presence-words.js';
import { unreadOf } from '../model/unread.js';
import { html } from '../parts/html.js';
import { fillIn, reasonWords, stateWords, words } from '../words/desk-words.js';
import { countdown } from './countdown.js';
import { nextFocus } from './focus.js';

const { queue } = words.page;
const { finding } = words;

/**
 * @typedef {object} Shown
 * @property {string | undefined} selected
 * @property {Read | undefined} read
 * @property {number} now
 * @property {string} me
 * @property {Colleague[]} colleagues
 * @property {(reference: string) => void} open
 * @property {ReadonlySet<string>} picked
 * @property {(reference: string) => void} pick
 */

/**
 * The cases, one button each; the focus stays on the case it was on when their order changes.
 * @param {Shown & { cases: CaseSummary[] }} props
 */
export function CaseList({ cases, ...shown }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const focused = list.current?.contains(document.activeElement) ? document.activeElement : undefined;
  useLayoutEffect(() => {
    if (focused?.isConnected && focused instanceof HTMLElement) focused.focus();
  });
  return html`<ul id="cases" class="cases" ref=${list}>${cases.map((one) => item(one, shown))}</ul>`;
}

/**
 * @param {CaseSummary} one
 * @param {Shown} shown
 */
function item(one, { selected, read, now, me, colleagues, open, picked, pick }) {
  const { reference, state, urgent, because, shop, opening, tags, mentioned = [] } = one;
  const { instant, text, isOverdue } = countdown(one, now);
  const unread = unreadWords(unreadOf(read, one, me));
  const isUrgent = urgent && (state === 'waiting' || state === 'claimed');
  return html`
    <li key=${reference} class="row">
      <label class="pick">
        <input
          type="checkbox"
          aria-label=${fillIn(finding.select, { reference })}
          checked=${picked.has(reference)}
          onChange=${() => pick(reference)}
        />
      </label>
      <button
        type="button"
        class=${isUrgent ? 'case case-urgent' : 'case'}
        data-reference=${reference}
        aria-current=${reference === selected ? 'true' : undefined}
        onClick=${() => open(reference)}
      >
        <span class="case-top">
          <span class="case-reference">${reference}</span>
          ${unread !== '' && html`<span class="badge badge-new">${unread}</span>`}
          ${mentioned.includes(me) && html`<span class="badge badge-new">${words.speak.note.callsYou}</span>`}
          <time class=${isOverdue ? 'case-since case-overdue' : 'case-since'} datetime=${instant}>${text}</time>
        </span>
        <span class="case-why">
          ${isUrgent && html`<span class="badge badge-urgent">${queue.urgent}</span>`} ${reasonWords(because)}
        </span>
        <span class="case-opening">${opening}</span>
        <span class="case-bottom">
          <span>${shop.name} ${tags.map((tag) => html`<span key=${tag} class="badge badge-tag">${tag}</span> `)}</span>
          <span class="badge badge-${state}">${holderWords(one, me, colleagues)}</span>
        </span>
      </button>
    </li>
  `;
}

/** @param {number | 'new'} unread */
function unreadWords(unread) {
  if (unread === 'new') return queue.notOpened;
  if (unread === 1) return queue.newMessage;
  return unread > 1 ? fillIn(queue.newMessages, { count: unread }) : '';
}

/**
 * @param {CaseSummary} one
 * @param {string} me
 * @param {Colleague[]} colleagues
 */
function holderWords({ state, agent }, me, colleagues) {
  if (state !== 'claimed' || !agent) return stateWords(state);
  return agent.id === me ? queue.yours : fillIn(queue.with, { agent: nameAndAbsence(agent, colleagues) });
}

/**
 * Moves the focus by one case, from the open one where the list has none.
 * @param {1 | -1} by
 */
export function moveFocus(by) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll('.cases button');
  const buttons = [...found];
  const focused = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1;
  const open = buttons.findIndex((one) => one.ariaCurrent === 'true');
  buttons[nextFocus(buttons.length, { focused, open }, by)]?.focus();
}
