// Our own calls of Direct Line, and the socket that Web Chat's client opens.
import { say, saying } from './notice.js';
import { page } from './page.js';

/** @typedef {{ token: string, conversationId: string, expires_in: number }} Grant */

const LONGEST_PAUSE_MS = 15_000;
const { lost, unreachable } = page.words;

/** The address of Direct Line. */
export const api = new URL('../v3/directline', document.baseURI).href;

/**
 * A new conversation, or the one of the token taken up again; asks until the server answers. `undefined` when it
 * refuses. @param {string} [token] @returns {Promise<Grant | undefined>}
 */
export function conversation(token) {
  return token === undefined
    ? post(`/tokens/generate?policy=${encodeURIComponent(page.policy)}`, {})
    : post('/tokens/refresh', { authorization: `Bearer ${token}` });
}

/**
 * @param {string} path
 * @param {Record<string, string>} headers
 */
async function post(path, headers) {
  for (let pause = 1_000; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const response = await fetch(api + path, { method: 'POST', headers });
      if (response.ok) return await response.json();
      if (response.status < 500) return undefined;
    } catch {
      // No connection: the same as a server that is not ready.
    }
    say(unreachable);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** DirectLineJS reconnects by itself but does not say that it must. */
export class WatchedSocket extends WebSocket {
  /** Messages sent before the connection was lost, to be sent again after. */
  static covered = '';

  /** @param {ConstructorParameters<typeof WebSocket>} settings */
  constructor(...settings) {
    super(...settings);
    this.addEventListener('open', () => {
      if (saying() === lost) say(WatchedSocket.covered);
    });
    this.addEventListener('close', () => {
      if (saying() !== lost) WatchedSocket.covered = saying();
      say(lost);
    });
  }
}
