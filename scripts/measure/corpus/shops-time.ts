import { instantAt } from '../../../src/policy/calendar.ts';
import type { ReplyRow } from './row.ts';

/** The same row with instants: labels, and what is shown back, give a time of day by the shop's clock. */
export function inShopsTime(row: ReplyRow, timeZone: string): ReplyRow {
  const { right, shown } = row;
  const inTime = <T>(value: T): T | string => asInstant(value, timeZone);
  return {
    ...row,
    right:
      'value' in right
        ? { value: inTime(right.value) }
        : 'correct' in right
          ? { correct: eachOf(right.correct, inTime) }
          : right,
    ...(shown && { shown: eachOf(shown, inTime) }),
  };
}

function eachOf<T>(facts: Record<string, T>, change: (value: T) => T | string): Record<string, T | string> {
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, change(value)]));
}

function asInstant<T>(value: T, timeZone: string): T | string {
  const [, on, at] = typeof value === 'string' ? (/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(value) ?? []) : [];
  return on && at ? instantAt(on, at, timeZone) : value;
}
