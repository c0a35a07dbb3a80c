// What the desk shows and what it does, without a word on how it looks. It reads everything anew on every change.
/** @import { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { Api, Change } from './api.js' */
/** @import { Refusal } from './refusal.js' */
/** @import { StepWithForm } from './steps.js' */
import { countsOf } from './counts.js';
import { refusalOf } from './refusal.js';

/** @typedef {'queue' | 'chat' | 'case'} Pane */
/** @typedef {'open' | 'all'} Filter */

/**
 * @typedef {object} DeskState
 * @property {CaseSummary[]} cases
 * @property {Filter} filter
 * @property {string} search
 * @property {string} [selected] the case that is open
 * @property {CaseView} [view] what is known of it, once it is read
 * @property {string} [missing] the case that was to be opened and does not exist
 * @property {StepWithForm} [form] the step whose form is open
 * @property {CaseSummary[]} news the urgent cases that came last
 * @property {ReadonlySet<string>} unread the cases whose customers have written since they were looked at
 * @property {Readonly<Record<string, string>>} drafts answers that were begun, by case
 * @property {boolean} isSending an answer is under way
 * @property {Pane} pane the part that is seen on a phone
 * @property {Refusal} [trouble] what did not work
 * @property {number} now milliseconds since 1970
 */

const typingMs = 3_000;

/**
 * Where the focus goes when what had it is gone or done with.
 * @typedef {object} Focus
 * @property {() => void} title the head of the open case
 * @property {() => void} answer
 * @property {() => void} steps
 * @property {() => boolean} isLost true if nothing has it
 */

/**
 * The desk of one agent. Every change is shown at once, before the focus moves.
 * @param {object} deps
 * @param {Pick<Api, 'queue' | 'case' | 'step' | 'showTyping'>} deps.api
 * @param {(state: DeskState) => void} deps.show
 * @param {(reference: string | undefined) => void} deps.showInAddress
 * @param {Focus} deps.focus
 * @param {() => number} [deps.clock] milliseconds since 1970
 */
export function createDesk({ api, show, showInAddress, focus, clock = Date.now }) {
  /** @type {DeskState} */
  let state = {
    cases: [],
    filter: 'open',
    search: '',
    news: [],
    unread: new Set(),
    drafts: {},
    isSending: false,
    pane: 'queue',
    now: clock(),
  };
  /** The urgent cases that were in the news. */
  const announced = new Set();
  let isLoading = false;
  let isStale = false;
  let typedAt = 0;

  /** @param {Partial<DeskState>} change */
  function update(change) {
    state = { ...state, ...change, now: clock() };
    show(state);
  }

  /** Reads everything anew; calls that come meanwhile make it read once more. */
  async function refresh() {
    if (isLoading) {
      isStale = true;
      return;
    }
    isLoading = true;
    try {
      do {
        isStale = false;
        await readAll();
      } while (isStale);
    } catch (error) {
      update({ trouble: refusalOf(error) });
    } finally {
      isLoading = false;
    }
  }

  async function readAll() {
    const { selected, filter } = state;
    const [cases, view] = await Promise.all([
      api.queue(filter),
      selected === undefined ? undefined : api.case(selected),
    ]);
    const isStillOpen = selected !== undefined && selected === state.selected;
    if (isStillOpen && view === undefined) leave(selected);
    update({ cases, trouble: undefined, ...newsOf(cases), ...(isStillOpen && view && shown(view)) });
  }

  /**
   * What is to be announced, once each.
   * @param {CaseSummary[]} cases
   */
  function newsOf(cases) {
    const news = countsOf(cases).urgent.filter(({ reference }) => !announced.has(reference));
    for (const { reference } of news) announced.add(reference);
    return news.length > 0 ? { news } : {};
  }

  /**
   * The open case as it is now; an open form goes when somebody has taken a step.
   * @param {CaseView} view
   */
  function shown(view) {
    const isUnchanged = view.state === state.view?.state && view.agent?.id === state.view?.agent?.id;
    return { view, form: isUnchanged ? state.form : undefined };
  }

  /** @param {string} reference */
  async function open(reference) {
    const unread = new Set(state.unread);
    unread.delete(reference);
    showInAddress(reference);
    update({ selected: reference, view: undefined, missing: undefined, form: undefined, unread, pane: 'chat' });
    await refresh();
    focus.title();
  }

  /** @param {string} [missing] the case that was to be opened and does not exist */
  function leave(missing) {
    showInAddress(undefined);
    update({ selected: undefined, view: undefined, missing, form: undefined, pane: 'queue' });
  }

  /**
   * Takes a step with the open case; true if it was done.
   * @param {DeskRequest} request
   */
  async function take(request) {
    const { selected } = state;
    if (selected === undefined) return false;
    try {
      const view = await api.step(selected, request);
      if (selected === state.selected) update(shown(view));
      // At once, before somebody has gone on to another field.
      if (request.action === 'claim') focus.answer();
      else if (focus.isLost()) focus.title();
      await refresh();
      return true;
    } catch (error) {
      const trouble = refusalOf(error);
      await refresh();
      update({ trouble });
      return false;
    }
  }

  /** True if a form was open. */
  function closeForm() {
    if (state.form === undefined) return false;
    update({ form: undefined });
    focus.steps();
    return true;
  }

  return {
    initial: state,
    refresh,
    open,
    leave: () => leave(),
    take,
    closeForm,

    /** @param {StepWithForm} form */
    openForm: (form) => update({ form }),

    /**
     * Opens the case that the address names, or leaves the open one.
     * @param {string | undefined} reference
     */
    async follow(reference) {
      if (reference === state.selected) return;
      if (reference === undefined) leave();
      else await open(reference);
    },

    /** @param {Pane} pane */
    showPane: (pane) => (pane === 'queue' ? leave() : update({ pane })),

    /** @param {string} search */
    search: (search) => update({ search }),

    /** @param {Filter} filter */
    async filter(filter) {
      update({ filter });
      await refresh();
    },

    /**
     * Keeps the answer as it is typed. The customer sees that somebody writes; told again while that goes on.
     * @param {string} text
     */
    write(text) {
      const { selected, drafts } = state;
      if (selected === undefined) return;
      update({ drafts: { ...drafts, [selected]: text } });
      if (text === '' || clock() - typedAt < typingMs) return;
      typedAt = clock();
      api.showTyping(selected).catch(() => undefined);
    },

    /** Sends the answer to the customer; it stays if that fails. */
    async answer() {
      const { selected, drafts, isSending } = state;
      const text = selected === undefined ? '' : (drafts[selected] ?? '').trim();
      if (selected === undefined || text === '' || isSending) return;
      update({ isSending: true });
      const isDone = await take({ action: 'say', text });
      update({ isSending: false, ...(isDone && { drafts: { ...state.drafts, [selected]: '' } }) });
      if (selected === state.selected) focus.answer();
    },

    /**
     * Something has changed, here or elsewhere.
     * @param {Change} [change]
     */
    async hear(change) {
      if (change?.what === 'customer-message' && change.reference !== state.selected) {
        update({ unread: new Set(state.unread).add(change.reference) });
      }
      await refresh();
    },

    /** Waiting times go on while nothing changes. */
    tick: () => update({}),
  };
}

/** @typedef {ReturnType<typeof createDesk>} Desk */
