import { Temporal } from 'temporal-polyfill';
import { before, DURATION } from '../../../numbers/date-lengths.ts';
import { anyOf } from '../../../text/phrases.ts';
import type { DateRule, Days } from '../../rule.ts';
import { lastWeekday, lastYearOf, MONTH, monthDays, monthNumber, WEEKDAY, weekDays, weekdayNumber } from '../names.ts';
import en from './anniversaries.json' with { type: 'json' };

const TO_COME = anyOf(en.toCome);
const PASSED = '(?:was|turned|has been|had been|became)';
const OLD = '(?: old| ago| now| since)?';
const WHEN = `(?:(?:in|on|by|this|next|this coming|last|come)? ?(${MONTH}|${WEEKDAY})|(next|this) (week|month)|(tomorrow|today))`;

/** A purchase said by its age on a day: "it'll be two years in June" is June two years before the one to come. */
export const ANNIVERSARY_RULES: DateRule[] = [
  {
    pattern: new RegExp(
      `(?:\\b|(?='))(?:${TO_COME}|(${PASSED})) (?:about |exactly |just )?(${DURATION})${OLD} ${WHEN}`,
      'g',
    ),
    read: ([text, passed, duration = '', name, which, period, day], { today }) => {
      const isPast = passed !== undefined || /\blast \w+$/.test(text);
      const on =
        dayOf(day, today) ?? periodOf(which, period, today) ?? named(name, isPast, /\bthis \w+$/.test(text), today);
      const [from, to] = [on && before(on.from, duration), on && before(on.to, duration)];
      if (from === undefined || to === undefined) return 'nothing';
      const isMonth = from.from.day === 1 && on?.from.day === 1;
      return isMonth ? monthDays(Temporal.PlainYearMonth.from(from.from)) : { from: from.from, to: to.to };
    },
  },
];

function dayOf(day: string | undefined, today: Temporal.PlainDate): Days | undefined {
  if (day === undefined) return undefined;
  const at = day === 'today' ? today : today.add({ days: 1 });
  return { from: at, to: at };
}

function periodOf(which: string | undefined, period: string | undefined, today: Temporal.PlainDate): Days | undefined {
  if (period === undefined) return undefined;
  const shift = which === 'next' ? 1 : 0;
  if (period === 'week') return weekDays(today.add({ weeks: shift }));
  return monthDays(Temporal.PlainYearMonth.from(today.add({ months: shift })));
}

function named(name = '', isPast: boolean, isThis: boolean, today: Temporal.PlainDate): Days {
  const month = monthNumber(name);
  if (month === 0) {
    const last = lastWeekday(weekdayNumber(name), today);
    const at = isPast ? last : last.add({ weeks: 1 });
    return { from: at, to: at };
  }
  const last = lastYearOf(month, today);
  const year = isThis ? today.year : isPast ? last : last + 1;
  return monthDays(Temporal.PlainYearMonth.from({ year, month }));
}
