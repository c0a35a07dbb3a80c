// Files that go with the next answer of a case.
/** @import { UploadedFile } from '../../../src/desk/files/files.ts' */
/** @import { Api } from '../model/api.js' */
/** @import { Desk } from '../model/desk.js' */
import { Refusal, refusalOf } from '../model/refusal.js';

/**
 * @typedef {object} FilesState
 * @property {Readonly<Record<string, UploadedFile[]>>} files those that are ready, by case
 * @property {boolean} isUploading
 * @property {string} refusal why the last file was not taken
 */

const maxBytes = 4 * 1024 * 1024;
/** With one message. */
const maxFiles = 5;

/** The files of one agent that wait to be sent. */
export class Files {
  #api;
  #desk;
  #show;
  #words;
  /** @type {FilesState} */
  #state = { files: {}, isUploading: false, refusal: '' };

  /**
   * @param {object} deps
   * @param {Pick<Api, 'upload'>} deps.api
   * @param {Pick<Desk, 'state' | 'answer'>} deps.desk
   * @param {{ tooLarge: string }} deps.words
   * @param {(state: FilesState) => void} deps.show
   */
  constructor({ api, desk, words, show }) {
    this.#api = api;
    this.#desk = desk;
    this.#words = words;
    this.#show = show;
  }

  get state() {
    return this.#state;
  }

  /** @param {Partial<FilesState>} change */
  #update(change) {
    this.#state = { ...this.#state, ...change };
    this.#show(this.#state);
  }

  /**
   * @param {string} reference
   * @param {UploadedFile[]} files
   */
  #keep(reference, files) {
    this.#update({ files: { ...this.#state.files, [reference]: files } });
  }

  /**
   * Brings files to the shop's server, one after the other, to go with the next answer.
   * @param {File[]} chosen
   */
  async add(chosen) {
    const { selected } = this.#desk.state;
    if (selected === undefined || chosen.length === 0) return;
    this.#update({ isUploading: true, refusal: '' });
    try {
      for (const file of chosen) {
        if (file.size > maxBytes) throw new Refusal({ code: 'too-large', message: this.#words.tooLarge });
        const kept = await this.#api.upload(selected, file);
        this.#keep(selected, [...(this.#state.files[selected] ?? []), kept].slice(-maxFiles));
      }
    } catch (error) {
      this.#update({ refusal: refusalOf(error).message });
    } finally {
      this.#update({ isUploading: false });
    }
  }

  /** @param {string} id */
  leaveOut(id) {
    const { selected = '' } = this.#desk.state;
    const files = this.#state.files[selected] ?? [];
    this.#keep(
      selected,
      files.filter((one) => one.id !== id),
    );
  }

  /** Sends the answer with its files; they stay if that fails. */
  async answer() {
    const { selected } = this.#desk.state;
    if (selected === undefined || this.#state.isUploading) return;
    const isDone = await this.#desk.answer(this.#state.files[selected]);
    if (isDone) this.#keep(selected, []);
  }
}
