/** @import { FormProps } from './step-form.js' */
import { h } from 'preact';
import { html } from '../parts/html.js';
import { words } from '../words/desk-words.js';
import { StepForm, textIn } from './step-form.js';

/**
 * Hands the customer back to the assistant, with a summary if there is one.
 * @param {FormProps} props
 */
export function HandBackForm({ desk, draft }) {
  const { title, field } = words.steps['hand-back'];
  return h(StepForm, {
    desk,
    draft,
    title,
    submit: title,
    fields: note(field),
    request: (data) => ({ action: 'hand-back', summary: textIn(data, 'note') || undefined }),
  });
}

/**
 * Closes the case, with a last word if there is one.
 * @param {FormProps} props
 */
export function CloseForm({ desk, draft }) {
  const { title, field } = words.steps.close;
  return h(StepForm, {
    desk,
    draft,
    title,
    submit: title,
    fields: note(field),
    request: (data) => ({ action: 'close', note: textIn(data, 'note') || undefined }),
  });
}

/** @param {string} label */
function note(label) {
  return html`
    <label for="note">${label}</label>
    <textarea name="note" id="note" rows="2" maxlength="500" />
  `;
}
