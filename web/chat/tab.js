// The conversation of this tab, kept by the browser so that a reload takes it up again.
import { page } from './page.js';

/** @typedef {{ token: string, conversationId: string }} Kept */

const key = `returns:${page.policy}`;

/**
 * The conversation of this tab. `undefined` if there is none, or the browser keeps nothing.
 * @returns {Kept | undefined}
 */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {Kept} conversation */
export function keep({ token, conversationId }) {
  try {
    sessionStorage.setItem(key, JSON.stringify({ token, conversationId }));
  } catch {
    // A browser that keeps nothing still chats.
  }
}
