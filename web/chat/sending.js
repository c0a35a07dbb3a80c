// Messages on their way: sent again, under the same id, until the server has them; also after a reload.
/** @import { DirectLine, OutgoingActivity } from './web-chat.js' */
import { api, longer, sayFound, sayLost, wait } from './direct-line.js';
import { page } from './page.js';

/** @typedef {{ conversationId: string, activity: OutgoingActivity }} Unsent */

const key = `returns:${page.policy}:unsent`;

/** The server has looked at a message and does not take it. */
class RefusedError extends Error {
  /** @override */
  name = 'RefusedError';

  /** @param {number} status */
  constructor(status) {
    super(`refused (${status})`);
    this.status = status;
  }
}

/** @type {Promise<unknown>} One message after the other, so that they arrive in their order. */
let before = Promise.resolve();

/**
 * Lets messages go out our way. Files still go by DirectLineJS.
 * @param {DirectLine} directLine
 * @param {string} conversationId
 */
export function sendReliably(directLine, conversationId) {
  const post = directLine.postActivity.bind(directLine);
  /** @param {OutgoingActivity} activity */
  const send = (activity) => {
    const sent = before.then(() => deliver(directLine, conversationId, activity));
    before = sent.catch(() => {});
    return sent;
  };
  directLine.postActivity = (activity) => {
    if (activity.type !== 'message' || activity.attachments?.length) return post(activity);
    remember([...unsent(), { conversationId, activity }]);
    return observable(send(activity));
  };
  for (const one of unsent()) if (one.conversationId === conversationId) send(one.activity).catch(() => {});
}

/**
 * @param {DirectLine} directLine
 * @param {string} conversationId
 * @param {OutgoingActivity} activity
 * @returns {Promise<string>} the id that the server gave it
 */
async function deliver(directLine, conversationId, activity) {
  const body = JSON.stringify(activity);
  for (let pause = 1_000; ; pause = longer(pause)) {
    const response = await attempt(directLine.token, conversationId, body);
    if (response?.ok) {
      sayFound();
      forget(activity);
      return (await response.json()).id;
    }
    // A token that has expired is renewed meanwhile.
    if (response && response.status < 500 && ![401, 408, 429].includes(response.status)) {
      forget(activity);
      throw new RefusedError(response.status);
    }
    sayLost();
    await wait(pause);
  }
}

/**
 * @param {string} token
 * @param {string} conversationId
 * @param {string} body
 */
async function attempt(token, conversationId, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    return await fetch(`${api}/conversations/${conversationId}/activities`, { method: 'POST', headers, body });
  } catch {
    return undefined;
  }
}

/** @param {Promise<string>} sent */
function observable(sent) {
  return {
    /** @param {{ next(id: string): void, error(error: unknown): void, complete(): void }} observer */
    subscribe({ next, error, complete }) {
      sent.then((id) => {
        next(id);
        complete();
      }, error);
      return { unsubscribe() {} };
    },
  };
}

/** @returns {Unsent[]} */
function unsent() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

/** @param {Unsent[]} messages */
function remember(messages) {
  try {
    sessionStorage.setItem(key, JSON.stringify(messages));
  } catch {
    // It is sent all the same, but for a reload.
  }
}

/** @param {OutgoingActivity} sent */
function forget({ channelData: { clientActivityID } }) {
  remember(unsent().filter(({ activity }) => activity.channelData.clientActivityID !== clientActivityID));
}
