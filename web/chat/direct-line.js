// Our own calls of Direct Line, and the socket that Web Chat's client opens.
import { say, saying } from './notice.js';
import { page } from './page.js';
import { keeping, keptSecret } from './talk.js';

/** @typedef {{ token: string, conversationId: string, expires_in: number, renewal?: string }} Grant */

const LONGEST_PAUSE_MS = 15_000;
const { lost, unreachable } = page.words;

/** The address of Direct Line. */
export const api = new URL('../v3/directline', document.baseURI).href;
const query = `?policy=${encodeURIComponent(page.policy)}`;

/** A new conversation, in the place of the one this browser had. `undefined` when the server refuses. */
export function begin() {
  const forget = keptSecret();
  return post(`/tokens/generate${query}`, { renewal: { keep: keeping, forget } });
}

/**
 * The conversation of the secret, else of the one that this browser keeps; with the token of a chat that has moved, the
 * one it has moved to. `undefined` when there is none.
 * @param {{ secret?: string, token?: string }} [from]
 */
export function renew({ secret = keptSecret(), token } = {}) {
  return post(`/tokens/renew${query}`, { keep: keeping, secret }, token);
}

/**
 * Asks until the server answers; `undefined` when it refuses or has nothing.
 * @param {string} path
 * @param {object} body
 * @param {string} [token]
 * @returns {Promise<Grant | undefined>}
 */
async function post(path, body, token) {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  for (let pause = 1_000; ; pause = longer(pause)) {
    try {
      const response = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (response.status === 200) return await response.json();
      if (response.status < 500 && response.status !== 429) return undefined;
    } catch {
      // No connection: the same as a server that is not ready.
    }
    say(unreachable);
    await wait(pause);
  }
}

/** The pause after this one, in milliseconds. @param {number} pause */
export function longer(pause) {
  return Math.min(pause * 2, LONGEST_PAUSE_MS);
}

/** Waits so long, or until there is a connection again. @param {number} ms */
export function wait(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    addEventListener('online', resolve, { once: true });
  });
}

/** Messages sent before the connection was lost, to be sent again after. */
let covered = '';

/** Says that there is no connection. */
export function sayLost() {
  if (saying() !== lost) covered = saying();
  say(lost);
}

/** Says what was said before. */
export function sayFound() {
  if (saying() === lost) say(covered);
}

/** So many sockets in a row may be refused after one was open. */
const PATIENCE = 3;

/** The browser's own sockets; something that can be extended where it has none. */
const Native = /** @type {typeof WebSocket} */ (window.WebSocket ?? EventTarget);

/** DirectLineJS reconnects by itself but does not say that it must. */
export class WatchedSocket extends Native {
  /**
   * Called where sockets cannot be opened at all.
   * @type {() => void}
   */
  static onRefused = () => {};
  /** One that was open before is more likely to come back: while a server is replaced, others answer for it. */
  static #refusalsLeft = 1;

  /** @param {ConstructorParameters<typeof WebSocket>} settings */
  constructor(...settings) {
    super(...settings);
    let wasOpen = false;
    this.addEventListener('open', () => {
      wasOpen = true;
      WatchedSocket.#refusalsLeft = PATIENCE;
      sayFound();
    });
    this.addEventListener('close', () => {
      sayLost();
      if (wasOpen) return;
      WatchedSocket.#refusalsLeft -= 1;
      if (WatchedSocket.#refusalsLeft <= 0) WatchedSocket.onRefused();
    });
  }
}

/**
 * True if the server answers although no socket opens: something between lets none through.
 * @param {Grant} grant
 */
export async function isReachable({ token, conversationId }) {
  try {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${api}/conversations/${conversationId}`, { headers })).ok;
  } catch {
    return false;
  }
}
