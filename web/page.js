// What the server puts into a page for its scripts.

/** The page has not what its script was written for. */
class PageError extends Error {
  /** @override */
  name = 'PageError';

  /**
   * @param {string} code stable, as in `src/errors.ts`
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * The element of the page with this id; throws `PageError` if there is none.
 * @param {string} id
 */
export function elementOf(id) {
  const element = document.getElementById(id);
  if (!element) throw new PageError('no-element', `the page has no element ${id}`);
  return element;
}

/** The data that the server put into the page as JSON; each page says of which type. */
export function pageData() {
  return JSON.parse(elementOf('page').textContent);
}
