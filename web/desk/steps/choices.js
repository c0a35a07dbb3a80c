// What the forms of steps offer, by the case.
/** @import { CaseView } from '../../../src/desk/case/case-view.ts' */

/**
 * `isException`: the policy itself does not give it, and its words do not say so.
 * @typedef {{ value: string, kind: 'grant' | 'exception' | 'uphold', isException: boolean }} RulingChoice
 */

/**
 * The rulings to choose from: each grant, something else as an exception, and no grant.
 * @param {Pick<CaseView, 'grants' | 'decision' | 'outcomes'>} view
 * @returns {RulingChoice[]}
 */
export function rulingChoices({ grants, decision, outcomes }) {
  const own = decidedOf({ decision, outcomes });
  return [
    ...grants.map((value) => ({
      value,
      kind: /** @type {const} */ ('grant'),
      isException: own !== undefined && own !== value,
    })),
    { value: 'exception', kind: 'exception', isException: false },
    { value: 'uphold', kind: 'uphold', isException: false },
  ];
}

/**
 * The choice that is ticked at first: to approve what the policy gives, else the first grant.
 * @param {'approve' | 'uphold'} step
 * @param {Pick<CaseView, 'grants' | 'decision'>} view
 */
export function firstChoice(step, { grants, decision }) {
  if (step === 'uphold') return 'uphold';
  return grants.find((one) => one === decision?.resolution) ?? grants[0] ?? 'exception';
}

/**
 * The policy's own decision; nothing where it leaves that to people.
 * @param {Pick<CaseView, 'decision' | 'outcomes'>} view
 */
export function decidedOf({ decision, outcomes = {} }) {
  const own = decision?.resolution ?? '';
  return own === '' || own === 'human-review' || outcomes[own]?.kind === 'person' ? undefined : own;
}

/**
 * Clauses for canned wording: those of the decision, and all others.
 * @param {Pick<CaseView, 'clauses' | 'decision'>} view
 */
export function cannedClauses({ clauses, decision }) {
  const own = [...(decision?.clauses ?? []), ...(decision?.terms ?? [])];
  return { own, others: clauses.filter(({ id }) => !own.some((one) => one.id === id)) };
}

/**
 * The questions that can be put to the customer: first those that would decide, then the unanswered, then the answered.
 * @param {Pick<CaseView, 'questions' | 'facts' | 'unknown'>} view
 */
export function questionGroups({ questions, facts, unknown }) {
  const known = new Set(facts.map(({ fact }) => fact));
  const turnsOn = new Set(unknown.map(({ fact }) => fact));
  return {
    deciding: questions.filter(({ fact }) => turnsOn.has(fact)),
    unanswered: questions.filter(({ fact }) => !turnsOn.has(fact) && !known.has(fact)),
    answered: questions.filter(({ fact }) => !turnsOn.has(fact) && known.has(fact)),
  };
}
