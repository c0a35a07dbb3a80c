// Files that a customer sends: Web Chat itself knows no limit and loses without a word what the server refuses.

/** What can be picked; a picker can still be told to show everything. */
export const accepted = 'image/*,application/pdf';

const LIMIT_BYTES = 4 * 1024 * 1024;
/** What an upload carries beside its files. */
const REST_BYTES = 64 * 1024;
const TOO_LARGE = 'Files can have 4 MB together, so these were not sent. Please send fewer or smaller ones.';
const WRONG_KIND = 'Only pictures and PDF files can be sent here, so these were not sent.';
const NOT_SENT = 'Your file could not be sent. Please try again, or describe in words what it shows.';

/** Why these files cannot be sent; `undefined` if they can. */
function refusalOf(files) {
  if (!files.every(({ type }) => type.startsWith('image/') || type === 'application/pdf')) return WRONG_KIND;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return bytes > LIMIT_BYTES - REST_BYTES ? TOO_LARGE : undefined;
}

/** A middleware of Web Chat's store: what cannot be sent is said above the chat until the next message. */
export function fileWatch({ say, unsay }) {
  const notices = [TOO_LARGE, WRONG_KIND, NOT_SENT];
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
    if (isFailure(type) && underWay.delete(meta.clientActivityID)) say(payload?.status === 413 ? TOO_LARGE : NOT_SENT);
    return next(action);
  };
}

function isFailure(type) {
  return type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' || type === 'DIRECT_LINE/POST_ACTIVITY_IMPEDED';
}
