// The words of the desk, which all desks share, from the page.
/** @import { OwnOutcomes } from '../../../src/desk/case/own-outcomes.ts' */
import { page } from '../page.js';

export const { words } = page;

/**
 * A template with its places filled in, as on the server.
 * @type {typeof import('../../../src/desk/words/words.ts').fillIn}
 */
export function fillIn(template, values) {
  /** @type {Record<string, string | number>} */
  const known = values;
  return template.replace(/\{(\w+)\}/g, (place, name) => String(known[name] ?? place));
}

/**
 * The word for an id, or the id itself where the table has none, as on the server.
 * @type {typeof import('../../../src/desk/words/words.ts').wordFor}
 */
export function wordFor(table, id) {
  return Object.hasOwn(table, id) ? (table[id] ?? id) : id;
}

/**
 * One resolution, or several with "or" between them; those of the shop's own in its words.
 * @param {string} ids
 * @param {OwnOutcomes} [own]
 */
export function resolutionWords(ids, own = {}) {
  const each = ids.split(' or ').map((id) => own[id]?.title ?? wordFor(words.case.resolutions, id));
  return each.join(` ${words.case.or} `);
}

/**
 * A resolution as the head of a line.
 * @param {string} ids
 * @param {OwnOutcomes} [own]
 */
export function resolutionTitle(ids, own) {
  const text = resolutionWords(ids, own);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string} because */
export const reasonWords = (because) => wordFor(words.case.reasons, because);

/** @param {string} state */
export const stateWords = (state) => wordFor(words.case.states, state);
