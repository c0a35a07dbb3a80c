// What the server puts into a page for its scripts.

/**
 * The element of the page with this id; throws if there is none.
 * @param {string} id
 */
export function elementOf(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}

/** The data that the server put into the page as JSON; each page says of which type. */
export function pageData() {
  return JSON.parse(elementOf('page').textContent);
}
