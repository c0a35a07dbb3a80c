/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { FormProps } from './step-form.js' */
import { h } from 'preact';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { questionGroups } from './choices.js';
import { StepForm, textIn } from './step-form.js';

const { title, field, label } = words.steps.ask;

/**
 * Puts a question of the policy to the customer.
 * @param {FormProps} props
 */
export function AskForm({ view, desk, draft }) {
  const groups = questionGroups(view);
  const { deciding, unanswered, answered } = words.page.step;
  const fields = html`
    <label for="fact">${field}</label>
    <select name="fact" id="fact">
      ${group(deciding, groups.deciding)} ${group(unanswered, groups.unanswered)} ${group(answered, groups.answered)}
    </select>
  `;
  return h(StepForm, {
    desk,
    draft,
    title,
    submit: label,
    fields,
    request: (data) => ({ action: 'ask', fact: textIn(data, 'fact') }),
  });
}

/**
 * @param {string} title
 * @param {CaseView['questions']} questions
 */
function group(title, questions) {
  if (questions.length === 0) return undefined;
  return html`
    <optgroup label=${title}>
      ${questions.map(({ fact, label, question }) => html`<option value=${fact}>${`${label}: ${question}`}</option>`)}
    </optgroup>
  `;
}
