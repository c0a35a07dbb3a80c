/** @import { ClauseView } from '../../../src/desk/case/clause-view.ts' */
/** @import { RulingChoice } from './choices.js' */
/** @import { FormProps } from './step-form.js' */
import { h } from 'preact';
import { useRef } from 'preact/hooks';
import { rulingsOf } from '../model/rulings.js';
import { html } from '../parts/html.js';
import { fillIn, resolutionWords, words } from '../words/desk-words.js';
import { cannedClauses, decidedOf, firstChoice, rulingChoices } from './choices.js';
import { StepForm, textIn } from './step-form.js';

const text = words.page.step;

/** @param {FormProps} props */
export const ApproveForm = (props) => h(RulingForm, { ...props, step: 'approve' });

/** @param {FormProps} props */
export const UpholdForm = (props) => h(RulingForm, { ...props, step: 'uphold' });

/**
 * Rules on the case, for or against what the policy says.
 * @param {FormProps & { step: 'approve' | 'uphold' }} props
 */
function RulingForm({ view, desk, draft, step }) {
  const reason = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const first = firstChoice(step, view);
  const own = decidedOf(view);
  const { own: clauses, others } = cannedClauses(view);
  /** @param {ClauseView} clause */
  const canned = ({ title, text: wording }) => html`
    <button type="button" class="canned" title=${wording} onClick=${() => insert(reason.current, wording)}>
      ${title}
    </button>
  `;
  const fields = html`
    <fieldset>
      <legend>${text.what}</legend>
      ${rulingChoices(view).map((choice) => radio(choice, { isFirst: choice.value === first, label: labelOf(choice, own, view.outcomes) }))}
    </fieldset>
    <label for="reason">${text.reason}</label>
    <textarea name="reason" id="reason" rows="3" maxlength="500" required ref=${reason} />
    <div class="canned-list">
      ${clauses.length > 0 && html`<p class="quiet">${text.clauses}:</p>`} ${clauses.map(canned)}
      <details>
        <summary>${clauses.length > 0 ? text.otherClauses : text.clauses}</summary>
        ${others.map(canned)}
      </details>
    </div>
  `;
  const again = view.state === 'ruled' ? rulingsOf(view) || true : undefined;
  const title = again ? text.correct : text.rule;
  return h(StepForm, {
    desk,
    draft,
    title,
    submit: text.send,
    fields,
    request: (data) => ({ ...request(data), again }),
  });
}

/** @param {FormData} data */
function request(data) {
  const what = textIn(data, 'what');
  const reason = textIn(data, 'reason');
  const action = /** @type {const} */ ('rule');
  return what === 'uphold'
    ? { action, ruling: /** @type {const} */ ('uphold'), reason }
    : { action, ruling: /** @type {const} */ ('approve'), resolution: what, reason };
}

/**
 * @param {RulingChoice} choice
 * @param {string | undefined} own what the policy decides by itself
 * @param {FormProps['view']['outcomes']} outcomes
 */
function labelOf({ kind, value }, own, outcomes) {
  if (kind !== 'uphold') return fillIn(text.approve, { resolution: resolutionWords(value, outcomes) });
  return own === undefined ? text.notGranted : fillIn(text.uphold, { resolution: resolutionWords(own, outcomes) });
}

/**
 * @param {RulingChoice} choice
 * @param {{ isFirst: boolean, label: string }} shown
 */
function radio({ value, isException }, { isFirst, label }) {
  return html`
    <label class="choice">
      <input type="radio" name="what" value=${value} defaultChecked=${isFirst} />
      <span>${label}${isException && html`<span class="badge badge-exception">${words.page.case.exception}</span>`}</span>
    </label>
  `;
}

/**
 * Adds the words of a clause to what is written already.
 * @param {HTMLTextAreaElement | null} field
 * @param {string} wording
 */
function insert(field, wording) {
  if (!field) return;
  const before = field.value.trim();
  field.value = (before ? `${before} ${wording}` : wording).slice(0, field.maxLength);
  field.focus();
  // As if it had been typed, so that it is kept.
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
