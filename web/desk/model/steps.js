// What somebody can do with a case, by its state.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */

/** @import { StepId as Step } from '../../../src/desk/case/steps.ts' */

/** @typedef {Exclude<Step, 'claim' | 'release'>} StepWithForm */

/** @type {ReadonlySet<Step>} */
const withForm = new Set(['approve', 'uphold', 'ask', 'hand-back', 'close']);

/**
 * True if a form asks for more before the step is taken.
 * @param {Step} step
 * @returns {step is StepWithForm}
 */
export function hasForm(step) {
  return withForm.has(step);
}

/**
 * The steps that this agent can take, in the order of their buttons: those of the case's state, unless a colleague has
 * it. @param {Pick<CaseView, 'state' | 'agent' | 'steps'>} view @param {string} me the agent's id @returns {Step[]}
 */
export function stepsOf({ state, agent, steps }, me) {
  return state === 'claimed' && agent && agent.id !== me ? [] : steps;
}
