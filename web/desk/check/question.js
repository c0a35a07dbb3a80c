/** @import { PolicyCheck } from '../../../src/desk/check/policy-check.ts' */
/** @import { Check } from './model.js' */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { inputs } from './inputs.js';

const text = words.check;

/**
 * The question that the policy asks next; the focus is where it is answered.
 * @param {{ answer: Extract<PolicyCheck, { kind: 'undecided' }>, mistake: string, check: Check }} props
 */
export function Question({ answer: { ask, atMost }, mistake, check }) {
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  useLayoutEffect(() => {
    /** @type {HTMLElement | null | undefined} */
    const first = form.current?.querySelector('input, button');
    first?.focus();
  }, [ask.fact, mistake]);
  const { fields, read } = inputs[ask.type](ask, (value, title) => check.answer(ask, value, title));

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function send(event) {
    event.preventDefault();
    const stated = read?.(new FormData(event.currentTarget));
    if (stated) check.answer(ask, stated.value, stated.title);
  }

  return html`
    <form ref=${form} onSubmit=${send}>
      <p class="question">
        ${ask.question}<span class="quiet"> (${fillIn(text.atMost, { count: atMost })})</span>
      </p>
      ${ask.help && html`<p class="quiet">${ask.help}</p>`}
      <p class="mistake" role="alert">${mistake}</p>
      ${fields}
      <div class="buttons">
        ${read && html`<button class="primary">${text.next}</button>`}
        ${
          ask.allowsUnknown &&
          html`
            <button type="button" onClick=${() => check.answer(ask, 'unknown', words.page.check.notKnown)}>
              ${text.notKnown}
            </button>
          `
        }
      </div>
    </form>
  `;
}
