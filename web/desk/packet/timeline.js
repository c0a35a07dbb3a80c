// What happened in a case, in one line after the other.
/** @import { CaseView, TranscriptMessage } from '../../../src/desk/case/case-view.ts' */

/**
 * @typedef {{ kind: 'step', at: string, entry: CaseView['history'][number] }
 *   | { kind: 'messages', at: string, who: TranscriptMessage['who'], name?: string, text: string, count: number }
 *   | { kind: 'file', at: string, who: TranscriptMessage['who'], name: string }
 *   | { kind: 'form', at: string, rma: string }} Happening
 */

/**
 * Steps, messages, files and the form in their order; what one side wrote in a row is one line.
 * @param {Pick<CaseView, 'history' | 'transcript' | 'submitted'>} view
 * @returns {Happening[]}
 */
export function timelineOf({ history, transcript, submitted }) {
  /** @type {Happening[]} */
  const all = [
    ...transcript.flatMap(fromMessage),
    ...history.map((entry) => ({ kind: /** @type {const} */ ('step'), at: entry.at, entry })),
    ...(submitted ? [{ kind: /** @type {const} */ ('form'), at: submitted.at, rma: submitted.rma }] : []),
  ];
  return all.toSorted((one, other) => one.at.localeCompare(other.at)).reduce(joined, []);
}

/**
 * @param {TranscriptMessage} message
 * @returns {Happening[]}
 */
function fromMessage({ at, who, name, text, files }) {
  const sent = files.map((file) => ({ kind: /** @type {const} */ ('file'), at, who, name: file }));
  if (text === '') return sent;
  return [{ kind: 'messages', at, who, ...(name !== undefined && { name }), text, count: 1 }, ...sent];
}

/**
 * @param {Happening[]} before
 * @param {Happening} next
 * @returns {Happening[]}
 */
function joined(before, next) {
  const last = before.at(-1);
  const isOne =
    last?.kind === 'messages' && next.kind === 'messages' && last.who === next.who && last.name === next.name;
  return isOne ? [...before.slice(0, -1), { ...last, count: last.count + 1 }] : [...before, next];
}
