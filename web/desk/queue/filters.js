// The filters of the queue, with how many cases each would show, and the views that were saved.
/** @import { CaseCounts } from '../../../src/desk/finding/case-page.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
import { useState } from 'preact/hooks';
import { countOfFilters, openCases, withChosen, withFilter } from '../model/filters.js';
import { html } from '../parts/html.js';
import { fillIn, reasonWords, words } from '../words/desk-words.js';

const { finding } = words;

/** @param {{ state: DeskState, desk: Desk }} props */
export function Filters({ state: { filters, counts }, desk }) {
  const count = countOfFilters(filters);
  const set = (/** @type {string} */ name, /** @type {string} */ value) => desk.look(withFilter(filters, name, value));
  /**
   * @param {string} name
   * @param {string} label
   * @param {[string, string][]} options
   * @param {(value: string) => string} nameOf
   */
  const choice = (name, label, options, nameOf = (value) => value) => html`
    <label>
      <span class="unseen">${label}</span>
      <select
        name=${name}
        value=${filters[name] ?? ''}
        onChange=${(/** @type {{ currentTarget: HTMLSelectElement }} */ event) => set(name, event.currentTarget.value)}
      >
        ${withChosen(options, filters[name], (value) => counted(nameOf(value), 0)).map(([value, text]) => html`<option value=${value} selected=${value === (filters[name] ?? '')}>${text}</option>`)}
      </select>
    </label>
  `;
  /**
   * @param {'overdue' | 'urgent' | 'snoozed'} name
   */
  const flag = (name) => html`
    <label>
      <input
        type="checkbox"
        checked=${filters[name] !== undefined}
        onChange=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => set(name, event.currentTarget.checked ? 'true' : '')}
      />${' '} ${fillIn(finding[name], { count: counts?.[name] ?? 0 })}
    </label>
  `;
  return html`
    <details class="filters">
      <summary>${count > 0 ? fillIn(finding.chosen, { count }) : finding.filters}</summary>
      <div class="filter-fields">
        ${choice('agent', finding.agent, agents(counts))} ${choice('shop', finding.shop, shops(counts))}
        ${choice('reason', finding.reason, reasons(counts), reasonWords)} ${choice('tag', finding.tag, tags(counts))}
        <div class="filter">${flag('overdue')} ${flag('urgent')} ${flag('snoozed')}</div>
        ${count > 0 && html`<button type="button" onClick=${() => desk.look(openCases)}>${finding.clear}</button>`}
      </div>
    </details>
  `;
}

/** @typedef {CaseCounts | undefined} Counts */

/**
 * @param {string} name
 * @param {number} count
 */
const counted = (name, count) => fillIn(finding.counted, { name, count });

/** @param {Counts} counts @returns {[string, string][]} */
function agents(counts) {
  const others = (counts?.agents ?? []).map(
    ({ agent, count }) => /** @type {[string, string]} */ ([agent.id, counted(agent.name, count)]),
  );
  return [
    ['', finding.anyone],
    ['me', fillIn(finding.mine, { count: counts?.mine ?? 0 })],
    ['nobody', fillIn(finding.nobody, { count: counts?.nobody ?? 0 })],
    ...others,
  ];
}

/** @param {Counts} counts @returns {[string, string][]} */
function shops(counts) {
  return [
    ['', finding.anyShop],
    ...(counts?.shops ?? []).map(
      ({ shop, count }) => /** @type {[string, string]} */ ([shop.id, counted(shop.name, count)]),
    ),
  ];
}

/** @param {Counts} counts @returns {[string, string][]} */
function reasons(counts) {
  return [
    ['', finding.anyReason],
    ...(counts?.reasons ?? []).map(
      ({ reason, count }) => /** @type {[string, string]} */ ([reason, counted(reasonWords(reason), count)]),
    ),
  ];
}

/** @param {Counts} counts @returns {[string, string][]} */
function tags(counts) {
  return [
    ['', finding.anyTag],
    ...(counts?.tags ?? []).map(({ tag, count }) => /** @type {[string, string]} */ ([tag, counted(tag, count)])),
  ];
}

/**
 * The views that were saved: one is looked at by choosing it, and what is looked at can be saved under a name.
 * @param {{ state: DeskState, desk: Desk }} props
 */
export function Views({ state: { views, filters, search }, desk }) {
  const { views: text } = finding;
  const [isNaming, setNaming] = useState(false);
  const looked = JSON.stringify({ ...filters, ...(search !== '' && { q: search }) });
  const current = views.find(({ filters: saved }) => JSON.stringify(saved) === looked);
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function save(event) {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('view-name');
    setNaming(false);
    if (typeof name === 'string' && name.trim() !== '') await desk.saveView(name.trim());
  }
  if (isNaming) {
    return html`
      <form class="views" onSubmit=${save}>
        <label class="unseen" for="view-name">${text.name}</label>
        <input id="view-name" name="view-name" maxlength="40" placeholder=${text.name} autofocus autocomplete="off" />
        <button>${text.save}</button>
      </form>
    `;
  }
  return html`
    <div class="views">
      ${
        views.length > 0 &&
        html`<label>
          <span class="unseen">${text.label}</span>
          <select
            id="views"
            value=${current?.name ?? ''}
            onChange=${(/** @type {{ currentTarget: HTMLSelectElement }} */ event) => desk.openView(event.currentTarget.value)}
          >
            <option value="">${text.none}</option>
            ${views.map(({ name }) => html`<option value=${name} selected=${name === current?.name}>${name}</option>`)}
          </select>
        </label>`
      }
      ${
        current
          ? html`<button type="button" onClick=${() => desk.dropView(current.name)}>${text.drop}</button>`
          : html`<button type="button" onClick=${() => setNaming(true)}>${text.save}</button>`
      }
    </div>
  `;
}
