import { z } from 'zod';
import { dayOf, type IsoDate, isInstant, isIsoDate } from '../calendar.ts';
import { type FactType, noOthers, untested } from './fact-type.ts';
import { asked, phrases, unknown } from './keys.ts';

const schema = z.strictObject({ type: z.literal('instant'), ...asked, unknown, phrases });
type InstantFact = z.infer<typeof schema>;

/** A day, or a day and time of day (ISO 8601 with its offset); hours can be counted from it. It lies in the past. */
export const instant = {
  ...untested,
  schema,
  parse: (_, wire) => (typeof wire === 'string' && (isIsoDate(wire) || isInstant(wire)) ? wire : undefined),
  expectation: () => 'a date YYYY-MM-DD or an instant such as 2026-11-21T14:30:00Z',
  lateFor(_, value, { today, now, timeZone }) {
    if (isIsoDate(value)) return value > today ? (now ?? today) : undefined;
    const isAhead = now === undefined ? dayOf(value, timeZone) > today : Date.parse(value) > Date.parse(now);
    return isAhead ? (now ?? today) : undefined;
  },
  isOnPapers: false,
  others: () => noOthers,
} satisfies FactType<InstantFact, IsoDate | string>;
