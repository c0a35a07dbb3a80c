// The list of cases: what was filtered and searched, in the order of the server.
import { byId, el, reasonWords, since, stateWords } from './dom.js';

const list = byId('cases');

/** The cases that the search leaves, in any order of its words. */
export function searched(cases, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter((one) => {
    const text = [
      one.reference,
      one.opening,
      one.shop.name,
      one.agent?.name ?? '',
      reasonWords(one.because),
      one.state,
    ];
    const all = text.join(' ').toLowerCase();
    return words.every((word) => all.includes(word) || one.reference.toLowerCase().replace('-', '').includes(word));
  });
}

/** Shows the list; the focus stays on the case it was on. */
export function showQueue(cases, { selected, me, unread, onOpen }) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.reference : undefined;
  list.replaceChildren(
    ...cases.map((one) => item(one, { isSelected: one.reference === selected, me, unread, onOpen })),
  );
  if (focused) list.querySelector(`[data-reference="${CSS.escape(focused)}"]`)?.focus();
}

function item(one, { isSelected, me, unread, onOpen }) {
  const { reference, state, urgent, because, shop, agent, at, opening } = one;
  const isOpen = state === 'waiting' || state === 'claimed';
  const isUrgent = urgent && isOpen;
  return el(
    'li',
    {},
    el(
      'button',
      {
        type: 'button',
        class: `case${isUrgent ? ' case-urgent' : ''}`,
        'data-reference': reference,
        'aria-current': isSelected ? 'true' : undefined,
        onClick: () => onOpen(reference),
      },
      el(
        'span',
        { class: 'case-top' },
        el('span', { class: 'case-reference' }, reference),
        unread.has(reference) && el('span', { class: 'badge badge-new' }, 'new message'),
        el('time', { class: 'case-since', datetime: at, 'data-since': isOpen ? at : undefined }, since(at)),
      ),
      el(
        'span',
        { class: 'case-why' },
        isUrgent && el('span', { class: 'badge badge-urgent' }, 'Urgent'),
        ` ${reasonWords(because)}`,
      ),
      el('span', { class: 'case-opening' }, opening),
      el(
        'span',
        { class: 'case-bottom' },
        el('span', {}, shop.name),
        el('span', { class: `badge badge-${state}` }, holder(state, agent, me)),
      ),
    ),
  );
}

function holder(state, agent, me) {
  if (state !== 'claimed' || !agent) return stateWords(state);
  return agent.id === me ? 'yours' : `with ${agent.name}`;
}

/** Moves the focus by so many cases, from the open one where the list has none. */
export function moveFocus(by) {
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement);
  const current = at >= 0 ? at : buttons.findIndex((one) => one.getAttribute('aria-current'));
  const next =
    current < 0 ? (by > 0 ? 0 : buttons.length - 1) : Math.min(buttons.length - 1, Math.max(0, current + by));
  buttons[next]?.focus();
}

/** Waiting times go on while nothing changes. */
export function tick() {
  for (const time of list.querySelectorAll('[data-since]')) time.textContent = since(time.dataset.since);
}

/** How many wait, in the title of the page, and urgent ones aloud. */
export function announce(cases, announced) {
  const waiting = cases.filter(({ state }) => state === 'waiting');
  const urgent = waiting.filter((one) => one.urgent);
  const count = urgent.length ? `${urgent.length} urgent, ${waiting.length}` : `${waiting.length}`;
  document.title = waiting.length ? `(${count}) Desk` : 'Desk';
  const held = cases.filter(({ state }) => state === 'claimed').length;
  byId('state').textContent = `${waiting.length} waiting`;
  byId('held').textContent = ` · ${held} being looked after`;
  const fresh = urgent.filter(({ reference }) => !announced.has(reference));
  for (const { reference } of fresh) announced.add(reference);
  if (fresh.length) {
    byId('urgent').textContent = fresh
      .map((one) => `Urgent case ${one.reference}: ${reasonWords(one.because)}.`)
      .join(' ');
  }
}
