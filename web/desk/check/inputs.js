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
  number: (question) => field(question, 'number', Number),
  amount: (question) => field(question, 'text', toMoney),
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
function field(question, type, parse) {
  const { label } = question;
  const isMonths = question.type === 'months';
  const [min, step] = type !== 'number' ? [] : isMonths ? [0, 1] : [undefined, 'any'];
  return {
    fields: html`<input type=${type} name="value" required min=${min} step=${step} aria-label=${label} />`,
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
 * @param {string} written such as "94.00 EUR"
 * @returns {unknown} the sum; what cannot be read stays as it is, for the policy to refuse
 */
function toMoney(written) {
  const [, amount, currency] = /^\s*(\d{1,15}(?:\.\d{1,15})?)\s*([A-Za-z]{3})\s*$/.exec(written) ?? [];
  return amount !== undefined && currency !== undefined ? { amount, currency: currency.toUpperCase() } : written;
}

/**
 * @param {string} local a date and time in the browser's time zone
 * @returns {string} ISO 8601, whole seconds in UTC
 */
function toInstant(local) {
  return new Date(local).toISOString().replace(/\.\d+Z$/, 'Z');
}
