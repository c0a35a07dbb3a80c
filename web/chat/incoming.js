// Messages that come: news in the title of a hidden tab, and a chat that goes on elsewhere.
/** @import { Middleware } from './web-chat.js' */

/**
 * What has come while nobody looked is counted in the title; `onMoved` is called where the customer has opened another
 * conversation. What comes before `historyOver` was said earlier.
 * @param {{ historyOver: number, onMoved: () => void }} settings
 * @returns {Middleware}
 */
export function incomingWatch({ historyOver, onMoved }) {
  return () => (next) => (action) => {
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      const { type, from, channelData } = action.payload.activity;
      if (from.role === 'bot' && type === 'message' && document.hidden && Date.now() > historyOver) showNews();
      if (channelData?.talk === 'moved') onMoved();
    }
    return next(action);
  };
}

const title = document.title;
let news = 0;

function showNews() {
  news += 1;
  document.title = `(${news}) ${title}`;
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  news = 0;
  document.title = title;
});
