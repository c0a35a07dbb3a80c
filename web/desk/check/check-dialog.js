/** @import { Check, CheckState, Stated } from './model.js' */
import { h } from 'preact';
import { Dialog } from '../parts/dialog.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { CallerForm } from './caller-form.js';
import { decision } from './decision.js';
import { Question } from './question.js';

const text = words.check;

/**
 * The policy run for somebody on the phone: one question after the other, then the decision with its clauses.
 * @param {{ state: CheckState, check: Check, onOpen: (reference: string) => void }} props
 */
export function CheckDialog({ state, check, onOpen }) {
  const { isOpen, policies, policy, stated, answer, filed, mistake } = state;
  /** @param {{ currentTarget: HTMLSelectElement }} event */
  const choose = ({ currentTarget }) => check.choose(currentTarget.value);
  const content = html`
    <label for="check-policy">${text.shop}</label>
    <select id="check-policy" value=${policy} onChange=${choose}>
      ${policies.map(({ id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
    </select>
    <ol class="stated">${stated.map((one, index) => line(one, index, check))}</ol>
    ${!answer && html`<p class="mistake" role="alert">${mistake}</p>`}
    ${answer?.kind === 'decision' && html`<p class="mistake" role="alert">${mistake}</p>`}
    ${answer?.kind === 'decision' && decision(answer)}
    ${answer?.kind === 'undecided' && h(Question, { key: `${policy} ${answer.ask.fact}`, answer, mistake, check })}
    ${answer && h(CallerForm, { key: policy, filed, check, onOpen })}
  `;
  return h(Dialog, { id: 'check', title: text.title, isOpen, onClose: () => check.close(), content });
}

/**
 * @param {Stated} stated
 * @param {number} index
 * @param {Check} check
 */
function line({ fact, label, title }, index, check) {
  return html`
    <li key=${fact}>
      ${`${label}: ${title} `}
      <button
        type="button"
        class="link"
        aria-label=${fillIn(text.changeFact, { label })}
        onClick=${() => check.backTo(index)}
      >
        ${text.change}
      </button>
    </li>
  `;
}
