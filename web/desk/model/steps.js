// What somebody can do with a case, by its state.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */

/** @import { StepId as Step } from '../../../src/desk/case/steps.ts' */

/** @typedef {Exclude<Step, 'claim' | 'release' | 'reopen'>} StepWithForm */

/** @type {ReadonlySet<Step>} */
const withForm = new Set(['approve', 'uphold', 'withdraw', 'ask', 'hand-back', 'assign', 'take-over', 'close']);
/** Of a case that a colleague has. */
const byAnybody = new Set(['take-over']);
const byLead = new Set(['take-over', 'assign', 'release']);

/**
 * True if a form asks for more before the step is taken.
 * @param {Step} step
 * @returns {step is StepWithForm}
 */
export function hasForm(step) {
  return withForm.has(step);
}

/**
 * The steps that this agent can take, in the order of their buttons: those of the case's state; of a colleague's case it
 * can be taken over, and whoever leads the others can give it away or back.
 * @param {Pick<CaseView, 'state' | 'agent' | 'steps'>} view
 * @param {{ id: string, isLead: boolean }} me
 * @returns {Step[]}
 */
export function stepsOf({ state, agent, steps }, { id, isLead }) {
  if (state !== 'claimed' || !agent || agent.id === id) return steps.filter((step) => step !== 'take-over');
  const allowed = isLead ? byLead : byAnybody;
  return steps.filter((step) => allowed.has(step)).toReversed();
}
