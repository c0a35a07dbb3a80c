import { Temporal } from 'temporal-polyfill';
import { plainAnswer } from '../../text/plain-text.ts';
import { type DateReading, readDate } from '../dates.ts';

const LEAD =
  "(?:(?:it|that|this|they)(?: (?:was|were|is|came|arrived|got here|turned up|must have (?:been|come)|should be)|'s)|i (?:think|guess|believe|got it|got mine|received it|bought it|had it)|i'd say|must have been|should be|some ?time|definitely|certainly|surely|for sure|only|shortly|just|well|so|anyway|,)";
const TAIL = '(?:,? (?:at the (?:very )?(?:latest|earliest)|i (?:think|guess|believe|suppose)|anyway|for sure|or so))*';
const BOUND = new RegExp(
  `^(?:${LEAD},? )*(before|prior to|after|not before|not after|by|not later than|no later than|not earlier than)(?: on| the day)? (.{2,40}?)${TAIL}[.!]?$`,
);
const PERHAPS = new RegExp(
  `^(?:${LEAD},? )*(?:probably|maybe|perhaps|possibly|presumably|i (?:think|guess|believe|suppose)|(?:it |that )?must have been|(?:it |that )?should be)(?: it was| that was)?(?: on)? (the \\d{1,2}(?:st|nd|rd|th))${TAIL}[.!]?$`,
);

/** How far back "before May" may reach: over every edge of a policy that lies before. */
const FARTHEST_YEARS = 10;

/**
 * A day that is only bounded ("before the 12th", "after last Friday"), or named by its number and not for certain
 * ("probably the 20th"); undefined of all else.
 */
export function readBounded(text: string, today: string): DateReading | undefined {
  const plain = plainAnswer(text);
  const likely = PERHAPS.exec(plain)?.[1];
  if (likely !== undefined) {
    const named = readDate(likely, { today });
    return named.kind === 'date' ? { ...named, isPerhaps: true } : undefined;
  }
  const [, bound, named = ''] = BOUND.exec(plain) ?? [];
  if (bound === undefined) return undefined;
  const reading = readDate(named, { today });
  if (reading.kind !== 'date' && reading.kind !== 'range') return undefined;
  const [from, to] = reading.kind === 'date' ? [reading.value, reading.value] : [reading.from, reading.to];
  const isAfter = /^(?:after|not before|not earlier)/.test(bound);
  const isIncluded = bound !== 'before' && bound !== 'after' && bound !== 'prior to';
  if (isAfter) return rangeOf(isIncluded ? from : shifted(to, { days: 1 }), today);
  const last = isIncluded ? to : shifted(from, { days: -1 });
  return rangeOf(shifted(last, { years: -FARTHEST_YEARS }), last);
}

function rangeOf(from: string, to: string): DateReading | undefined {
  return from < to ? { kind: 'range', from, to } : undefined;
}

function shifted(day: string, by: Temporal.DurationLike): string {
  return Temporal.PlainDate.from(day).add(by).toString();
}
