// A long paste: the server takes so much a message, so the rest is cut off and the customer told.
/** @import { Middleware } from './web-chat.js' */
import { say, unsay } from './notice.js';
import { page } from './page.js';

const LIMIT_BYTES = 8 * 1024;
const { textCut } = page.words;

/** @returns {Middleware} */
export function longTextWatch() {
  return () => (next) => (action) => {
    if (action.type !== 'WEB_CHAT/SEND_MESSAGE') return next(action);
    unsay(textCut);
    const { text = '' } = action.payload;
    const start = beginning(text);
    if (start === text) return next(action);
    say(textCut);
    return next({ ...action, payload: { ...action.payload, text: start } });
  };
}

/**
 * As much of a text as a message may have; no character is cut in two.
 * @param {string} text
 */
function beginning(text) {
  const bytes = new Uint8Array(LIMIT_BYTES);
  const { read } = new TextEncoder().encodeInto(text, bytes);
  return text.slice(0, read);
}
