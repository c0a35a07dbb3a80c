// What stands in the talk of a case: what was said, and what colleagues noted meanwhile.
/** @import { CaseView, TranscriptMessage } from '../../../src/desk/case/case-view.ts' */

/** @typedef {CaseView['history'][number]} HistoryEntry */
/**
 * @typedef {{ kind: 'message', id: string, at: string, message: TranscriptMessage }
 *   | { kind: 'note', id: string, at: string, note: HistoryEntry }} TalkEntry
 */

/**
 * Messages and notes in the order in which they came.
 * @param {Pick<CaseView, 'transcript' | 'history'>} view
 * @returns {TalkEntry[]}
 */
export function talkOf({ transcript, history }) {
  const messages = transcript.map((message) => entryOf(message));
  const notes = history.flatMap((note, index) =>
    note.what === 'noted' ? [{ kind: /** @type {const} */ ('note'), id: `note ${index}`, at: note.at, note }] : [],
  );
  return [...messages, ...notes].toSorted((one, other) => one.at.localeCompare(other.at));
}

/**
 * @param {TranscriptMessage} message
 * @returns {TalkEntry}
 */
function entryOf(message) {
  return { kind: 'message', id: message.id, at: message.at, message };
}
