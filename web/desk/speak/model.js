// What people write besides answers, without a word on how it looks.
/** @import { Agent } from '../../../src/machines/case.ts' */
/** @import { Api } from '../model/api.js' */
/** @import { Desk } from '../model/desk.js' */

/**
 * @typedef {object} SpeakState
 * @property {'answer' | 'note'} mode to whom is written
 * @property {Readonly<Record<string, string>>} notes those that were begun, by case
 * @property {boolean} isSending
 * @property {Agent[]} colleagues those who can be called in a note
 */

/** Notes of one agent. */
export class Speak {
  #api;
  #desk;
  #show;
  /** @type {SpeakState} */
  #state = { mode: 'answer', notes: {}, isSending: false, colleagues: [] };

  /**
   * @param {object} deps
   * @param {Pick<Api, 'colleagues'>} deps.api
   * @param {Pick<Desk, 'state' | 'take'>} deps.desk
   * @param {(state: SpeakState) => void} deps.show
   */
  constructor({ api, desk, show }) {
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
    const { selected } = this.#desk.state;
    if (selected !== undefined) this.#update({ notes: { ...this.#state.notes, [selected]: text } });
  }

  /** Keeps the note with the case; it stays in its box if that fails. */
  async keepNote() {
    const { selected } = this.#desk.state;
    const text = selected === undefined ? '' : (this.#state.notes[selected] ?? '').trim();
    if (selected === undefined || text === '' || this.#state.isSending) return;
    this.#update({ isSending: true });
    const isDone = await this.#desk.take({ action: 'note', text });
    const { notes } = this.#state;
    this.#update({ isSending: false, ...(isDone && { notes: { ...notes, [selected]: '' } }) });
  }
}
