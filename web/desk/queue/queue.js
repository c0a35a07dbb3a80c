// The list of cases: what is looked for, in the order of the server.
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
import { h } from 'preact';
import { countOfFilters, withFilter } from '../model/filters.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { BulkBar } from './bulk-bar.js';
import { CaseList } from './case-list.js';
import { Filters, Views } from './filters.js';

const { queue } = words.page;

/** @param {{ state: DeskState, desk: Desk, me: string }} props */
export function Queue({ state, desk, me }) {
  const { cases, selected, read, now, search, filters, undelivered, picked, hasMore, colleagues } = state;
  const nothing = countOfFilters(filters) > 0 ? words.finding.none : queue.none;
  const none = search === '' ? nothing : queue.notFound;
  const open = (/** @type {string} */ reference) => desk.open(reference);
  const pick = (/** @type {string} */ reference) => desk.pick(reference);
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
        ${h(Filters, { state, desk })} ${h(Views, { state, desk })}
      </div>
      ${undelivered > 0 && html`<p class="quiet undelivered">${fillIn(queue.undelivered, { count: undelivered })}</p>`}
      ${h(BulkBar, { state, desk })}
      ${h(CaseList, { cases, selected, read, now, me, colleagues, open, picked, pick })}
      ${hasMore && html`<button type="button" class="more" onClick=${() => desk.more()}>${words.finding.more}</button>`}
      ${cases.length === 0 && html`<p class="quiet empty">${none}</p>`}
    </section>
  `;
}

/**
 * @param {'open' | 'all'} value
 * @param {string} label
 * @param {DeskState} state
 * @param {Desk} desk
 */
function radio(value, label, state, desk) {
  return html`
    <label>
      <input type="radio" name="filter" checked=${state.filters.state === value} onChange=${() => desk.look(withFilter(state.filters, 'state', value))} />${' '}
      ${label}
    </label>
  `;
}
