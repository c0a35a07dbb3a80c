import { addDays, addMonths, type IsoDate, type Moment } from '../calendar.ts';
import { UNKNOWN } from '../engine/diagram/variables.ts';
import type { Facts } from '../engine/facts.ts';
import { canBeUnknown } from '../fact-types/fact-types.ts';
import type { Fact } from '../format/schema.ts';
import { around as fixedAround } from '../seasons.ts';
import { type Pair, sides } from './pair.ts';

/** A fact that periods are reckoned from. */
export interface PeriodInput {
  fact: string;
  type: 'date' | 'instant' | 'months';
  isStart: boolean;
  mayLieAhead: boolean;
  canBeUnknown: boolean;
}

/** All days this near are tried, whatever the lengths are. */
const nearDays = 16;
/** The longest length of a period, in whatever unit. */
const maxLength = 4_000;

/** The facts that these derived facts of either side are reckoned from. */
export function inputsOf(pair: Pair, ids: string[]): PeriodInput[] {
  const definitions = definitionsOf(pair, ids);
  const starts = new Set(definitions.map(({ from }) => from));
  const named = JSON.stringify(definitions);
  const facts: Record<string, Fact> = { ...pair.old.file.facts, ...pair.new.file.facts };
  return Object.entries(facts).flatMap(([fact, described]) => {
    const { type } = described;
    if ((type !== 'date' && type !== 'instant' && type !== 'months') || !named.includes(`"${fact}"`)) return [];
    const mayLieAhead = described.type === 'date' && described.future;
    return [{ fact, type, isStart: starts.has(fact), mayLieAhead, canBeUnknown: canBeUnknown(described) }];
  });
}

/** The definitions on both sides, without what only says when they apply and how likely they are. */
export function definitionsOf(pair: Pair, ids: string[]) {
  return ids.flatMap((id) =>
    sides.flatMap((side) => {
      const derived = pair[side].file.derived[id];
      if (!derived) return [];
      const { applies: _, label: _label, likelihood: _likelihood, ...definition } = derived;
      return [definition];
    }),
  );
}

/** The given day; where the two sides reckon differently also days around the ends of months and of seasons. */
export function daysToTry(pair: Pair, ids: string[], today: IsoDate): Moment[] {
  const seen = ids.map((id) => new Set(definitionsOf(pair, [id]).map((one) => JSON.stringify(one))).size);
  if (seen.every((count) => count === 1)) return [momentOn(today)];
  const seasons = fixedDaysIn(definitionsOf(pair, ids)).flatMap((day) => fixedAround(today, day));
  const monthEnds = ['01-31', '02-28', '03-01', '03-31', '05-31'].map(
    (end) => `${Number(today.slice(0, 4)) + 1}-${end}`,
  );
  const near = [1, 2, 3, 4, 5, 6].map((days) => addDays(today, days));
  const around = seasons.flatMap((day) => [day, addDays(day, 1), addDays(day, nearDays)]);
  return [...new Set([today, ...near, ...monthEnds, ...around])].map(momentOn);
}

function momentOn(today: IsoDate): Moment {
  return { today, now: `${today}T12:00:00Z` };
}

/** Customers at and around every boundary of the periods, as facts on the wire. */
export function candidates(pair: Pair, ids: string[], inputs: PeriodInput[], at: Moment): Facts[] {
  const definitions = definitionsOf(pair, ids);
  const lengths = lengthsOf(definitions);
  const edges = fixedDaysIn(definitions)
    .flatMap((day) => fixedAround(at.today, day))
    .flatMap(around);
  return inputs.reduce<Facts[]>(
    (all, input) =>
      all.flatMap((facts) =>
        valuesOf(input, { lengths, edges }, at).map((value) => ({ ...facts, ...factsFrom(input, value) })),
      ),
    [{}],
  );
}

function factsFrom({ fact }: PeriodInput, value: unknown): Facts {
  return value === undefined ? {} : { [fact]: value };
}

/** The lengths and the fixed days that the definitions name. */
interface Named {
  lengths: number[];
  edges: IsoDate[];
}

function valuesOf(input: PeriodInput, { lengths, edges }: Named, { today, now }: Moment): unknown[] {
  const unknown = input.canBeUnknown ? [UNKNOWN] : [];
  if (input.type === 'months') return [12, 0, 24, ...unknown, undefined];
  if (!input.isStart) return [undefined, today, addDays(today, -1), ...unknown];
  const days = [
    ...Array.from({ length: nearDays }, (_, day) => addDays(today, -day)),
    ...lengths.flatMap((length) => around(addDays(today, -length))),
    ...[...lengths.filter((length) => length <= 600), 12, 24].flatMap((length) => around(addMonths(today, -length))),
    ...lengths.flatMap((length) => around(addDays(today, -Math.ceil((length * 7) / 5)))),
    ...edges,
    ...(input.mayLieAhead ? lengths.flatMap((length) => around(addDays(today, length))) : []),
    addDays(today, -9_000),
  ].filter((day) => input.mayLieAhead || day <= today);
  if (input.type === 'date') return [...new Set(days), ...unknown];
  const before = (minutes: number): string => new Date(Date.parse(now ?? '') - minutes * 60_000).toISOString();
  const instants = lengths.flatMap((hours) => [before(hours * 60 - 1), before(hours * 60), before(hours * 60 + 1)]);
  return [...new Set([...instants, ...days]), ...unknown];
}

function around(day: IsoDate): IsoDate[] {
  return [addDays(day, 1), day, addDays(day, -1)];
}

/** Every day, of one year or of each, in the definitions. */
function fixedDaysIn(definitions: unknown): string[] {
  return JSON.stringify(definitions).match(/(?<=")(?:\d{4}-)?\d{2}-\d{2}(?=")/g) ?? [];
}

/** Every whole number in the definitions that can be a length. */
function lengthsOf(definitions: unknown): number[] {
  const found = new Set<number>();
  const visit = (value: unknown): void => {
    if (typeof value === 'number' && value <= maxLength) found.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(definitions);
  return [...found];
}
