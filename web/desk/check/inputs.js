// How a question of the policy is answered at the desk, by the type of its fact.
/** @import { CheckQuestion } from './model.js' */
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';

const text = words.check;

/** @typedef {(value: unknown, title: string) => void} State states a value, with its words */
/**
 * The fields of a question, and what a form with them says; buttons say it by themselves.
 * @typedef {{ fields: unknown, read?: (data: FormData) => { value: unknown, title: string } }} Input
 */

/** @type {Record<CheckQuestion['type'], (question: CheckQuestion, state: State) => Input>} */
export const inputs = {
  choice: ({ choices }, state) => buttons(choices, state),
  'yes-no': (_, state) =>
    buttons(
      [
        { value: true, title: text.yes },
        { value: false, title: text.no },
      ],
      state,
    ),
  set: checklist,
  date: (question) => field(question, 'date', String),
  instant: (question) => field(question, 'datetime-local', toInstant),
  months: (question) => field(question, 'number', Number),
};

/**
 * @param {{ value: unknown, title: string }[]} choices
 * @param {State} state
 * @returns {Input}
 */
function buttons(choices, state) {
  const button = (/** @type {{ value: unknown, title: string }} */ { value, title }) =>
    html`<button type="button" onClick=${() => state(value, title)}>${title}</button>`;
  return { fields: html`<div class="choices">${choices.map(button)}</div>` };
}

/**
 * @param {CheckQuestion} question
 * @param {string} type of the input element
 * @param {(written: string) => unknown} parse
 * @returns {Input}
 */
function field({ label }, type, parse) {
  const min = type === 'number' ? 0 : undefined;
  return {
    fields: html`<input type=${type} name="value" required min=${min} aria-label=${label} />`,
    read(data) {
      const written = String(data.get('value'));
      return { value: parse(written), title: written };
    },
  };
}

/**
 * @param {CheckQuestion} question
 * @returns {Input}
 */
function checklist({ choices }) {
  const box = (/** @type {CheckQuestion['choices'][number]} */ { value, title }) => html`
    <label class="choice"><input type="checkbox" name="value" value=${value} /><span>${title}</span></label>
  `;
  return {
    fields: html`<div class="choices">${choices.map(box)}</div>`,
    read(data) {
      const ticked = choices.filter(({ value }) => data.getAll('value').includes(value));
      const titles = ticked.map(({ title }) => title).join(', ');
      return { value: ticked.map(({ value }) => value), title: titles || words.page.check.none };
    },
  };
}

/**
 * @param {string} local a date and time in the browser's time zone
 * @returns {string} ISO 8601, whole seconds in UTC
 */
function toInstant(local) {
  return new Date(local).toISOString().replace(/\.\d+Z$/, 'Z');
}
