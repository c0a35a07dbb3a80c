import type { FoundDate } from '../../dates/dates-in-text.ts';
import { type DayEvent, eventsNamed, isAmong } from '../../dates/events/events.ts';
import { wordSet } from '../../text/phrases.ts';
import en from '../en/facts/day-cues.json' with { type: 'json' };
import { type Evidence, firstOf, lastOf, type Reading, textOf } from '../phrases/evidence.ts';
import { stemOf } from '../tokens/tokens.ts';

/** A date of the message, and the words that say it, as places among the tokens. */
export interface Day {
  reading: Exclude<FoundDate['reading'], { kind: 'none' | 'future' }>;
  first: number;
  last: number;
  /** What happened on it as far as the words beside it tell; `isLoose`: they may tell of another day. */
  events: readonly DayEvent[];
  isLoose: boolean;
  /** "A week earlier": a day, counted from one that is not known. */
  isRelative: boolean;
  /** "5 days after I ordered it on the 10th": counted from one that is. */
  isCounted: boolean;
}

/** A day and the word that tells what happened on it. */
export interface Pair {
  day: Day;
  cue: Evidence;
  cost: number;
}

/** Other events that happen on days: a date beside one of these is not the date of something further off. */
const EVENTS = new Set([...wordSet(en.events)].map(stemOf));
/** The most words between a cue and its date; a comma counts as some. */
const FURTHEST = 9;
const COMMA = 3;
/** The most dates and cues of a message that are weighed; nobody tells more of one item. */
export const MAX_DAYS = 12;
const MAX_CUES = 24;
/** The factor by which "bought on 3 May" is nearer than "on 3 May bought". */
const CUE_AFTER = 2.5;
/** The most words after a date within which another event is looked for. */
const AHEAD = 5;

/** Each day with its cue, the nearest first; a cue and a day are used once. */
export function paired(reading: Reading, days: readonly Day[], cues: readonly Evidence[]): Pair[] {
  const all = days
    .flatMap((day) => cues.slice(0, MAX_CUES).map((cue) => ({ day, cue, cost: costOf(reading, day, cue) })))
    .filter(({ cost }) => cost <= FURTHEST)
    .sort((a, b) => a.cost - b.cost);
  const pairs: Pair[] = [];
  for (const pair of all) {
    const isRival = ({ day, cue }: Pair) =>
      day === pair.day
        ? cue.sense.fact !== pair.cue.sense.fact || cue.sense === pair.cue.sense
        : firstOf(cue) === firstOf(pair.cue) && cue.sense.fact === pair.cue.sense.fact;
    if (!pairs.some(isRival)) pairs.push(pair);
  }
  return pairs;
}

function costOf(reading: Reading, day: Day, cue: Evidence): number {
  const told = eventsNamed(textOf(reading, firstOf(cue), lastOf(cue)));
  if (day.events.length > 0 && told.size > 0) {
    if (isAmong(day.events, told)) return 0;
    if (!day.isLoose) return Number.POSITIVE_INFINITY;
  }
  return distance(reading, day, cue);
}

function distance({ tokens }: Reading, day: Day, cue: Evidence): number {
  const isBefore = firstOf(cue) < day.first;
  const [from, to] = isBefore ? [lastOf(cue) + 1, day.first] : [day.last + 1, firstOf(cue)];
  const between = tokens.slice(from, to);
  const pauses = tokens.slice(from, to + 1).map(({ pause }) => pause);
  if (pauses.includes('sentence')) return Number.POSITIVE_INFINITY;
  if (between.some(({ stems }) => stems.some((stem) => EVENTS.has(stem)))) return Number.POSITIVE_INFINITY;
  if (isBefore && belongsAhead(tokens, between, day)) return Number.POSITIVE_INFINITY;
  const commas = pauses.filter((pause) => pause === 'comma').length;
  if (commas > 0 && hasOwnEvent(tokens, day)) return Number.POSITIVE_INFINITY;
  return between.length + commas * COMMA + (isBefore ? 0 : CUE_AFTER);
}

/**
 * "It arrived, and yesterday it broke": what comes after "and" tells what happened on that day; "and the other in June"
 * is another thing.
 */
function belongsAhead(tokens: Reading['tokens'], between: Reading['tokens'], day: Day): boolean {
  if (!between.some(({ word }) => word === 'and' || word === 'then' || word === 'but')) return false;
  const isOther = between.some(
    ({ word }, at) => word === 'and' && /^(?:the|a|an|my|one|another)$/.test(between[at + 1]?.word ?? ''),
  );
  if (isOther) return true;
  const ahead = tokens.slice(day.last + 1, day.last + 1 + AHEAD);
  const pause = ahead.findIndex(({ pause }) => pause !== 'none');
  return ahead.slice(0, pause < 0 ? AHEAD : pause).some(({ stems }) => stems.some((stem) => EVENTS.has(stem)));
}

/** True if between the pauses around a day something else happens. */
export function hasOwnEvent(tokens: Reading['tokens'], day: Day): boolean {
  let first = day.first;
  while (first > 0 && tokens[first]?.pause === 'none') first -= 1;
  let end = day.last + 1;
  while (end < tokens.length && tokens[end]?.pause === 'none') end += 1;
  return tokens.slice(first, end).some(({ stems }) => stems.some((stem) => EVENTS.has(stem)));
}
