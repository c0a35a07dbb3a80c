// What the server put into the page for its scripts.
/** @import { ChatPage } from '../../src/http/chat-page.ts' */

/** The shop, its colours and the words of the chat. */
export const page = /** @type {ChatPage} */ (JSON.parse(elementOf('page').textContent));

/**
 * The element of the page with this id; throws if there is none.
 * @param {string} id
 */
export function elementOf(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}
