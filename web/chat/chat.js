// The chat of one shop: Web Chat on Direct Line, taken up again after a reload.
import { accepted, fileWatch } from './files.js';

const { policy, accent, onAccent, accentText } = document.body.dataset;
const { nonce } = document.querySelector('script[nonce]');
const api = new URL('../v3/directline', document.baseURI).href;
const keptAs = `returns:${policy}`;
const notice = document.getElementById('notice');
const place = document.getElementById('chat');

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const LOST = 'Connection lost. Reconnecting…';
const INK = '#16202b';
const QUIET = '#56616d';
const HISTORY_MS = 2_000;
const EXPIRY_CHECK_MS = 30_000;
const LONGEST_PAUSE_MS = 15_000;

/** Shows a line above the chat; an empty one hides it. */
function say(text) {
  notice.textContent = text;
  notice.hidden = text === '';
}

/** Hides a line above the chat, if it is this one. */
function unsay(text) {
  if (notice.textContent === text) say('');
}

/** The conversation of this tab; none where the browser keeps nothing. */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(keptAs));
  } catch {
    return null;
  }
}

function keep({ token, conversationId }) {
  try {
    sessionStorage.setItem(keptAs, JSON.stringify({ token, conversationId }));
  } catch {
    // A browser that keeps nothing still chats.
  }
}

/** Posts until the server answers. `undefined` when it refuses. */
async function post(path, token) {
  for (let pause = 1_000; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const headers = token ? { authorization: `Bearer ${token}` } : {};
      const response = await fetch(api + path, { method: 'POST', headers });
      if (response.ok) return await response.json();
      if (response.status < 500) return undefined;
    } catch {
      // No connection: the same as a server that is not ready.
    }
    say('The chat cannot be reached at the moment. Trying again…');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** DirectLineJS reconnects by itself but does not say that it must. */
class WatchedSocket extends WebSocket {
  /** What was said before the connection was lost, and is said again after. */
  static covered = '';

  constructor(...settings) {
    super(...settings);
    this.addEventListener('open', () => {
      if (notice.textContent === LOST) say(WatchedSocket.covered);
    });
    this.addEventListener('close', () => {
      if (notice.textContent !== LOST) WatchedSocket.covered = notice.textContent;
      say(LOST);
    });
  }
}

/** How cards look: the text as large as in the bubbles around them, the shop's colour for headings. */
function cardStyle() {
  const colors = (color, subtle = color) => ({ default: color, subtle });
  return {
    fontFamily: FONT,
    supportsInteractivity: true,
    fontSizes: { small: 13, default: 16, medium: 17, large: 20, extraLarge: 24 },
    spacing: { small: 6, default: 8, medium: 16, large: 22, extraLarge: 32, padding: 14 },
    actions: {
      actionAlignment: 'stretch',
      actionsOrientation: 'vertical',
      buttonSpacing: 8,
      maxActions: 100,
      spacing: 'medium',
    },
    containerStyles: {
      default: {
        foregroundColors: {
          default: colors(INK, QUIET),
          accent: colors(accentText),
          attention: colors('#a4262c'),
          good: colors('#0b6a0b'),
          warning: colors('#8a5200'),
        },
      },
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
    textBlock: { headingLevel: 2 },
  };
}

function styleOptions() {
  return {
    accent: accentText,
    backgroundColor: '#ffffff',
    primaryFont: FONT,
    subtle: QUIET,
    uploadAccept: accepted,
    // What is picked goes at once: that it waits for "send" would only be seen by a tick on the button.
    sendAttachmentOn: 'attach',
    markdownRenderHTML: false,
    bubbleBackground: '#f1f3f5',
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 14,
    bubbleMaxWidth: 560,
    bubbleMinWidth: 0,
    bubbleTextColor: INK,
    bubbleFromUserBackground: accent,
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: onAccent,
    cardPushButtonBackgroundColor: accent,
    cardPushButtonTextColor: onAccent,
    suggestedActionLayout: 'flow',
    suggestedActionsFlowMaxHeight: 'calc(var(--height) * 0.46)',
    suggestedActionBorderColor: accentText,
    suggestedActionBorderRadius: 20,
    suggestedActionBorderWidth: 1,
    suggestedActionTextColor: accentText,
    suggestedActionBackgroundColorOnHover: '#f1f3f5',
    suggestedActionKeyboardFocusIndicatorBorderRadius: 18,
    sendBoxHeight: 52,
    sendBoxTextWrap: true,
    sendBoxMaxHeight: 140,
    sendBoxPlaceholderColor: QUIET,
    sendBoxButtonColor: accentText,
    sendBoxButtonColorOnHover: accentText,
    sendBoxButtonColorOnFocus: accentText,
    sendBoxButtonShadeBorderRadius: 12,
  };
}

function show(grant) {
  window.WebSocket = WatchedSocket;
  // The token names the conversation: opening it again continues it, with all that was said.
  const directLine = window.WebChat.createDirectLine({ domain: api, token: grant.token, webSocket: true });
  const current = () => ({ token: directLine.token, conversationId: grant.conversationId });
  keep(grant);
  addEventListener('pagehide', () => keep(current()));
  let token = grant.token;
  let tokenSince = Date.now();
  // DirectLineJS refreshes its token while it can; a device that slept too long begins anew. Its own clock only counts
  // the time between, because it may be set wrong.
  const check = () => {
    if (token !== directLine.token) tokenSince = Date.now();
    else if (Date.now() - tokenSince > grant.expires_in * 1_000) return location.reload();
    token = directLine.token;
    keep(current());
  };
  setInterval(check, EXPIRY_CHECK_MS);
  document.addEventListener('visibilitychange', check);

  place.replaceChildren();
  const settings = {
    directLine,
    store: window.WebChat.createStore({}, fileWatch({ say, unsay })),
    locale: 'en-US',
    nonce,
    styleOptions: styleOptions(),
    adaptiveCardsHostConfig: cardStyle(),
    overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: 'Type your answer or a question' },
  };
  window.WebChat.renderWebChat(settings, place);
  // What was said before comes at once and is scrolled to its end; from then on a long answer is shown from its top.
  setTimeout(() => {
    const styleOptionsFromNow = { ...settings.styleOptions, autoScrollSnapOnPage: true };
    window.WebChat.renderWebChat({ ...settings, styleOptions: styleOptionsFromNow }, place);
  }, HISTORY_MS);
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
  const resumed = earlier ? await post('/tokens/refresh', earlier.token) : undefined;
  const grant = resumed ?? (await post(`/tokens/generate?policy=${encodeURIComponent(policy)}`));
  if (grant === undefined) return say('This chat is not available at the moment. Please contact the shop directly.');
  say(earlier && !resumed ? 'Your earlier chat has expired, so this is a new one.' : '');
  show(grant);
}

start();
