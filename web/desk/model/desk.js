// What the desk does, without a word on how it looks. It reads everything anew on every change.
/** @import { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { Api, Change } from './api.js' */
/** @import { DeskState, Filter, Pane } from './state.js' */
/** @import { StepWithForm } from './steps.js' */
import { countsOf } from './counts.js';
import { refusalOf } from './refusal.js';
import { drafted, emptyDesk, left, opened, seen, written } from './state.js';

const typingMs = 3_000;

/**
 * The element that gets the focus when the one that had it is gone or done with.
 * @typedef {object} Focus
 * @property {() => void} title the head of the open case
 * @property {() => void} answer
 * @property {() => void} steps
 * @property {() => boolean} isLost true if nothing has it
 */

/**
 * Options of a desk.
 * @typedef {object} DeskDeps
 * @property {Pick<Api, 'queue' | 'undelivered' | 'case' | 'step' | 'showTyping'>} api
 * @property {(state: DeskState) => void} show
 * @property {(reference: string | undefined) => void} showInAddress
 * @property {Focus} focus
 * @property {() => number} [clock] milliseconds since 1970
 */

/** The desk of one agent. Every change is shown at once, before the focus moves. */
export class Desk {
  #deps;
  #clock;
  #state;
  #isReading = false;
  #isStale = false;
  #typedAt = 0;
  /** The urgent cases that were in the news. */
  #announced = new Set();

  /** @param {DeskDeps} deps */
  constructor(deps) {
    this.#deps = deps;
    this.#clock = deps.clock ?? Date.now;
    this.#state = emptyDesk(this.#clock());
  }

  get state() {
    return this.#state;
  }

  /** @param {Partial<DeskState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change, now: this.#clock() };
    this.#deps.show(this.#state);
  }

  /** Reads everything anew; calls that come meanwhile make it read once more. */
  async refresh() {
    this.#isStale = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#read();
      }
    } catch (error) {
      const trouble = refusalOf(error);
      this.#update(trouble.code === 'offline' ? { isOffline: true } : { trouble });
    } finally {
      this.#isReading = false;
    }
  }

  async #read() {
    const { api } = this.#deps;
    const { selected, filter } = this.#state;
    const [cases, undelivered, view] = await Promise.all([
      api.queue(filter),
      api.undelivered(),
      selected === undefined ? undefined : api.case(selected),
    ]);
    const isStillOpen = selected !== undefined && selected === this.#state.selected;
    if (isStillOpen && view === undefined) this.leave(selected);
    this.#update({
      cases,
      undelivered,
      trouble: undefined,
      isOffline: false,
      ...this.#newsOf(cases),
      ...(isStillOpen && view && seen(this.#state, view)),
    });
  }

  /**
   * Texts to be announced, once each.
   * @param {CaseSummary[]} cases
   */
  #newsOf(cases) {
    const news = countsOf(cases).urgent.filter(({ reference }) => !this.#announced.has(reference));
    for (const { reference } of news) this.#announced.add(reference);
    return news.length > 0 ? { news } : {};
  }

  /** @param {string} reference */
  async open(reference) {
    this.#deps.showInAddress(reference);
    this.#update(opened(this.#state, reference));
    await this.refresh();
    this.#deps.focus.title();
  }

  /** @param {string} [missing] the case that was to be opened and does not exist */
  leave(missing) {
    this.#deps.showInAddress(undefined);
    this.#update(left(missing));
  }

  /**
   * Opens the case that the address names, or leaves the open one.
   * @param {string | undefined} reference
   */
  async follow(reference) {
    if (reference === this.#state.selected) return;
    if (reference === undefined) this.leave();
    else await this.open(reference);
  }

  /**
   * Takes a step with the open case; true if it was done.
   * @param {DeskRequest} request
   */
  async take(request) {
    const { api, focus } = this.#deps;
    const { selected } = this.#state;
    if (selected === undefined) return false;
    try {
      const view = await api.step(selected, request);
      if (selected === this.#state.selected) this.#update(seen(this.#state, view));
      // At once, before somebody has gone on to another field.
      if (request.action === 'claim') focus.answer();
      else if (focus.isLost()) focus.title();
      await this.refresh();
      return true;
    } catch (error) {
      const trouble = refusalOf(error);
      await this.refresh();
      this.#update({ trouble });
      return false;
    }
  }

  /** @param {StepWithForm} form */
  openForm(form) {
    this.#update({ form });
  }

  /** True if a form was open. */
  closeForm() {
    if (this.#state.form === undefined) return false;
    this.#update({ form: undefined });
    this.#deps.focus.steps();
    return true;
  }

  /**
   * Keeps the answer as it is typed. The customer sees that somebody writes; told again while that goes on.
   * @param {string} text
   */
  write(text) {
    const { selected } = this.#state;
    if (selected === undefined) return;
    this.#update(drafted(this.#state, selected, text));
    if (text === '' || this.#clock() - this.#typedAt < typingMs) return;
    this.#typedAt = this.#clock();
    this.#deps.api.showTyping(selected).catch(() => undefined);
  }

  /**
   * Sends the answer to the customer, with files if there are some; true if that was done, else the text stays.
   * @param {{ id: string, name: string }[]} [files] what is called by its name where nothing was written
   */
  async answer(files = []) {
    const { selected, drafts, isSending } = this.#state;
    const names = files.map(({ name }) => name).join(', ');
    const text = selected === undefined ? '' : (drafts[selected] ?? '').trim() || names;
    if (selected === undefined || text === '' || isSending) return false;
    this.#update({ isSending: true });
    const ids = files.map(({ id }) => id);
    const isDone = await this.take({ action: 'say', text, ...(ids.length > 0 && { files: ids }) });
    this.#update({ isSending: false, ...(isDone && drafted(this.#state, selected, '')) });
    if (selected === this.#state.selected) this.#deps.focus.answer();
    return isDone;
  }

  /** @param {Pane} pane */
  showPane(pane) {
    if (pane === 'queue') this.leave();
    else this.#update({ pane });
  }

  /** @param {string} search */
  search(search) {
    this.#update({ search });
  }

  /** @param {Filter} filter */
  async filter(filter) {
    this.#update({ filter });
    await this.refresh();
  }

  /**
   * Something has changed, here or elsewhere.
   * @param {Change} [change]
   */
  async hear(change) {
    if (change?.what === 'customer-message') this.#update(written(this.#state, change.reference));
    await this.refresh();
  }

  /** Waiting times go on while nothing changes. */
  tick() {
    this.#update({});
  }
}
