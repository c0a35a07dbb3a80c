// What the queue is filtered by: the parameters of the address of the desk's API, as they are.

/** @typedef {Readonly<Record<string, string>>} Filters */

/** The queue as it is at first. @type {Filters} */
export const openCases = { state: 'open' };

/**
 * True if nothing is looked for but what is shown at first.
 * @param {Filters} look
 */
export function isFirstLook(look) {
  return Object.keys(look).length === 1 && look.state === openCases.state;
}

/**
 * The filters with another value of one; an empty one takes it away.
 * @param {Filters} filters
 * @param {string} name
 * @param {string} value
 * @returns {Filters}
 */
export function withFilter(filters, name, value) {
  const { [name]: _, ...rest } = filters;
  return value === '' ? rest : { ...rest, [name]: value };
}

/**
 * The number of filters beside the state.
 * @param {Filters} filters
 */
export function countOfFilters(filters) {
  return Object.keys(filters).filter((name) => name !== 'state').length;
}

/**
 * The choices with what is chosen, which may be in a saved view long after the last case of its kind.
 * @param {[string, string][]} options
 * @param {string | undefined} chosen
 * @param {(value: string) => string} textOf
 * @returns {[string, string][]}
 */
export function withChosen(options, chosen, textOf) {
  if (chosen === undefined || options.some(([value]) => value === chosen)) return options;
  return [...options, [chosen, textOf(chosen)]];
}

/** More than this nobody types; what is pasted is found by its beginning. */
const longestSearch = 200;

/**
 * What is looked for by what was typed.
 * @param {string} typed
 */
export function searchOf(typed) {
  return [...typed.trim()].slice(0, longestSearch).join('').trim();
}

/**
 * The filters of a look: a search goes through all states, unless one other than "open" is chosen.
 * @param {Filters} filters
 * @param {string} search
 * @returns {Filters}
 */
export function lookFor(filters, search) {
  const q = searchOf(search);
  if (q === '') return filters;
  return { ...(filters.state === openCases.state ? withFilter(filters, 'state', '') : filters), q };
}
