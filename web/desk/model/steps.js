// What somebody can do with a case, by its state.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */

/** @typedef {'claim' | 'approve' | 'uphold' | 'ask' | 'hand-back' | 'release' | 'close'} Step */
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
 * The steps that this agent can take, in the order of their buttons.
 * @param {Pick<CaseView, 'state' | 'agent'>} view
 * @param {string} me the agent's id
 * @returns {Step[]}
 */
export function stepsOf({ state, agent }, me) {
  switch (state) {
    case 'waiting':
      return ['claim', 'approve', 'uphold', 'close'];
    case 'handed-back':
      return ['claim'];
    case 'ruled':
      return ['close'];
    case 'closed':
      return [];
    case 'claimed':
      return agent && agent.id !== me ? [] : ['approve', 'uphold', 'ask', 'hand-back', 'release', 'close'];
  }
}
