// What the desk shows, and how one thing follows from another.
/** @import { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { CaseCounts } from '../../../src/desk/finding/case-page.ts' */
/** @import { SavedView } from '../../../src/desk/finding/views.ts' */
/** @import { Outcome } from './bulk.js' */
/** @import { Filters } from './filters.js' */
/** @import { Refusal } from './refusal.js' */
/** @import { StepWithForm } from './steps.js' */
import { openCases } from './filters.js';

/** @typedef {'queue' | 'chat' | 'case'} Pane */

/**
 * @typedef {object} DeskState
 * @property {CaseSummary[]} cases
 * @property {number} undelivered messages to customers and desks that were given up
 * @property {Filters} filters
 * @property {string} search
 * @property {number} pages how many pages of the cases are shown
 * @property {boolean} hasMore true if there are more
 * @property {CaseCounts} [counts] the open cases, by what can be filtered
 * @property {SavedView[]} views
 * @property {ReadonlySet<string>} picked the cases that a step is to be taken with at once
 * @property {Outcome[]} outcomes what became of them
 * @property {string} [selected] the case that is open
 * @property {CaseView} [view] what is known of it, once it is read
 * @property {string} [missing] the case that was to be opened and does not exist
 * @property {StepWithForm} [form] the step whose form is open
 * @property {CaseSummary[]} news the urgent cases that came last
 * @property {ReadonlySet<string>} unread the cases whose customers have written since they were looked at
 * @property {Readonly<Record<string, string>>} drafts answers that were begun, by case
 * @property {boolean} isSending an answer is under way
 * @property {Pane} pane the part that is seen on a phone
 * @property {Refusal} [trouble] what was not done
 * @property {boolean} isOffline the server cannot be reached; the desk tries again by itself
 * @property {number} now milliseconds since 1970
 */

/**
 * A desk at which nothing is open.
 * @param {number} now milliseconds since 1970
 * @returns {DeskState}
 */
export function emptyDesk(now) {
  return {
    cases: [],
    undelivered: 0,
    filters: openCases,
    search: '',
    pages: 1,
    hasMore: false,
    views: [],
    picked: new Set(),
    outcomes: [],
    news: [],
    unread: new Set(),
    drafts: {},
    isSending: false,
    pane: 'queue',
    isOffline: false,
    now,
  };
}

/**
 * A case is opened: it is not known yet, and counts as looked at.
 * @param {DeskState} state
 * @param {string} reference
 * @returns {Partial<DeskState>}
 */
export function opened({ unread }, reference) {
  const others = [...unread].filter((one) => one !== reference);
  return {
    selected: reference,
    view: undefined,
    missing: undefined,
    form: undefined,
    unread: new Set(others),
    pane: 'chat',
  };
}

/**
 * No case is open any more.
 * @param {string} [missing] the case that was to be opened and does not exist
 * @returns {Partial<DeskState>}
 */
export function left(missing) {
  return { selected: undefined, view: undefined, missing, form: undefined, pane: 'queue' };
}

/**
 * The open case as it is now; an open form goes when somebody has taken a step.
 * @param {DeskState} state
 * @param {CaseView} view
 * @returns {Partial<DeskState>}
 */
export function seen({ view: before, form }, view) {
  const isUnchanged = view.state === before?.state && view.agent?.id === before?.agent?.id;
  return { view, form: isUnchanged ? form : undefined };
}

/**
 * A customer has written; that is news unless the case is open.
 * @param {DeskState} state
 * @param {string} reference
 * @returns {Partial<DeskState>}
 */
export function written({ selected, unread }, reference) {
  return reference === selected ? {} : { unread: new Set(unread).add(reference) };
}

/**
 * The answer that was begun in a case.
 * @param {DeskState} state
 * @param {string} reference
 * @param {string} text
 * @returns {Partial<DeskState>}
 */
export function drafted({ drafts }, reference, text) {
  return { drafts: { ...drafts, [reference]: text } };
}
