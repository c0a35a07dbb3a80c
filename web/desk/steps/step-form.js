/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { Desk } from '../model/desk.js' */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../parts/html.js';
import { submitOnCtrlEnter } from '../parts/submit.js';
import { words } from '../words/desk-words.js';

/** @import { Values } from '../model/drafts.js' */

/** @typedef {{ view: CaseView, desk: Desk, draft: FormDraft }} FormProps */

/**
 * What was begun in a form.
 * @typedef {object} FormDraft
 * @property {string} form
 * @property {Values} values
 * @property {boolean} isBack it is open again by itself, so the focus stays where it is
 */

/**
 * A form that closes when its step was taken, and stays with what was typed when it was not.
 * @param {object} props
 * @param {Desk} props.desk
 * @param {FormDraft} props.draft
 * @param {string} props.title
 * @param {string} props.submit the words of the button
 * @param {(data: FormData) => DeskRequest} props.request
 * @param {unknown} props.fields
 */
export function StepForm({ desk, draft, title, submit, request, fields }) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const [isSending, setSending] = useState(false);
  useLayoutEffect(() => {
    if (form.current) fillFields(form.current, draft.values);
    /** @type {HTMLElement | null | undefined} */
    const field = form.current?.querySelector('textarea, select, button');
    if (draft.isBack) return;
    field?.focus();
    // On a phone the form would begin below what is seen.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  async function send(event) {
    event.preventDefault();
    const step = request(new FormData(event.currentTarget));
    setSending(true);
    const isDone = await desk.take(step);
    setSending(false);
    if (isDone) discard();
  }

  function discard() {
    desk.keepDraft(draft.form, {});
    desk.closeForm();
  }

  /** @param {{ currentTarget: HTMLFormElement }} event */
  const keep = ({ currentTarget }) => desk.keepDraft(draft.form, valuesOf(currentTarget));

  return html`
    <form class="step" ref=${form} onSubmit=${send} onInput=${keep} onKeyDown=${submitOnCtrlEnter}>
      <h3>${title}</h3>
      ${fields}
      <div class="buttons">
        <button class="primary" disabled=${isSending}>${submit}</button>
        <button type="button" onClick=${discard}>${words.steps.cancel}</button>
      </div>
    </form>
  `;
}

/**
 * The value typed or chosen in a field of a form.
 * @param {FormData} data
 * @param {string} name
 */
export function textIn(data, name) {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * What stands in a form; nothing worth keeping where nothing was typed.
 * @param {HTMLFormElement} form
 * @returns {Values}
 */
function valuesOf(form) {
  const isTyped = [...form.querySelectorAll('textarea')].some(({ value }) => value.trim() !== '');
  if (!isTyped) return {};
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/**
 * @param {HTMLFormElement} form
 * @param {Values} values
 */
function fillFields(form, values) {
  for (const field of form.elements) {
    const value = 'name' in field && typeof field.name === 'string' ? values[field.name] : undefined;
    if (value === undefined) continue;
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
    else if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
  }
}
