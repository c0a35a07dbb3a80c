import { addDays, addMonths, addWorkingDays, type IsoDate, type Moment } from '../calendar.ts';
import type { Policy } from '../engine/diagram/compile.ts';
import { entryAt } from '../entry-at.ts';
import type { Derived } from '../format/schema.ts';
import { around, edgesAround, lastBefore } from '../seasons.ts';

/** A length that customers state for a period of as many months as a fact says. */
export const usualMonths = 12;

/** The moments at which a policy is looked at: now, and on both sides of what a season changes. */
export function momentsOf({ file }: Policy, today: IsoDate): Moment[] {
  const days = Object.values(file.derived)
    .flatMap(fixedDaysOf)
    .flatMap((day) => around(today, day))
    .flatMap((day) => [day, addDays(day, 1)]);
  const hasInstants = Object.values(file.facts).some(({ type }) => type === 'instant');
  return [...new Set([today, ...days])].map((day) => ({
    today: day,
    ...(hasInstants && { now: `${day}T12:00:00Z` }),
  }));
}

/** The days, of one year or of each, that a derived fact names. */
function fixedDaysOf({ length, extended }: Derived): string[] {
  const seasons = 'season' in length ? length.season : [];
  const ends = 'until' in length ? [length.until] : [];
  return [
    ...extended.flatMap(({ from, to, until }) => [from, to, until]),
    ...seasons.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()),
    ...ends,
  ];
}

/**
 * The starts at which the periods are just within and just over now, and for an `until` its last day and the day after.
 */
export function boundariesOf(
  policy: Policy,
  starts: string[],
  isUntil: boolean,
  type: 'date' | 'instant',
  { today, now }: Moment,
): string[] {
  const derived = starts.map((id) => entryAt(policy.file.derived, id));
  const days = [
    ...derived.flatMap(({ length, steps }) =>
      [...steps, length].flatMap((one) => lastStarts(one, today, policy.file.holidays)),
    ),
    ...derived.flatMap(({ extended }) => extended.flatMap((season) => edgesAround(today, season))),
    today,
    ...(isUntil ? [addDays(today, -1)] : []),
  ].filter((day) => day <= today || starts.some((id) => mayLieAhead(policy, id)));
  if (type === 'date' || now === undefined) return [...new Set(days)];
  const hours = derived.flatMap(({ length, steps }) =>
    [...steps, length].flatMap((one) => ('hours' in one ? [one.hours] : [])),
  );
  const instants = hours.flatMap((count) => {
    const start = Date.parse(now) - count * 3_600_000;
    return [start, start - 1000].map((at) => new Date(at).toISOString().replace('.000Z', 'Z'));
  });
  return [...new Set([...instants, now, ...days])];
}

/** True if the day that a period is reckoned from may lie ahead. */
function mayLieAhead({ file }: Policy, period: string): boolean {
  const fact = file.facts[file.derived[period]?.from ?? ''];
  return fact?.type === 'date' && fact.future;
}

/** The first start for which the length still lasts today, and the day before it. */
function lastStarts(
  length: Derived['length'] | Derived['steps'][number],
  today: IsoDate,
  holidays: readonly string[],
): IsoDate[] {
  const bothSides = (day: IsoDate): IsoDate[] => [day, addDays(day, -1)];
  if ('season' in length) return length.season.flatMap((season) => edgesAround(today, season));
  if ('until' in length) return bothSides(addDays(lastBefore(today, length.until), 1));
  if ('untilStart' in length) return bothSides(today);
  if ('daysBefore' in length) return bothSides(addDays(today, length.daysBefore));
  if ('days' in length) return bothSides(addDays(today, -length.days));
  if ('months' in length) {
    const months = typeof length.months === 'number' ? length.months : usualMonths;
    return bothSides(addMonths(today, -months));
  }
  if ('hours' in length) return bothSides(addDays(today, -Math.ceil(length.hours / 24) - 1));
  return bothSides(firstStart(length.workingDays, today, holidays));
}

/** The first day from which so many working days last until today at least. */
function firstStart(workingDays: number, today: IsoDate, holidays: readonly IsoDate[]): IsoDate {
  let [late, early] = [workingDays, 2 * workingDays + 7 + 3 * holidays.length];
  while (early - late > 1) {
    const middle = Math.floor((late + early) / 2);
    if (addWorkingDays(addDays(today, -middle), workingDays, holidays) >= today) late = middle;
    else early = middle;
  }
  return addDays(today, -late);
}
