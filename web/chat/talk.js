// How this browser keeps the secret that opens its conversation again, and how its tabs hear of another one.
/** @import { Grant } from './direct-line.js' */
import { page } from './page.js';

const key = `returns:${page.policy}`;
const PROBE = 'returns_probe=1';

/** Where the secret is kept: in a cookie that no script can read, or by this page where cookies do not work. */
export const keeping = cookiesWork() ? 'cookie' : 'body';

/** The secret that this page keeps itself, if it does. */
export function keptSecret() {
  return keeping === 'body' ? (read() ?? undefined) : undefined;
}

/** True unless this browser surely has no conversation yet. */
export function mayHaveTalk() {
  return read() !== null;
}

/** @param {Grant} grant */
export function keep({ renewal }) {
  try {
    localStorage.setItem(key, renewal ?? 'cookie');
  } catch {
    // A browser that keeps nothing still chats.
  }
}

/** What is kept; `null` for nothing, `undefined` where the browser keeps nothing for pages. */
function read() {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

function cookiesWork() {
  // biome-ignore lint/suspicious/noDocumentCookie: only whether it works is asked, and the newer API is not everywhere
  const write = (/** @type {number} */ seconds) => (document.cookie = `${PROBE}; SameSite=Strict; Max-Age=${seconds}`);
  write(9);
  const isKept = document.cookie.includes(PROBE);
  write(0);
  return isKept;
}

/** The secret of a link in an e-mail, which is taken out of the address at once. */
export function secretInAddress() {
  const secret = /^#talk=([\w-]{1,128})$/.exec(location.hash)?.[1];
  if (secret !== undefined) history.replaceState(null, '', location.pathname + location.search);
  return secret;
}

/**
 * Only one tab at a time, so that two that open at once get the same conversation.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneTabAtATime(work) {
  // Only secure pages have locks.
  return navigator.locks ? navigator.locks.request(key, work) : work();
}

const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(key) : undefined;
tabs?.addEventListener('message', () => location.reload());

/** Goes on with the conversation that this browser has now, in all its tabs. */
export function changeTalk() {
  tabs?.postMessage('changed');
  location.reload();
}
