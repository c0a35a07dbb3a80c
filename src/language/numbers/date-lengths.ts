import type { Temporal } from 'temporal-polyfill';
import { type Days, oneDay } from '../dates/rule.ts';
import { anyOf } from '../text/phrases.ts';
import en from './en/date-lengths.json' with { type: 'json' };

const AMOUNT = `(?:${anyOf(en.amount)}|\\d{1,3})`;

/** The pattern of a unit of days or more, without groups. */
export const UNIT = anyOf(en.unit);

const PIECE = `${AMOUNT} ${UNIT}(?: and a half)?`;

/** The pattern of a length of time in words ("a year and 2 months", "few weeks", "half a year"), without groups. */
export const DURATION = `(?:${AMOUNT} and a half ${UNIT}|${PIECE}(?:(?:,| and|, and)? ${PIECE}){0,2})`;

const FEWEST = 2;
const MOST = 6;
/** "A couple of days" may be three. */
const MOST_OF_COUPLE = 3;
/** Nobody means a day by "100 years ago". */
const MAX_YEARS = 100;

type Direction = 'before' | 'after';

/** The days that lie a length of time before a day: a range when it is "a few", undefined when no day can be meant. */
export function before(day: Temporal.PlainDate, duration: string): Days | undefined {
  return counted(day, duration, 'before');
}

/** The days that lie a length of time after a day; months are counted on the calendar, as for the end of a period. */
export function after(day: Temporal.PlainDate, duration: string): Days | undefined {
  return counted(day, duration, 'after');
}

function counted(day: Temporal.PlainDate, duration: string, direction: Direction): Days | undefined {
  if (VAGUE.test(duration)) {
    const unit = duration.replace(/.*(?:few|several|some|handful of|couple of|couple) /, '');
    const most = duration.includes('couple') ? MOST_OF_COUPLE : MOST;
    const [far, near] = [counted(day, `${most} ${unit}`, direction), counted(day, `${FEWEST} ${unit}`, direction)];
    if (far === undefined || near === undefined) return undefined;
    const ends = direction === 'before' ? { from: far.from, to: near.to } : { from: near.from, to: far.to };
    return { ...ends, ...(most === MOST_OF_COUPLE && { nearest: near.to }) };
  }
  const [short, long] = [reached(day, duration, Math.floor, direction), reached(day, duration, Math.ceil, direction)];
  if (short === undefined || long === undefined || Math.abs(long.year - day.year) >= MAX_YEARS) return undefined;
  return {
    ...oneDay(short),
    ...(direction === 'before' ? { from: long } : { to: long }),
    approximate: !/day|night/.test(duration) && !/we?e?k|fortnight/.test(duration),
  };
}

const VAGUE = /few|several|some|handful|couple/;

function reached(
  day: Temporal.PlainDate,
  duration: string,
  whole: (days: number) => number,
  direction: Direction,
): Temporal.PlainDate | undefined {
  let at: Temporal.PlainDate | undefined = day;
  for (const [, amount = '', unit = '', half] of pieces(duration))
    at &&= countedFrom(at, unit, amountOf(amount) + (half === undefined ? 0 : 0.5), whole, direction);
  return at;
}

function pieces(duration: string): IterableIterator<RegExpExecArray> {
  const regular = duration.replace(AND_A_HALF, '$1 $2 and a half').replace(HALF_A_UNIT, '0.5 ');
  return regular.matchAll(EACH_PIECE);
}

const HALF_A_UNIT = /\b(?:a )?half (?:an? )?/;
const AND_A_HALF = new RegExp(`(${AMOUNT}) and a half (${UNIT})`);
const EACH_PIECE = new RegExp(`(0\\.5|${AMOUNT}) (${UNIT})( and a half)?`, 'g');

function amountOf(amount: string): number {
  if (amount.includes('couple')) return 2;
  return /^\d/.test(amount) ? Number(amount) : 1;
}

// Half a year is six months; half a week is three days or four.
function countedFrom(
  day: Temporal.PlainDate,
  unit: string,
  count: number,
  whole: (days: number) => number,
  direction: Direction,
): Temporal.PlainDate | undefined {
  const sign = direction === 'before' ? -1 : 1;
  if (/^(?:business|work|weekd)/.test(unit)) return workdaysFrom(day, count, sign);
  if (unit.startsWith('dec')) return day.add({ years: sign * whole(count * 10) });
  if (unit.startsWith('y')) return day.add({ months: sign * whole(count * 12) });
  if (unit.startsWith('m')) return day.add({ months: sign * Math.floor(count), days: count % 1 === 0 ? 0 : sign * 15 });
  const length = unit.startsWith('f') ? 14 : unit.startsWith('w') ? 7 : 1;
  return day.add({ days: sign * whole(count * length) });
}

function workdaysFrom(day: Temporal.PlainDate, count: number, sign: 1 | -1): Temporal.PlainDate | undefined {
  if (!Number.isInteger(count)) return undefined;
  let at = day;
  for (let left = count; left > 0; ) {
    at = at.add({ days: sign });
    if (at.dayOfWeek <= 5) left -= 1;
  }
  return at;
}
