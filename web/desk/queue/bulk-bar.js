// What can be done with several cases at once.
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { tomorrowMorning } from '../model/bulk.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { MergePicked } from './merge-picked.js';

const { bulk, selected: text } = words.finding;

/** @param {{ state: DeskState, desk: Desk }} props */
export function BulkBar({ state: { picked, outcomes, cases, now, isSending }, desk }) {
  const count = picked.size;
  const tagsOf = (/** @type {string} */ reference) => cases.find((one) => one.reference === reference)?.tags ?? [];
  const each = (/** @type {(reference: string) => DeskRequest} */ requestFor) => desk.takeWithPicked(requestFor);
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function addTag(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const tag = new FormData(form).get('bulk-tag');
    if (typeof tag !== 'string' || tag.trim() === '') return;
    each((reference) => ({ action: 'tag', tags: [...tagsOf(reference), tag.trim()] }));
    form.reset();
  }
  const [isSure, setSure] = useState(false);
  const sure = count === 1 ? bulk.confirmCloseOne : fillIn(bulk.confirmClose, { count });
  /** Customers hear of it, so it takes two presses. */
  function close() {
    setSure(!isSure);
    if (isSure) each(() => ({ action: 'close' }));
  }
  return html`
    ${
      count > 0 &&
      html`<div class="bulk" role="group" aria-label=${text.label}>
        <p>${fillIn(text.count, { count })}</p>
        <button type="button" disabled=${isSending} onClick=${() => each(() => ({ action: 'claim' }))}>${bulk.claim}</button>
        <button
          type="button"
          disabled=${isSending}
          onClick=${() => each(() => ({ action: 'snooze', until: tomorrowMorning(now) }))}
        >
          ${bulk.snooze}
        </button>
        <button type="button" disabled=${isSending} onClick=${close}>
          ${isSure ? sure : bulk.close}
        </button>
        ${h(MergePicked, { picked: [...picked], isSending, desk })}
        <form class="bulk-tag" onSubmit=${addTag}>
          <label class="unseen" for="bulk-tag">${bulk.tagName}</label>
          <input id="bulk-tag" name="bulk-tag" maxlength="40" placeholder=${bulk.tagName} autocomplete="off" />
          <button disabled=${isSending}>${bulk.tag}</button>
        </form>
        <button type="button" class="link" onClick=${() => desk.pickNone()}>${text.none}</button>
      </div>`
    }
    <div class="outcomes" role="status" aria-label=${bulk.results}>
      ${
        outcomes.length > 0 &&
        html`<ul>
            ${outcomes.map(
              ({ reference, refusal }) =>
                html`<li class=${refusal === undefined ? '' : 'mistake'}>
                  ${refusal === undefined ? fillIn(bulk.done, { reference }) : fillIn(bulk.refused, { reference, reason: refusal })}
                </li>`,
            )}
          </ul>
          <button type="button" class="link" onClick=${() => desk.dismissOutcomes()}>${words.page.close}</button>`
      }
    </div>
  `;
}
