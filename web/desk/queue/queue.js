// The list of cases: what was filtered and searched, in the order of the server.
/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState, Filter } from '../model/state.js' */
import { h } from 'preact';
import { html } from '../parts/html.js';
import { fillIn, reasonWords, stateWords, words } from '../words/desk-words.js';
import { CaseList } from './case-list.js';
import { searched } from './search.js';

const { queue } = words.page;

/** @param {{ state: DeskState, desk: Desk, me: string }} props */
export function Queue({ state, desk, me }) {
  const { selected, read, now, search, undelivered, colleagues } = state;
  const found = searched(state.cases, search, textsOf);
  const none = search === '' ? queue.none : queue.notFound;
  /** @param {{ currentTarget: HTMLInputElement }} event */
  const onInput = ({ currentTarget }) => desk.search(currentTarget.value);
  return html`
    <section class="queue" aria-labelledby="queue-title">
      <h2 id="queue-title" class="unseen">${queue.title}</h2>
      <div class="queue-tools">
        <label class="unseen" for="search">${queue.search}</label>
        <input
          id="search"
          type="search"
          placeholder=${queue.searchHint}
          autocomplete="off"
          value=${search}
          onInput=${onInput}
        />
        <fieldset class="filter">
          <legend class="unseen">${queue.which}</legend>
          ${radio('open', queue.open, state, desk)} ${radio('all', queue.all, state, desk)}
        </fieldset>
      </div>
      ${undelivered > 0 && html`<p class="quiet undelivered">${fillIn(queue.undelivered, { count: undelivered })}</p>`}
      ${h(CaseList, { cases: found, selected, read, now, me, colleagues, open: (reference) => desk.open(reference) })}
      ${found.length === 0 && html`<p class="quiet empty">${none}</p>`}
    </section>
  `;
}

/**
 * @param {Filter} value
 * @param {string} label
 * @param {DeskState} state
 * @param {Desk} desk
 */
function radio(value, label, state, desk) {
  return html`
    <label>
      <input type="radio" name="filter" checked=${state.filter === value} onChange=${() => desk.filter(value)} />${' '}
      ${label}
    </label>
  `;
}

/** @param {CaseSummary} one */
function textsOf({ opening, shop, agent, because, state }) {
  return [opening, shop.name, agent?.name ?? '', reasonWords(because), stateWords(state)];
}
