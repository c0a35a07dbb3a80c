// Files that a customer sends: Web Chat itself knows no limit and loses without a word what the server refuses.
/** @import { Middleware } from './web-chat.js' */
import { say, unsay } from './notice.js';
import { page } from './page.js';

/** The content types that can be picked; a picker can still be told to show everything. */
export const accepted = 'image/*,application/pdf';

const LIMIT_BYTES = 4 * 1024 * 1024;
/** The fields of an upload beside its files. */
const REST_BYTES = 64 * 1024;
const { filesTooLarge, filesOfWrongKind, fileNotSent } = page.words;
const notices = [filesTooLarge, filesOfWrongKind, fileNotSent];

/**
 * The reason why these files cannot be sent; `undefined` if they can.
 * @param {Blob[]} files
 */
function refusalOf(files) {
  if (!files.every(({ type }) => type.startsWith('image/') || type === 'application/pdf')) return filesOfWrongKind;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return bytes > LIMIT_BYTES - REST_BYTES ? filesTooLarge : undefined;
}

/**
 * A middleware of Web Chat's store: what cannot be sent is said above the chat until the next message.
 * @returns {Middleware}
 */
export function fileWatch() {
  /** Messages with files that the server has not answered yet, by the ids of the client. */
  const underWay = new Set();
  return () => (next) => (action) => {
    const { type, payload, meta } = action;
    if (type === 'WEB_CHAT/SEND_MESSAGE') {
      for (const notice of notices) unsay(notice);
      const { attachments = [], text } = payload;
      const refusal = refusalOf(attachments.map(({ blob }) => blob));
      if (refusal === undefined) return next(action);
      say(refusal);
      // The words that were written beside the files still go.
      return text ? next({ ...action, payload: { ...payload, attachments: [] } }) : action;
    }
    if (type === 'DIRECT_LINE/POST_ACTIVITY_PENDING' && payload.activity.attachments?.length) {
      underWay.add(meta.clientActivityID);
    }
    if (type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED') underWay.delete(meta.clientActivityID);
    const isFailure = type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' || type === 'DIRECT_LINE/POST_ACTIVITY_IMPEDED';
    if (isFailure && underWay.delete(meta.clientActivityID)) say(payload?.status === 413 ? filesTooLarge : fileNotSent);
    return next(action);
  };
}
