import {
  addDays,
  addMonths,
  addWorkingDays,
  type Clock,
  dayOf,
  endOfDay,
  type IsoDate,
  isIsoDate,
  startOfDay,
} from '../calendar.ts';
import type { FactValue } from '../fact-types/fact-types.ts';
import type { Season } from '../format/day-schema.ts';
import type { Derived } from '../format/period-schema.ts';
import { firstFrom, isInSeason } from '../seasons.ts';
import { UNKNOWN } from './diagram/variable.ts';

/** A derived period as far as it is known: absent value = its inputs are not all given. */
export interface Period {
  value?: string;
  /** Its last day, when known. */
  end?: IsoDate;
  /** For a period in hours the instant on that day at which it ends, as ISO 8601 in UTC. */
  endsAt?: string;
  /** The facts to ask for it, in order, as things stand; empty once `value` is there. */
  open: string[];
  /** The facts that would tell it, in either form; empty once `value` is there. */
  missing: string[];
}

/** A length whose number of months is known. */
type KnownLength =
  | { hours: number }
  | { days: number }
  | { months: number }
  | { workingDays: number }
  | { until: string }
  | { untilStart: true };

/**
 * The status of a period. Whole days end with their last day. Hours run from the instant; where only the day of
 * the start, or only today is known, the value is `unknown` unless every instant of that day gives the same one.
 */
export function periodOf(derived: Derived, known: ReadonlyMap<string, FactValue>, clock: Clock): Period {
  const until = derived.until === undefined ? undefined : known.get(derived.until);
  if (until?.type === 'date') return ending(derived, { day: until.value }, clock);

  const start = startIn(known.get(derived.from));
  const { length } = derived;
  const startOnly: Period = { open: [derived.from], missing: [derived.from] };
  if ('season' in length) {
    if (start === undefined) return startOnly;
    return periodWithValue(start === UNKNOWN ? UNKNOWN : seasonOf(derived, length.season, dayIn(start, clock)));
  }
  if (isKnown(length)) {
    if (start === undefined) return startOnly;
    if (start === UNKNOWN) return periodWithValue(UNKNOWN);
    return started(derived, start, length, clock);
  }

  const asked = length.months;
  const months = known.get(asked);
  if (months === undefined && until === undefined) return unasked(derived, asked, start);
  if (months?.type === 'months' && months.value === 0) return periodWithValue(derived.after);
  if (months?.type !== 'months' || start === UNKNOWN) return periodWithValue(UNKNOWN);
  if (start === undefined) return startOnly;
  return started(derived, start, { months: months.value }, clock);
}

/** The value of a derived fact that says if a day lies in one of some seasons. */
function seasonOf({ within, after }: Derived, seasons: readonly Season[], day: IsoDate): string {
  return seasons.some((season) => isInSeason(day, season)) ? within : after;
}

/** The day or instant at which a period starts, if it is given. */
function startIn(given: FactValue | undefined): string | undefined {
  if (given?.type === 'unknown') return UNKNOWN;
  return given?.type === 'date' || given?.type === 'instant' ? given.value : undefined;
}

function isKnown(length: Derived['length']): length is KnownLength {
  return !('season' in length || ('months' in length && typeof length.months === 'string'));
}

/** Neither form of the period is given. Without a start, months say little: then its last day is asked for. */
function unasked(derived: Derived, months: string, start: string | undefined): Period {
  const forms = derived.until === undefined ? [months] : [months, derived.until];
  const form = start === UNKNOWN ? (derived.until ?? months) : (derived.askFor ?? months);
  const needsStart = start === undefined ? [derived.from] : [];
  return { open: form === months ? [form, ...needsStart] : [form], missing: [...needsStart, ...forms] };
}

/** The end of a length of time: a day until its end, or an instant, as early and as late as it can be. */
type End = { day: IsoDate } | { earliest: number; latest: number };

function started(derived: Derived, start: string, length: KnownLength, clock: Clock): Period {
  const period = ending(derived, extended(derived, start, endOf(start, length, clock), clock), clock);
  if (period.value !== derived.within) return period;
  for (const step of derived.steps) {
    const timing = todayAgainst(endOf(start, step, clock), clock);
    if (timing !== 'after') return { ...period, value: timing === 'within' ? step.value : UNKNOWN };
  }
  return period;
}

function endOf(start: string, length: KnownLength | { daysBefore: number }, clock: Clock): End {
  const day = dayIn(start, clock);
  if ('untilStart' in length) return { day };
  if ('daysBefore' in length) return { day: addDays(day, -length.daysBefore) };
  if ('days' in length) return { day: addDays(day, length.days) };
  if ('months' in length) return { day: addMonths(day, length.months) };
  if ('until' in length) return { day: firstFrom(day, length.until) };
  if ('workingDays' in length) return { day: addWorkingDays(day, length.workingDays, clock.holidays) };
  const milliseconds = length.hours * 3_600_000;
  if (!isIsoDate(start)) {
    const end = Date.parse(start) + milliseconds;
    return { earliest: end, latest: end };
  }
  const { timeZone } = clock;
  return { earliest: startOfDay(day, timeZone) + milliseconds, latest: endOfDay(day, timeZone) - 1 + milliseconds };
}

/** A start within a season moves an end before the season's own. */
function extended({ extended }: Derived, start: string, end: End, clock: Clock): End {
  const day = dayIn(start, clock);
  return extended
    .filter((season) => isInSeason(day, season))
    .map(({ until }) => firstFrom(day, until))
    .reduce((last: End, until) => (lastDay(last, clock) < until ? { day: until } : last), end);
}

function ending(derived: Derived, end: End, clock: Clock): Period {
  const value = { within: derived.within, after: derived.after, unknown: UNKNOWN }[todayAgainst(end, clock)];
  const endsAt = 'day' in end ? {} : { endsAt: new Date(end.earliest).toISOString().replace('.000Z', 'Z') };
  return { ...periodWithValue(value), end: lastDay(end, clock), ...endsAt };
}

/** The position of now, or of any instant of today if that is all there is, against the end. */
function todayAgainst(end: End, { today, now, timeZone }: Clock): 'within' | 'after' | 'unknown' {
  if ('day' in end) return today <= end.day ? 'within' : 'after';
  const first = now === undefined ? startOfDay(today, timeZone) : Date.parse(now);
  const last = now === undefined ? endOfDay(today, timeZone) - 1 : first;
  if (last <= end.earliest) return 'within';
  return first > end.latest ? 'after' : 'unknown';
}

function lastDay(end: End, { timeZone }: Clock): IsoDate {
  return 'day' in end ? end.day : dayOf(new Date(end.earliest), timeZone);
}

function dayIn(start: string, { timeZone }: Clock): IsoDate {
  return isIsoDate(start) ? start : dayOf(start, timeZone);
}

function periodWithValue(value: string): Period {
  return { value, open: [], missing: [] };
}
