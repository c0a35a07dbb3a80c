// What the desk does, without a word on how it looks. It reads everything anew on every change.
/** @import { CaseSummary, CaseView } from '../../../src/desk/case/case-view.ts' */
/** @import { DeskRequest } from '../../../src/desk/requests.ts' */
/** @import { Choices } from '../../../src/desk/screen/screen.ts' */
/** @import { Colleague } from '../../../src/desk/standing/standing.ts' */
/** @import { Handed } from '../hands/handed.js' */
/** @import { Alert, Known } from './alerts.js' */
/** @import { Api, Change } from './api.js' */
/** @import { Drafts, Values } from './drafts.js' */
/** @import { Filters } from './filters.js' */
/** @import { DeskState, Pane } from './state.js' */
/** @import { StepWithForm } from './steps.js' */
import { handedOn, unansweredOf } from '../hands/handed.js';
import { alertsOf } from './alerts.js';
import { stepWithEach } from './bulk.js';
import { countsOf } from './counts.js';
import { placeOf } from './drafts.js';
import { isFirstLook, lookFor, openCases, searchOf } from './filters.js';
import { refusalOf } from './refusal.js';
import { emptyDesk, left, opened, seen } from './state.js';

const typingMs = 3_000;
const tellMs = 25_000;
/** The form of an answer, as drafts name it. */
const answerForm = 'answer';
/** After these steps one has the case. */
const taking = new Set(['claim', 'take-over', 'reopen', 'withdraw']);
/** A search begins when nothing more is typed. */
const searchPauseMs = 250;

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
 * @property {Pick<Api, 'queue' | 'undelivered' | 'agents' | 'setPresence' | 'case' | 'step' | 'showTyping' | 'views' | 'keepView' | 'dropView' | 'remembered' | 'markRead' | 'tellViewing' | 'choose'>} api
 * @property {string} me the agent's id
 * @property {boolean} isLead
 * @property {Drafts} drafts
 * @property {() => boolean} isLookedAt true while the page is in front
 * @property {(alerts: Alert[]) => void} alert
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
  #toldAt = 0;
  /** @type {Known | undefined} */
  #lastLook;
  /**
   * Who has which case, as it was read last or is after a step of one's own.
   * @type {CaseSummary[]}
   */
  #known = [];
  /** Steps of one's own: what was read while one was under way can be from before it. */
  #steps = { begun: 0, done: 0 };
  /** Steps that are under way, so that pressing again in a slow network does nothing twice. */
  #underWay = new Set();
  /** The urgent cases that were in the news. */
  #announced = new Set();

  /** @param {DeskDeps} deps */
  constructor(deps) {
    this.#deps = deps;
    this.#clock = deps.clock ?? Date.now;
    this.#state = { ...emptyDesk(this.#clock()), drafts: deps.drafts.all };
  }

  get #me() {
    const { me: id, isLead } = this.#deps;
    return { id, isLead };
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
      const failure = refusalOf(error);
      this.#update(failure.code === 'offline' ? { isOffline: true } : { failure });
    } finally {
      this.#isReading = false;
    }
  }

  async #read() {
    const { api, drafts } = this.#deps;
    const { selected, filters, search, pages } = this.#state;
    const since = drafts.version;
    const { begun, done } = this.#steps;
    const look = lookFor(filters, search);
    const [{ cases, counts, next }, others, undelivered, colleagues, remembered, view] = await Promise.all([
      api.queue(look, pages),
      // Whoever looks for something else hears of news all the same.
      isFirstLook(look) ? undefined : api.queue(openCases, 1),
      api.undelivered(),
      api.agents(),
      api.remembered(),
      selected === undefined ? undefined : api.case(selected),
    ]);
    const isStillOpen = selected !== undefined && selected === this.#state.selected;
    if (isStillOpen && view === undefined) this.leave(selected);
    drafts.load(remembered.drafts, since);
    const { viewers, choices } = remembered;
    const read = this.#readNow(remembered.read, isStillOpen ? view : undefined);
    const watched = others?.cases ?? cases;
    this.#tellNews({ cases: watched, read });
    const known = { ...this.#state, drafts: drafts.all };
    this.#update({
      cases,
      counts,
      hasMore: next !== undefined,
      undelivered,
      colleagues,
      read,
      viewers,
      choices,
      drafts: known.drafts,
      ...(begun === done && begun === this.#steps.begun && this.#handedIn(watched)),
      failure: undefined,
      isOffline: false,
      watched,
      ...this.#newsOf(watched),
      ...(isStillOpen && view && seen(known, view, this.#me)),
    });
  }

  /**
   * What is unread, now that the open case is seen.
   * @param {Readonly<Record<string, number>>} read
   * @param {CaseView} [view]
   */
  #readNow(read, view) {
    const { api, isLookedAt } = this.#deps;
    if (!view || !isLookedAt() || read[view.reference] === 0) return read;
    api.markRead(view.reference, view.revision).catch(() => undefined);
    return { ...read, [view.reference]: 0 };
  }

  /** @param {Known} known */
  #tellNews(known) {
    const { alert, isLookedAt, me } = this.#deps;
    const isSeen = (/** @type {Alert} */ { one }) => isLookedAt() && one.reference === this.#state.selected;
    const alerts = alertsOf(this.#lastLook, known, me).filter((one) => !isSeen(one));
    this.#lastLook = known;
    if (alerts.length > 0) alert(alerts);
  }

  /**
   * Lines on cases that others have taken, given or freed.
   * @param {CaseSummary[]} cases
   */
  #handedIn(cases) {
    const fresh = handedOn(this.#known, cases, this.#deps.me);
    this.#known = cases;
    return this.#withHanded(fresh);
  }

  /**
   * The newest line on a case is the one that counts.
   * @param {Handed[]} fresh
   */
  #withHanded(fresh) {
    if (fresh.length === 0) return {};
    return { handed: [...this.#handedBut(fresh.map(({ reference }) => reference)), ...fresh] };
  }

  /** @param {string[]} references */
  #handedBut(references) {
    return this.#state.handed.filter(({ reference }) => !references.includes(reference));
  }

  /** @param {Handed} notice */
  dismiss(notice) {
    this.#update({ handed: this.#state.handed.filter((one) => one !== notice) });
    this.#deps.focus.title();
  }

  /**
   * Says if I am there, and how many cases I take.
   * @param {{ presence: Colleague['presence'], capacity?: number | null }} change
   */
  async appear(change) {
    try {
      this.#update({ colleagues: await this.#deps.api.setPresence(change) });
    } catch (error) {
      this.#update({ trouble: refusalOf(error) });
    }
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
    this.#update(opened(reference));
    this.#tellViewing();
    await this.refresh();
    this.#deps.focus.title();
  }

  /** @param {string} [missing] the case that was to be opened and does not exist */
  leave(missing) {
    this.#deps.showInAddress(undefined);
    this.#update(left(missing));
    this.#tellViewing();
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
    const { focus } = this.#deps;
    const { selected } = this.#state;
    const step = JSON.stringify([selected, request]);
    if (selected === undefined || this.#underWay.has(step)) return false;
    this.#underWay.add(step);
    try {
      const view = await this.#step(selected, request);
      if (selected === this.#state.selected) this.#update(seen(this.#state, view, this.#me));
      // Whoever has acted has seen what there was to see.
      this.#update({ handed: this.#handedBut([selected]) });
      // At once, before somebody has gone on to another field.
      if (taking.has(request.action)) focus.answer();
      else if (focus.isLost()) focus.title();
      await this.refresh();
      return true;
    } catch (error) {
      const trouble = refusalOf(error);
      await this.refresh();
      this.#update({ trouble });
      return false;
    } finally {
      this.#underWay.delete(step);
    }
  }

  /**
   * A step of one's own, whose outcome is no news.
   * @param {string} reference
   * @param {DeskRequest} request
   */
  async #step(reference, request) {
    this.#steps.begun += 1;
    try {
      const view = await this.#deps.api.step(reference, request);
      this.#known = this.#known.map((one) => (one.reference === reference ? view : one));
      return view;
    } finally {
      this.#steps.done += 1;
    }
  }

  /**
   * Merges a case into another; one of them is the open one.
   * @param {string} from
   * @param {string} into
   */
  async merge(from, into) {
    /** @type {DeskState['trouble']} */
    let trouble;
    try {
      await this.#step(from, { action: 'merge', into });
    } catch (error) {
      trouble = refusalOf(error);
    }
    await this.refresh();
    this.#update({ trouble });
    if (this.#deps.focus.isLost()) this.#deps.focus.title();
  }

  /** @param {StepWithForm} form */
  openForm(form) {
    this.#update({ form, isFormBack: false });
  }

  /** True if a form was open. */
  closeForm() {
    if (this.#state.form === undefined) return false;
    this.#update({ form: undefined });
    this.#deps.focus.steps();
    return true;
  }

  /** Somebody has read what was refused. */
  dismissTrouble() {
    this.#update({ trouble: undefined });
  }

  /**
   * Keeps what was begun in a form of the open case.
   * @param {string} form
   * @param {Values} values
   */
  keepDraft(form, values) {
    const { selected } = this.#state;
    if (selected !== undefined) this.#keepDraftOf(selected, form, values);
  }

  /**
   * @param {string} reference
   * @param {string} form
   * @param {Values} values
   */
  #keepDraftOf(reference, form, values) {
    const { drafts } = this.#deps;
    drafts.write(reference, form, values);
    this.#update({ drafts: drafts.all });
  }

  /** The answer that was begun in the open case. */
  get begun() {
    return this.begunIn(answerForm);
  }

  /**
   * What was begun in a box of the open case.
   * @param {string} form
   */
  begunIn(form) {
    const { selected = '', drafts } = this.#state;
    return drafts[placeOf(selected, form)]?.text ?? '';
  }

  /**
   * @param {string} reference
   * @param {string} form
   */
  forgetDraft(reference, form) {
    this.#keepDraftOf(reference, form, { text: '' });
  }

  /**
   * Keeps the answer as it is typed. The customer and colleagues see that somebody writes; told again while that goes on.
   * @param {string} text
   */
  write(text) {
    const { selected } = this.#state;
    if (selected === undefined) return;
    this.keepDraft(answerForm, { text });
    if (text === '' || this.#clock() - this.#typedAt < typingMs) return;
    this.#typedAt = this.#clock();
    this.#deps.api.showTyping(selected).catch(() => undefined);
    this.#tellViewing({ isTyping: true });
  }

  /** @param {{ isTyping?: boolean, isLast?: boolean }} [options] */
  #tellViewing(options) {
    this.#toldAt = this.#clock();
    const open = options?.isLast ? undefined : this.#state.selected;
    this.#deps.api.tellViewing(open, options).catch(() => undefined);
  }

  /**
   * Sends the answer to the customer, with files if there are some; true if that was done, else the text stays.
   * @param {{ id: string, name: string }[]} [files] what is called by its name where nothing was written
   */
  async answer(files = []) {
    const { selected, isSending } = this.#state;
    const text = this.begun.trim() || files.map(({ name }) => name).join(', ');
    if (selected === undefined || text === '' || isSending) return false;
    this.#update({ isSending: true });
    const ids = files.map(({ id }) => id);
    const isDone = await this.take({ action: 'say', text, ...(ids.length > 0 && { files: ids }) });
    this.#update({ isSending: false });
    if (isDone) this.#keepDraftOf(selected, answerForm, { text: '' });
    if (selected === this.#state.selected) this.#deps.focus.answer();
    return isDone;
  }

  /** The page is left: what is not yet sent goes now. */
  goAway() {
    this.#deps.drafts.save({ isLast: true });
    if (this.#state.selected !== undefined) this.#tellViewing({ isLast: true });
  }

  /** @param {Choices} choices */
  async choose(choices) {
    this.#update({ choices });
    await this.#deps.api.choose(choices).catch((error) => this.#update({ trouble: refusalOf(error) }));
  }

  /** @param {Pane} pane */
  showPane(pane) {
    if (pane === 'queue') this.leave();
    else this.#update({ pane });
  }

  /**
   * Searches once nothing more is typed; resolves then.
   * @param {string} search
   */
  async search(search) {
    this.#update({ search, pages: 1, picked: new Set() });
    await new Promise((resolve) => setTimeout(resolve, searchPauseMs));
    if (search === this.#state.search) await this.refresh();
  }

  /** @param {Filters} filters */
  async look(filters) {
    this.#update({ filters, pages: 1, picked: new Set() });
    await this.refresh();
  }

  async more() {
    this.#update({ pages: this.#state.pages + 1 });
    await this.refresh();
  }

  async readViews() {
    await this.#keepViews(this.#deps.api.views());
  }

  /**
   * Saves what is looked at under a name.
   * @param {string} name
   */
  async saveView(name) {
    const { filters, search } = this.#state;
    const q = searchOf(search);
    await this.#keepViews(this.#deps.api.keepView({ name, filters: { ...filters, ...(q !== '' && { q }) } }));
  }

  /** @param {string} name */
  async dropView(name) {
    await this.#keepViews(this.#deps.api.dropView(name));
  }

  /** @param {string} name */
  async openView(name) {
    const view = this.#state.views.find((one) => one.name === name);
    if (!view) return;
    const { q: search = '', ...filters } = view.filters;
    this.#update({ search });
    await this.look(filters);
  }

  /** @param {Promise<DeskState['views']>} read */
  async #keepViews(read) {
    try {
      this.#update({ views: await read });
    } catch (error) {
      this.#update({ trouble: refusalOf(error) });
    }
  }

  /**
   * Picks a case for a step with several, or no longer does.
   * @param {string} reference
   */
  pick(reference) {
    const picked = new Set(this.#state.picked);
    if (!picked.delete(reference)) picked.add(reference);
    this.#update({ picked, outcomes: [] });
  }

  pickNone() {
    this.#update({ picked: new Set() });
  }

  dismissOutcomes() {
    this.#update({ outcomes: [] });
  }

  /**
   * Takes a step with each case that is picked; what was refused stays picked, and is shown.
   * @param {(reference: string) => DeskRequest} requestFor
   * @param {string} [but] the one of them that the step is not taken with
   */
  async takeWithPicked(requestFor, but = '') {
    this.#update({ isSending: true, outcomes: [] });
    const own = { step: this.#step.bind(this) };
    const chosen = [...this.#state.picked].filter((one) => one !== but);
    const outcomes = await stepWithEach(own, chosen, requestFor);
    const refused = outcomes.filter(({ refusal }) => refusal !== undefined);
    this.#update({ isSending: false, outcomes, picked: new Set(refused.map(({ reference }) => reference)) });
    await this.refresh();
  }

  /**
   * Something has changed, here or elsewhere.
   * @param {Change} [change]
   */
  async hear(change) {
    this.#update(this.#withHanded(unansweredOf(change, this.#known, this.#deps.me)));
    await this.refresh();
  }

  /** Waiting times go on while nothing changes, and colleagues hear that the case is still open here. */
  tick() {
    this.#update({});
    const isStale = this.#clock() - this.#toldAt > tellMs;
    if (this.#state.selected !== undefined && isStale && this.#deps.isLookedAt()) this.#tellViewing();
  }
}
