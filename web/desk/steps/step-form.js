/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { Desk } from '../model/desk.js' */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../parts/html.js';
import { submitOnCtrlEnter } from '../parts/submit.js';
import { words } from '../words/desk-words.js';

/** @typedef {{ view: CaseView, desk: Desk }} FormProps */

/**
 * A form that closes when its step was taken, and stays with what was typed when it was not.
 * @param {object} props
 * @param {Desk} props.desk
 * @param {string} props.title
 * @param {string} props.submit the words of the button
 * @param {(data: FormData) => DeskRequest} props.request
 * @param {unknown} props.fields
 */
export function StepForm({ desk, title, submit, request, fields }) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const [isSending, setSending] = useState(false);
  useLayoutEffect(() => {
    /** @type {HTMLElement | null | undefined} */
    const field = form.current?.querySelector('textarea, select, button');
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
    if (isDone) desk.closeForm();
  }

  return html`
    <form class="step" ref=${form} onSubmit=${send} onKeyDown=${submitOnCtrlEnter}>
      <h3>${title}</h3>
      ${fields}
      <div class="buttons">
        <button class="primary" disabled=${isSending}>${submit}</button>
        <button type="button" onClick=${() => desk.closeForm()}>${words.steps.cancel}</button>
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
