/** @import { Check } from './model.js' */
import { html } from '../parts/html.js';
import { textIn } from '../steps/step-form.js';
import { fillIn, words } from '../words/desk-words.js';

const text = words.check;

/**
 * Files the case of somebody on the phone, however far the policy has got.
 * @param {{ filed: string | undefined, check: Check, onOpen: (reference: string) => void }} props
 */
export function CallerForm({ filed, check, onOpen }) {
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function file(event) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    check.file({ orderNumber: textIn(data, 'order'), email: textIn(data, 'email'), story: textIn(data, 'story') });
  }
  function open() {
    check.close();
    if (filed !== undefined) onOpen(filed);
  }
  if (filed !== undefined) {
    return html`
      <p role="status">${fillIn(words.page.check.filed, { reference: filed })}</p>
      <div class="buttons"><button type="button" class="primary" onClick=${open}>${words.page.check.open}</button></div>
    `;
  }
  return html`
    <details class="caller">
      <summary>${words.page.check.file}</summary>
      <form onSubmit=${file}>
        <label for="caller-order">${text.orderNumber}</label>
        <input id="caller-order" name="order" maxlength="60" autocomplete="off" />
        <label for="caller-email">${text.email}</label>
        <input id="caller-email" name="email" type="email" maxlength="120" autocomplete="off" />
        <label for="caller-story">${text.story}</label>
        <textarea id="caller-story" name="story" rows="3" maxlength="1000" />
        <div class="buttons"><button class="primary">${text.file}</button></div>
      </form>
    </details>
  `;
}
