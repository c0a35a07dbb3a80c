// The buttons of the steps that the case allows, or the form of one of them.
/** @import { ComponentType } from 'preact' */
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
/** @import { StepId as Step } from '../../../src/desk/case/steps.ts' */
/** @import { StepWithForm } from '../model/steps.js' */
/** @import { FormProps } from './step-form.js' */
import { h } from 'preact';
import { AssignForm, TakeOverForm, WithdrawForm } from '../hands/hand-forms.js';
import { nameAndAbsence } from '../hands/presence-words.js';
import { placeOf } from '../model/drafts.js';
import { hasForm, stepsOf } from '../model/steps.js';
import { page } from '../page.js';
import { html } from '../parts/html.js';
import { fillIn, words } from '../words/desk-words.js';
import { AskForm } from './ask-form.js';
import { CloseForm, HandBackForm } from './note-forms.js';
import { ApproveForm, UpholdForm } from './ruling-form.js';

/** @type {Record<StepWithForm, ComponentType<FormProps>>} */
const forms = {
  approve: ApproveForm,
  uphold: UpholdForm,
  ask: AskForm,
  withdraw: WithdrawForm,
  assign: AssignForm,
  'take-over': TakeOverForm,
  'hand-back': HandBackForm,
  close: CloseForm,
};

/**
 * @param {CaseView} view
 * @param {DeskState} state
 * @param {Desk} desk
 * @param {string} me
 */
export function steps(view, { form, isFormBack, drafts }, desk, me) {
  if (form) {
    const place = placeOf(view.reference, form);
    return h(forms[form], { key: place, view, desk, draft: { form, values: drafts[place] ?? {}, isBack: isFormBack } });
  }
  const allowed = stepsOf(view, { id: me, isLead: page.role !== 'agent' });
  const { state, agent } = view;
  const isOthers = state === 'claimed' && agent !== undefined && agent.id !== me;
  return [
    isOthers && html`<p class="quiet">${takenBy(nameAndAbsence(agent, desk.state.colleagues))}</p>`,
    html`<div key=${`${state} ${agent?.id}`} class="buttons">${allowed.map((step) => button(step, desk))}</div>`,
  ];
}

/** @param {string} agent */
function takenBy(agent) {
  return fillIn(words.refusals.taken, { agent, case: words.refusals.thisCase });
}

/**
 * @param {Step} step
 * @param {Desk} desk
 */
function button(step, desk) {
  const { label } = words.steps[step];
  return html`
    <button
      key=${step}
      type="button"
      data-does=${step}
      class=${step === 'claim' ? 'primary' : undefined}
      onClick=${() => begin(step, desk)}
    >
      ${hasForm(step) ? `${label}…` : label}
    </button>
  `;
}

/**
 * Takes a step, or opens its form.
 * @param {Step} step
 * @param {Desk} desk
 */
export function begin(step, desk) {
  if (hasForm(step)) desk.openForm(step);
  else desk.take({ action: step });
}
