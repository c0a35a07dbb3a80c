// What the desk shows, and how one thing follows from another.
/** @import { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { Colleague } from '../../../src/desk/standing/standing.ts' */
/** @import { Handed } from '../hands/handed.js' */
/** @import { CaseCounts } from '../../../src/desk/finding/case-page.ts' */
/** @import { SavedView } from '../../../src/desk/finding/views.ts' */
/** @import { Outcome } from './bulk.js' */
/** @import { Filters } from './filters.js' */
/** @import { Refusal } from './refusal.js' */
/** @import { Viewer } from '../../../src/desk/screen/viewers.ts' */
/** @import { Choices } from '../../../src/desk/screen/screen.ts' */
/** @import { DraftsByPlace } from './drafts.js' */
/** @import { StepWithForm } from './steps.js' */
/** @import { Read } from './unread.js' */
import { placeOf } from './drafts.js';
import { openCases } from './filters.js';
import { rulingsOf } from './rulings.js';
import { hasForm, stepsOf } from './steps.js';

/** @typedef {'queue' | 'chat' | 'case'} Pane */

/**
 * @typedef {object} DeskState
 * @property {CaseSummary[]} cases those that were looked for
 * @property {CaseSummary[]} watched the most pressing open ones, whatever is looked for
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
 * @property {boolean} isFormBack the form was begun before and is open again with what stands in it
 * @property {Colleague[]} colleagues who works at the desk, oneself included
 * @property {Handed[]} handed cases that changed hands without one's own doing
 * @property {CaseSummary[]} news the urgent cases that came last
 * @property {Read} [read] what is unread, once it is known
 * @property {Viewer[]} viewers colleagues who have a case open
 * @property {Choices} choices how this agent wants to hear of news
 * @property {DraftsByPlace} drafts what was begun
 * @property {boolean} isSending an answer is under way
 * @property {Pane} pane the part that is seen on a phone
 * @property {Refusal} [trouble] what was not done, until somebody has read it
 * @property {Refusal} [failure] the reason why nothing could be read just now
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
    watched: [],
    undelivered: 0,
    filters: openCases,
    search: '',
    colleagues: [],
    handed: [],
    pages: 1,
    hasMore: false,
    views: [],
    picked: new Set(),
    outcomes: [],
    news: [],
    viewers: [],
    choices: { sound: false, notifications: false },
    isFormBack: false,
    drafts: {},
    isSending: false,
    pane: 'queue',
    isOffline: false,
    now,
  };
}

/**
 * A case is opened: it is not known yet.
 * @param {string} reference
 * @returns {Partial<DeskState>}
 */
export function opened(reference) {
  return { selected: reference, view: undefined, missing: undefined, form: undefined, pane: 'chat' };
}

/**
 * No case is open any more.
 * @param {string} [missing] the case that was to be opened and does not exist
 * @returns {Partial<DeskState>}
 */
export function left(missing) {
  return {
    selected: undefined,
    view: undefined,
    missing,
    form: undefined,
    pane: missing === undefined ? 'queue' : 'chat',
  };
}

/**
 * The open case as it is now. A form that was begun is open again when the case is; an open one goes when somebody has
 * taken a step.
 * @param {DeskState} state
 * @param {CaseView} view
 * @param {{ id: string, isLead: boolean }} me
 * @returns {Partial<DeskState>}
 */
export function seen({ view: before, form, drafts }, view, me) {
  if (!before && !form) {
    const begun = begunForm(drafts, view, me);
    return { view, form: begun, isFormBack: begun !== undefined };
  }
  const isUnchanged =
    before !== undefined &&
    view.state === before.state &&
    view.agent?.id === before.agent?.id &&
    rulingsOf(view) === rulingsOf(before);
  return { view, form: isUnchanged ? form : undefined };
}

/**
 * @param {DraftsByPlace} drafts
 * @param {CaseView} view
 * @param {{ id: string, isLead: boolean }} me
 */
function begunForm(drafts, view, me) {
  return stepsOf(view, me)
    .filter(hasForm)
    .find((step) => isBegun(drafts[placeOf(view.reference, step)]));
}

/** @param {Readonly<Record<string, string>>} [values] */
function isBegun(values = {}) {
  return Object.values(values).some((value) => value !== '');
}
