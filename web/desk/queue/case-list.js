/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../parts/html.js';
import { fillIn, reasonWords, stateWords, words } from '../words/desk-words.js';
import { timeSince } from '../words/times.js';
import { nextFocus } from './focus.js';

const { queue, time } = words.page;

/**
 * @typedef {object} Shown
 * @property {string | undefined} selected
 * @property {ReadonlySet<string>} unread
 * @property {number} now
 * @property {string} me
 * @property {(reference: string) => void} open
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
function item(one, { selected, unread, now, me, open }) {
  const { reference, state, urgent, because, shop, at, opening, mentioned = [] } = one;
  const isUrgent = urgent && (state === 'waiting' || state === 'claimed');
  return html`
    <li key=${reference}>
      <button
        type="button"
        class=${isUrgent ? 'case case-urgent' : 'case'}
        data-reference=${reference}
        aria-current=${reference === selected ? 'true' : undefined}
        onClick=${() => open(reference)}
      >
        <span class="case-top">
          <span class="case-reference">${reference}</span>
          ${unread.has(reference) && html`<span class="badge badge-new">${queue.newMessage}</span>`}
          ${mentioned.includes(me) && html`<span class="badge badge-new">${words.speak.note.callsYou}</span>`}
          <time class="case-since" datetime=${at}>${sinceWords(at, now)}</time>
        </span>
        <span class="case-why">
          ${isUrgent && html`<span class="badge badge-urgent">${queue.urgent}</span>`} ${reasonWords(because)}
        </span>
        <span class="case-opening">${opening}</span>
        <span class="case-bottom">
          <span>${shop.name}</span>
          <span class="badge badge-${state}">${holderWords(one, me)}</span>
        </span>
      </button>
    </li>
  `;
}

/**
 * @param {string} at
 * @param {number} now
 */
function sinceWords(at, now) {
  const since = timeSince(at, now);
  switch (since.unit) {
    case 'now':
      return time.now;
    case 'hours':
      return fillIn(time.hours, since);
    default:
      return fillIn(time[since.unit], since);
  }
}

/**
 * @param {CaseSummary} one
 * @param {string} me
 */
function holderWords({ state, agent }, me) {
  if (state !== 'claimed' || !agent) return stateWords(state);
  return agent.id === me ? queue.yours : fillIn(queue.with, { agent: agent.name });
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
