// The chat of one shop: Web Chat on Direct Line, taken up again after a reload.
/** @import { DirectLine } from './web-chat.js' */
/** @import { Grant } from './direct-line.js' */
import { elementOf } from '../page.js';
import { api, conversation, WatchedSocket } from './direct-line.js';
import { fileWatch } from './files.js';
import { cardStyle, styleOptions } from './looks.js';
import { say } from './notice.js';
import { page } from './page.js';
import { keep, kept } from './tab.js';

const HISTORY_MS = 2_000;
const EXPIRY_CHECK_MS = 30_000;
const { words } = page;

/** @param {Grant} grant */
function show(grant) {
  window.WebSocket = WatchedSocket;
  // The token names the conversation: opening it again continues it, with all that was said.
  const directLine = window.WebChat.createDirectLine({ domain: api, token: grant.token, webSocket: true });
  keepForReload(directLine, grant);

  const place = elementOf('chat');
  place.replaceChildren();
  const settings = {
    directLine,
    store: window.WebChat.createStore({}, fileWatch()),
    locale: page.language,
    nonce: /** @type {HTMLElement | null} */ (document.querySelector('script[nonce]'))?.nonce,
    styleOptions: styleOptions(),
    adaptiveCardsHostConfig: cardStyle(),
    overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words.placeholder },
  };
  window.WebChat.renderWebChat(settings, place);
  // What was said before comes at once and is scrolled to its end; from then on a long answer is shown from its top.
  setTimeout(() => {
    const styleOptionsFromNow = { ...settings.styleOptions, autoScrollSnapOnPage: true };
    window.WebChat.renderWebChat({ ...settings, styleOptions: styleOptionsFromNow }, place);
  }, HISTORY_MS);
}

/**
 * Keeps the newest token for a reload. DirectLineJS refreshes its token while it can; a device that slept too long
 * begins anew. Its own clock only counts the time between, because it may be set wrong.
 * @param {DirectLine} directLine
 * @param {Grant} grant
 */
function keepForReload(directLine, { token: first, conversationId, expires_in }) {
  const keepCurrent = () => keep({ token: directLine.token, conversationId });
  let token = first;
  let tokenSince = Date.now();
  const check = () => {
    if (token !== directLine.token) tokenSince = Date.now();
    else if (Date.now() - tokenSince > expires_in * 1_000) return location.reload();
    token = directLine.token;
    keepCurrent();
  };
  keepCurrent();
  addEventListener('pagehide', keepCurrent);
  setInterval(check, EXPIRY_CHECK_MS);
  document.addEventListener('visibilitychange', check);
}

/** A phone's keyboard covers the page instead of shrinking it: the page is made as high as what is seen. */
function followKeyboard() {
  const { visualViewport: seen } = window;
  seen?.addEventListener('resize', () => {
    document.documentElement.style.setProperty('--height', `${seen.height}px`);
  });
}

async function start() {
  followKeyboard();
  const earlier = kept();
  const resumed = earlier && (await conversation(earlier.token));
  const grant = resumed ?? (await conversation());
  if (grant === undefined) return say(words.unavailable);
  say(earlier && !resumed ? words.expired : '');
  show(grant);
}

start();
