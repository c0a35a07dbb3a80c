// The forms of steps by which a case changes hands, or a ruling is withdrawn.
/** @import { FormProps } from '../steps/step-form.js' */
import { h } from 'preact';
import { page } from '../page.js';
import { html } from '../parts/html.js';
import { StepForm, textIn } from '../steps/step-form.js';
import { fillIn, words } from '../words/desk-words.js';
import { presenceWords } from './presence-words.js';

/**
 * Asks before a case is taken from the colleague who has it, by name.
 * @param {FormProps} props
 */
export function TakeOverForm({ view, desk, draft }) {
  const { label, title, about } = words.steps['take-over'];
  const agent = view.agent?.name ?? words.case.somebody;
  return h(StepForm, {
    desk,
    draft,
    title: fillIn(title, { agent }),
    submit: label,
    fields: html`<p>${fillIn(about, { agent })}</p>`,
    request: () => ({ action: /** @type {const} */ ('take-over'), from: view.agent?.id }),
  });
}

/**
 * Gives the case to one of the colleagues.
 * @param {FormProps} props
 */
export function AssignForm({ view, desk, draft }) {
  const { title, label, field } = words.steps.assign;
  const holder = view.state === 'claimed' ? view.agent?.id : undefined;
  const { id: myId, name: myName } = page.agent;
  const others = desk.state.colleagues.filter(({ id }) => id !== holder && id !== myId);
  const me = holder === myId ? [] : [{ id: myId, name: myName }];
  const fields = html`
    <label for="colleague">${field}</label>
    <select name="colleague" id="colleague" required>
      ${me.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      ${others.map((one) => html`<option value=${one.id}>${`${one.name} (${presenceWords(one)})`}</option>`)}
    </select>
  `;
  return h(StepForm, {
    desk,
    draft,
    title,
    submit: label,
    fields,
    request(data) {
      const id = textIn(data, 'colleague');
      const name = [...me, ...others].find((one) => one.id === id)?.name ?? id;
      return { action: 'assign', to: { id, name } };
    },
  });
}

/**
 * Takes the ruling back, with the reason that the customer reads.
 * @param {FormProps} props
 */
export function WithdrawForm({ desk, draft }) {
  const { title, label, field } = words.steps.withdraw;
  const fields = html`
    <label for="note">${field}</label>
    <textarea name="note" id="note" rows="3" maxlength="500" required />
  `;
  return h(StepForm, {
    desk,
    draft,
    title,
    submit: label,
    fields,
    request: (data) => ({ action: 'withdraw', note: textIn(data, 'note') }),
  });
}
