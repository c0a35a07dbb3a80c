import type { PolicyFile } from '../../policy/schema.ts';
import { type FoundDate, findDates } from '../dates-in-text.ts';
import { type Evidence, firstOf, isCorrectedBetween, isStated, lastOf, quoted, type Reading } from './evidence.ts';
import type { HeardFact } from './heard.ts';
import type { Mood } from './mood.ts';
import { stemOf } from './tokens.ts';

/** A date of the message, and the words that say it, as places among the tokens. */
interface Day {
  reading: Exclude<FoundDate['reading'], { kind: 'none' | 'future' }>;
  first: number;
  last: number;
  /** "A week earlier": a day, counted from another. */
  isRelative: boolean;
}
interface Pair {
  day: Day;
  cue: Evidence;
  cost: number;
}

/** What else happens on days: a date beside one of these is not the date of something further off. */
const EVENTS = new Set(
  'broke broken break stop die fail start crash notice notic happen call email mail write wrote contact return send sent post repair fix open install activate use drop fell fall spill replace register ask told tell complain try work cancel change pay paid refund promise expect report request leave left reply replied answer move'
    .split(' ')
    .map(stemOf),
);
const APPROXIMATE = new Set(
  'about around roughly approximately approx circa maybe probably perhaps ish think near'.split(' '),
);
/** How far a cue may stand from its date, in words; a comma counts as some. */
const FURTHEST = 9;
const COMMA = 3;
/** How many dates and cues of a message are weighed; nobody tells more of one item. */
const MOST_DAYS = 12;
const MOST_CUES = 24;
const CUE_AFTER = 2.5;
const AHEAD = 5;

/** The days that a message gives for date facts, each by the nearest word that tells what happened on it. */
export function heardDays(
  file: PolicyFile,
  reading: Reading,
  options: { today: string; open?: string | undefined },
): HeardFact[] {
  const days = daysIn(reading, options.today);
  const cues = reading.evidence.filter(
    (one) => one.sense.kind === 'cue' && isStated(one) && one.polarity === 'affirmed' && isDate(file, one.sense.fact),
  );
  const pairs = paired(reading, days, cues);
  const facts = new Set(pairs.map(({ cue }) => cue.sense.fact));
  const heard = [...facts].flatMap((fact) => heardDay(reading, fact, pairs, days) ?? []);
  return heard.length === 0 && cues.length === 0 ? answering(file, reading, days, options.open) : heard;
}

function isDate(file: PolicyFile, fact: string): boolean {
  const type = file.facts[fact]?.type;
  return type === 'date' || type === 'instant';
}

function daysIn(reading: Reading, today: string): Day[] {
  return findDates(reading.text, { today }).flatMap(({ reading: said, start, end }) => {
    if (said.kind === 'none' || said.kind === 'future') return [];
    const first = reading.tokens.findIndex((token) => token.end > start);
    const last = reading.tokens.findLastIndex((token) => token.start < end);
    const isRelative = /\b(?:earlier|later|after)\b/i.test(reading.text.slice(start, end + 8));
    const isSaid = first >= 0 && last >= first && !isUnsaid(reading.moods[first]);
    return isSaid ? [{ reading: said, first, last, isRelative }] : [];
  });
}

function isUnsaid(mood: Mood | undefined): boolean {
  return mood === undefined || mood === 'supposed' || mood === 'asked';
}

/** Each day with its cue, the nearest first; a cue and a day are used once. */
function paired(reading: Reading, days: readonly Day[], cues: readonly Evidence[]): Pair[] {
  const all = days
    .slice(0, MOST_DAYS)
    .flatMap((day) => cues.slice(0, MOST_CUES).map((cue) => ({ day, cue, cost: costOf(reading, day, cue) })))
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

function costOf({ tokens }: Reading, day: Day, cue: Evidence): number {
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

/** "It arrived, and yesterday it broke": what comes after "and" tells what happened on that day; "and the other in June" is another thing. */
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

/** Whether between the pauses around a day something else happens. */
function hasOwnEvent(tokens: Reading['tokens'], day: Day): boolean {
  let first = day.first;
  while (first > 0 && tokens[first]?.pause === 'none') first -= 1;
  let end = day.last + 1;
  while (end < tokens.length && tokens[end]?.pause === 'none') end += 1;
  return tokens.slice(first, end).some(({ stems }) => stems.some((stem) => EVENTS.has(stem)));
}

function heardDay(reading: Reading, fact: string, pairs: readonly Pair[], days: readonly Day[]): HeardFact | undefined {
  const own = pairs.filter(({ cue }) => cue.sense.fact === fact).sort((a, b) => a.day.first - b.day.first);
  const last = own.at(-1);
  if (!last || own.some(({ day }) => day.isRelative)) return undefined;
  const corrected = days.findLast(
    (day) =>
      day.first > last.day.last &&
      !pairs.some((pair) => pair.day === day) &&
      isCorrectedBetween(reading, last.day.last, day.first),
  );
  if (corrected) return heard(reading, fact, corrected, 'high', corrected.first);
  const values = new Set(own.map(({ day }) => JSON.stringify(day.reading)));
  const isClear = values.size === 1 || isCorrectedBetween(reading, own.at(-2)?.day.last ?? 0, last.day.first);
  if (!isClear) return undefined;
  return heard(reading, fact, last.day, last.cue.mood === 'said' ? 'high' : 'low', firstOf(last.cue));
}

function answering(file: PolicyFile, reading: Reading, days: readonly Day[], open: string | undefined): HeardFact[] {
  const [day, ...others] = days;
  if (
    open === undefined ||
    !day ||
    day.isRelative ||
    others.length ||
    !isDate(file, open) ||
    hasOwnEvent(reading.tokens, day)
  )
    return [];
  return [heard(reading, open, day, 'high', day.first)];
}

function heard(reading: Reading, fact: string, day: Day, confidence: 'high' | 'low', from: number): HeardFact {
  const isApproximate = reading.tokens
    .slice(Math.max(0, day.first - 2), day.first + 1)
    .some(({ word }) => APPROXIMATE.has(word));
  return {
    fact,
    ...spanOf(day),
    confidence: day.reading.kind === 'ambiguous' ? 'low' : confidence,
    ...(isApproximate && { isApproximate }),
    evidence: quoted(reading, Math.min(from, day.first), Math.max(from, day.last)),
  };
}

function spanOf({ reading }: Day): Pick<HeardFact, 'value' | 'range'> {
  if (reading.kind === 'date') return { value: reading.value };
  const [from, to] =
    reading.kind === 'range' ? [reading.from, reading.to] : ([...reading.values].sort() as [string, string]);
  return { value: from, range: { from, to } };
}
