// The chat of one shop: Web Chat on Direct Line, with the conversation of this browser, whenever it comes back.
/** @import { DirectLine } from './web-chat.js' */
/** @import { Grant } from './direct-line.js' */
import { elementOf } from '../page.js';
import { api, begin, isReachable, renew, sayFound, WatchedSocket } from './direct-line.js';
import { keepDraft, takeDraft } from './draft.js';
import { fileWatch } from './files.js';
import { incomingWatch } from './incoming.js';
import { longTextWatch } from './long-text.js';
import { cardStyle, NO_TIMEOUT_MS, styleOptions } from './looks.js';
import { say } from './notice.js';
import { page } from './page.js';
import { sendReliably } from './sending.js';
import { changeTalk, keep, mayHaveTalk, oneTabAtATime, secretInAddress } from './talk.js';

const HISTORY_MS = 2_000;
const EXPIRY_CHECK_MS = 30_000;
const POLLING_MS = 2_000;
const { words } = page;

/** @type {{ directLine: DirectLine, token: string, tokenSince: number, lifeMs: number } | undefined} */
let current;

/**
 * @param {Grant} grant
 * @param {{ webSocket: boolean }} [how]
 */
function show(grant, { webSocket } = { webSocket: true }) {
  // The token names the conversation: opening it again continues it, with all that was said.
  const directLine = window.WebChat.createDirectLine({
    domain: api,
    token: grant.token,
    webSocket,
    pollingInterval: POLLING_MS,
  });
  current?.directLine.end();
  current = { directLine, token: grant.token, tokenSince: Date.now(), lifeMs: grant.expires_in * 1_000 };
  sendReliably(directLine, grant.conversationId);
  const place = document.createElement('div');
  place.className = 'chat-place';
  elementOf('chat').replaceChildren(place);
  const historyOver = Date.now() + HISTORY_MS;
  const settings = {
    directLine,
    store: window.WebChat.createStore(
      { sendBoxValue: takeDraft(), sendTimeout: NO_TIMEOUT_MS },
      fileWatch(),
      longTextWatch(),
      incomingWatch({ historyOver, onMoved: follow }),
    ),
    locale: page.language,
    nonce: /** @type {HTMLElement | null} */ (document.querySelector('script[nonce]'))?.nonce,
    styleOptions: styleOptions(),
    adaptiveCardsHostConfig: cardStyle(),
    overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: words.placeholder },
  };
  window.WebChat.renderWebChat(settings, place);
  // What was said before comes at once and is scrolled to its end; from then on a long answer is shown from its top.
  setTimeout(() => {
    if (current?.directLine !== directLine) return;
    const styleOptionsFromNow = { ...settings.styleOptions, autoScrollSnapOnPage: true };
    window.WebChat.renderWebChat({ ...settings, styleOptions: styleOptionsFromNow }, place);
  }, HISTORY_MS);
}

/** Sockets where they get through, else polling. @param {Grant} grant */
function connect(grant) {
  // DirectLineJS throws where the name itself is missing.
  Object.assign(window, { WebSocket: window.WebSocket && WatchedSocket });
  WatchedSocket.onRefused = async () => {
    if (!(await isReachable(grant))) return;
    WatchedSocket.onRefused = () => {};
    keepDraft();
    sayFound();
    show({ ...grant, token: current?.token ?? grant.token }, { webSocket: false });
  };
  show(grant);
}

/**
 * DirectLineJS refreshes its token while it can; on a device that slept too long it is renewed. Its own clock only
 * counts the time between, because it may be set wrong.
 */
async function checkToken() {
  if (!current) return;
  const { directLine, token, tokenSince, lifeMs } = current;
  if (token !== directLine.token) current = { ...current, token: directLine.token, tokenSince: Date.now() };
  else if (Date.now() - tokenSince > lifeMs) {
    current = undefined;
    // The page is loaded anew only when the server can be reached, or the browser would show a page of its own.
    await renew();
    location.reload();
  }
}

/** Goes on where the customer has opened an earlier conversation. */
async function follow() {
  const grant = await renew({ token: current?.directLine.token });
  if (!grant) return;
  keep(grant);
  changeTalk();
}

async function startAnew() {
  if (!confirm(words.newChatSure)) return;
  const grant = await begin();
  if (!grant) return say(words.unavailable);
  keep(grant);
  changeTalk();
}

/** A phone's keyboard covers the page instead of shrinking it: the page is made as high as what is seen. */
function followKeyboard() {
  const { visualViewport: seen } = window;
  seen?.addEventListener('resize', () => {
    document.documentElement.style.setProperty('--height', `${seen.height}px`);
  });
}

/** The conversation of a link, else of this browser, else a new one, and what is to be said of that. */
async function open() {
  const secret = secretInAddress();
  const linked = secret === undefined ? undefined : await renew({ secret });
  if (linked) return { grant: linked, notice: '' };
  const isExpected = mayHaveTalk();
  const resumed = isExpected ? await renew() : undefined;
  const notice = secret === undefined ? (isExpected && !resumed ? words.expired : '') : words.linkExpired;
  return { grant: resumed ?? (await begin()), notice };
}

async function start() {
  followKeyboard();
  const { grant, notice } = await oneTabAtATime(open);
  if (grant === undefined) return say(words.unavailable);
  keep(grant);
  say(notice);
  connect(grant);
  elementOf('new-chat').addEventListener('click', startAnew);
  addEventListener('pagehide', keepDraft);
  setInterval(checkToken, EXPIRY_CHECK_MS);
  document.addEventListener('visibilitychange', checkToken);
}

start();
