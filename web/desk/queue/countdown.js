// How urgent a case is by the clock.
/** @import { CaseSummary } from '../../../src/desk/case/case-view.ts' */
import { fillIn, words } from '../words/desk-words.js';
import { timeOf, timeSince } from '../words/times.js';

const { finding } = words;
const { time } = words.page;

/**
 * The time until a promise, or since it, else since when the customer waits, else since the case was filed.
 * @param {Pick<CaseSummary, 'at' | 'waitingSince' | 'dueAt' | 'snoozedUntil'>} one
 * @param {number} now milliseconds since 1970
 * @returns {{ instant: string, text: string, isOverdue: boolean }}
 */
export function countdown({ at, waitingSince, dueAt, snoozedUntil }, now) {
  if (snoozedUntil !== undefined && Date.parse(snoozedUntil) > now) {
    return { instant: snoozedUntil, text: fillIn(finding.backAt, { time: timeOf(snoozedUntil) }), isOverdue: false };
  }
  if (dueAt !== undefined) {
    const due = Date.parse(dueAt);
    const isOverdue = due <= now;
    // The time until then is the time since now, seen from there.
    const text = isOverdue
      ? fillIn(finding.overdueBy, { time: spanWords(dueAt, now) })
      : fillIn(finding.dueIn, { time: spanWords(new Date(now).toISOString(), due) });
    return { instant: dueAt, text, isOverdue };
  }
  if (waitingSince !== undefined) {
    return {
      instant: waitingSince,
      text: fillIn(finding.waits, { time: spanWords(waitingSince, now) }),
      isOverdue: false,
    };
  }
  return { instant: at, text: sinceWords(at, now), isOverdue: false };
}

/**
 * @param {string} from
 * @param {number} to
 */
function spanWords(from, to) {
  const span = timeSince(from, to);
  return span.unit === 'now' ? fillIn(time.minutes, { count: 0 }) : wordsOf(span);
}

/**
 * @param {string} at
 * @param {number} now
 */
function sinceWords(at, now) {
  const since = timeSince(at, now);
  return since.unit === 'now' ? time.now : wordsOf(since);
}

/** @param {Exclude<ReturnType<typeof timeSince>, { unit: 'now' }>} span */
function wordsOf(span) {
  return span.unit === 'hours' ? fillIn(time.hours, span) : fillIn(time[span.unit], span);
}
