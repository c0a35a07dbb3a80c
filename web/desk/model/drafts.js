// What was begun and not sent, by case and form. It is kept here at once, in the browser until the server has it, and on
// the server after a moment, so that neither a reload nor the end of the session nor another device loses it.
/** @import { Draft } from '../../../src/desk/screen/drafts.ts' */
import { Refusal } from './refusal.js';

const saveAfterMs = 600;
const againAfterMs = 5_000;
/** A case that is gone has no drafts, and what is too much for the server stays so. All else can be taken later. */
const final = new Set(['unknown-case', 'invalid-body', 'too-large']);

/** @typedef {Readonly<Record<string, string>>} Values what stands in each field */
/** @typedef {Readonly<Record<string, Values>>} DraftsByPlace by case and form; see `placeOf` */

/**
 * The name of a form of a case.
 * @param {string} reference
 * @param {string} form
 */
export function placeOf(reference, form) {
  return `${reference} ${form}`;
}

/**
 * @typedef {object} DraftDeps
 * @property {(draft: Draft, options?: { isLast?: boolean }) => Promise<unknown>} save
 * @property {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage
 * @property {string} agentId
 * @property {(call: () => void, ms: number) => void} [later]
 */

/** The drafts of one agent in one page. */
export class Drafts {
  #deps;
  #key;
  /** @type {Map<string, { values: Values, version: number, isKept: boolean }>} */
  #entries = new Map();
  #version = 0;
  #isSaving = false;

  /** @param {DraftDeps} deps */
  constructor(deps) {
    this.#deps = deps;
    this.#key = `desk drafts of ${deps.agentId}`;
    for (const [place, values] of Object.entries(this.#stored())) {
      this.#version += 1;
      this.#entries.set(place, { values, version: this.#version, isKept: false });
    }
    if (this.#entries.size > 0) this.#saveLater(saveAfterMs);
  }

  /** Counts the changes made here; see `load`. */
  get version() {
    return this.#version;
  }

  /** @returns {DraftsByPlace} */
  get all() {
    return Object.fromEntries([...this.#entries].map(([place, { values }]) => [place, values]));
  }

  /**
   * @param {string} reference
   * @param {string} form
   * @param {Values} values
   */
  write(reference, form, values) {
    this.#version += 1;
    this.#entries.set(placeOf(reference, form), { values, version: this.#version, isKept: false });
    this.#store();
    this.#saveLater(saveAfterMs);
  }

  /**
   * Takes over what the server has, but for what was changed here after `since`, the version at which it was asked.
   * @param {readonly Draft[]} drafts
   * @param {number} since
   */
  load(drafts, since) {
    const theirs = new Map(drafts.map(({ reference, form, values }) => [placeOf(reference, form), values]));
    for (const [place, { isKept, version }] of this.#entries) {
      const isOurs = !isKept || version > since;
      if (isOurs) theirs.delete(place);
      else if (!theirs.has(place)) this.#entries.delete(place);
    }
    for (const [place, values] of theirs) this.#entries.set(place, { values, version: 0, isKept: true });
  }

  /**
   * Sends what the server does not have yet.
   * @param {{ isLast?: boolean }} [options]
   */
  async save(options) {
    if (this.#isSaving && !options?.isLast) return this.#saveLater(saveAfterMs);
    this.#isSaving = true;
    try {
      for (const [place, entry] of [...this.#entries].filter(([, { isKept }]) => !isKept)) {
        await this.#saveOne(place, entry, options);
      }
    } catch {
      this.#saveLater(againAfterMs);
    } finally {
      this.#isSaving = false;
      this.#store();
    }
  }

  /**
   * @param {string} place
   * @param {{ values: Values, version: number }} entry
   * @param {{ isLast?: boolean }} [options]
   */
  async #saveOne(place, { values, version }, options) {
    const [reference = '', form = ''] = place.split(' ');
    await this.#deps.save({ reference, form, values }, options).catch((error) => {
      if (!(error instanceof Refusal && final.has(error.code))) throw error;
    });
    const now = this.#entries.get(place);
    if (now?.version !== version) return;
    this.#version += 1;
    if (Object.values(values).every((value) => value === '')) this.#entries.delete(place);
    else this.#entries.set(place, { values, version: this.#version, isKept: true });
  }

  /** @param {number} ms */
  #saveLater(ms) {
    const { later = setTimeout } = this.#deps;
    later(() => this.save(), ms);
  }

  #store() {
    const unkept = [...this.#entries].filter(([, { isKept }]) => !isKept).map(([place, { values }]) => [place, values]);
    if (unkept.length === 0) this.#deps.storage.removeItem(this.#key);
    else this.#deps.storage.setItem(this.#key, JSON.stringify(Object.fromEntries(unkept)));
  }

  /** @returns {DraftsByPlace} */
  #stored() {
    try {
      return JSON.parse(this.#deps.storage.getItem(this.#key) ?? '{}');
    } catch {
      return {};
    }
  }
}
