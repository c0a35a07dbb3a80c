// The buttons of the steps that the case allows, or the form of one of them.
/** @import { ComponentType } from 'preact' */
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Desk } from '../model/desk.js' */
/** @import { DeskState } from '../model/state.js' */
/** @import { StepId as Step } from '../../../src/desk/case/steps.ts' */
/** @import { StepWithForm } from '../model/steps.js' */
/** @import { FormProps } from './step-form.js' */
import { h } from 'preact';
import { placeOf } from '../model/drafts.js';
import { hasForm, stepsOf } from '../model/steps.js';
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
  const allowed = stepsOf(view, me);
  if (allowed.length > 0) {
    return html`<div key=${view.state} class="buttons">${allowed.map((step) => button(step, desk))}</div>`;
  }
  if (view.state !== 'claimed' || !view.agent) return undefined;
  const taken = fillIn(words.refusals.taken, { agent: view.agent.name, case: words.refusals.thisCase });
  return html`<p class="quiet">${taken}</p>`;
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
  else if (step === 'claim' || step === 'release') desk.take({ action: step });
}
