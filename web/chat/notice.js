// The line above the chat.
import { elementOf } from '../page.js';

const notice = elementOf('notice');

/**
 * Shows a line above the chat; an empty one hides it.
 * @param {string} text
 */
export function say(text) {
  notice.textContent = text;
  notice.hidden = text === '';
}

/**
 * Hides the line above the chat, if it is this one.
 * @param {string} text
 */
export function unsay(text) {
  if (saying() === text) say('');
}

/** The line above the chat; empty if there is none. */
export function saying() {
  return notice.textContent;
}
