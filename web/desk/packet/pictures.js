// The pictures of a case.
/** @import { CaseView, TranscriptMessage } from '../../../src/desk/case/case-view.ts' */

/** @typedef {NonNullable<TranscriptMessage['keptFiles']>[number]} KeptFile */

const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/**
 * The pictures that were sent, in their order.
 * @param {Pick<CaseView, 'transcript'>} view
 * @returns {KeptFile[]}
 */
export function picturesIn({ transcript }) {
  return transcript.flatMap(({ keptFiles = [] }) => keptFiles).filter(({ contentType }) => shown.includes(contentType));
}

/**
 * Two pictures side by side: the one at this place and the one behind it, where there is one.
 * @param {KeptFile[]} pictures
 * @param {number} at
 */
export function pairAt(pictures, at) {
  return pictures.length < 2
    ? pictures
    : [pictures[at], pictures[(at + 1) % pictures.length]].flatMap((one) => one ?? []);
}

/** @param {KeptFile} file */
export function addressOf({ id }) {
  return `desk/api/files/${encodeURIComponent(id)}`;
}
