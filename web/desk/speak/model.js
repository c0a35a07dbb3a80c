// What helps people to write, and what they write to colleagues, without a word on how it looks.
/** @import { Agent } from '../../../src/machines/case.ts' */
/** @import { CannedReply } from '../../../src/desk/replies/replies.ts' */
/** @import { Api } from '../model/api.js' */
/** @import { Desk } from '../model/desk.js' */
import { refusalOf } from '../model/refusal.js';
import { withMore } from './replies.js';

/** The form of a note, as drafts name it. */
const noteForm = 'note';

/**
 * @typedef {object} SpeakState
 * @property {'answer' | 'note'} mode to whom is written
 * @property {boolean} isSending
 * @property {Agent[]} colleagues those who can be called in a note
 * @property {CannedReply[]} replies of the agent and the shop of the open case
 * @property {boolean} mayKeepShops the agent can change those of the shop
 * @property {boolean} areRepliesOpen the list of them is shown
 * @property {Partial<CannedReply>} [editing] the reply that is changed, or a new one
 * @property {string} mistake why the last change of a reply was not taken
 */

/** What one agent writes beside answers. */
export class Speak {
  #api;
  #desk;
  #show;
  #focusAnswer;
  /** @type {SpeakState} */
  #state = {
    mode: 'answer',
    isSending: false,
    colleagues: [],
    replies: [],
    mayKeepShops: false,
    areRepliesOpen: false,
    mistake: '',
  };
  /** A change of a reply is under way, so that pressing again in a slow network does nothing twice. */
  #isChanging = false;
  /** The shop whose replies are known. */
  #shop = '';

  /**
   * @param {object} deps
   * @param {Pick<Api, 'colleagues' | 'replies' | 'keepReply' | 'removeReply'>} deps.api
   * @param {Pick<Desk, 'state' | 'take' | 'write' | 'begun' | 'begunIn' | 'keepDraft' | 'forgetDraft'>} deps.desk
   * @param {(state: SpeakState) => void} deps.show
   * @param {() => void} deps.focusAnswer
   */
  constructor({ api, desk, show, focusAnswer }) {
    this.#focusAnswer = focusAnswer;
    this.#api = api;
    this.#desk = desk;
    this.#show = show;
  }

  get state() {
    return this.#state;
  }

  /** @param {Partial<SpeakState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change };
    this.#show(this.#state);
  }

  /** The note that was begun in the open case. */
  get begunNote() {
    return this.#desk.begunIn(noteForm);
  }

  /** @param {SpeakState['mode']} mode */
  async write(mode) {
    this.#update({ mode });
    if (mode !== 'note') return;
    // Whom else one can call is no more than a help.
    const colleagues = await this.#api.colleagues().catch(() => this.#state.colleagues);
    this.#update({ colleagues });
  }

  /**
   * Keeps the note as it is typed.
   * @param {string} text
   */
  writeNote(text) {
    this.#desk.keepDraft(noteForm, { text });
  }

  /** Keeps the note with the case; it stays in its box if that fails. */
  async keepNote() {
    const { selected } = this.#desk.state;
    const text = this.#desk.begunIn(noteForm).trim();
    if (selected === undefined || text === '' || this.#state.isSending) return;
    this.#update({ isSending: true });
    const isDone = await this.#desk.take({ action: 'note', text });
    this.#update({ isSending: false });
    if (isDone) this.#desk.forgetDraft(selected, noteForm);
  }

  /**
   * Reads the replies for a shop, unless they are known.
   * @param {string} shop
   */
  async readReplies(shop) {
    if (shop === this.#shop) return;
    this.#shop = shop;
    await this.#readReplies();
  }

  async #readReplies() {
    const shop = this.#shop;
    // An answer can be written without them.
    const read = await this.#api.replies(shop).catch(() => undefined);
    if (read && shop === this.#shop) this.#update(read);
    if (!read) this.#shop = '';
  }

  /** @param {boolean} areRepliesOpen */
  showReplies(areRepliesOpen) {
    this.#update({ areRepliesOpen, editing: undefined, mistake: '' });
  }

  /** @param {Partial<CannedReply> | undefined} editing */
  edit(editing) {
    this.#update({ editing, mistake: '' });
  }

  /**
   * Keeps a reply; it stays in its form if that fails.
   * @param {Omit<CannedReply, 'id'> & { id?: string }} reply
   */
  async keepReply(reply) {
    await this.#change(() => this.#api.keepReply({ ...reply, shop: this.#shop }));
  }

  /** @param {Pick<CannedReply, 'id' | 'of'>} reply */
  async removeReply({ id, of }) {
    await this.#change(() => this.#api.removeReply({ id, of, shop: this.#shop }));
  }

  /** @param {() => Promise<unknown>} change */
  async #change(change) {
    if (this.#isChanging) return;
    this.#isChanging = true;
    try {
      await change();
      this.#update({ editing: undefined, mistake: '' });
      await this.#readReplies();
    } catch (error) {
      this.#update({ mistake: refusalOf(error).message });
    } finally {
      this.#isChanging = false;
    }
  }

  /**
   * Puts something into the answer of the open case, behind what stands there.
   * @param {string} more
   */
  insert(more) {
    if (this.#desk.state.selected === undefined) return;
    this.#desk.write(withMore(this.#desk.begun, more));
    this.showReplies(false);
    this.#focusAnswer();
  }
}
