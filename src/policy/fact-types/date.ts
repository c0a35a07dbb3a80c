import { z } from 'zod';
import { addDays, type IsoDate, isIsoDate } from '../calendar.ts';
import { type FactType, noOthers, untested } from './fact-type.ts';
import { asked, phrases, unknown } from './keys.ts';

const schema = z.strictObject({
  type: z.literal('date'),
  ...asked,
  unknown,
  future: z.boolean().default(false),
  /** The words that stand beside such a date, e.g. "bought". */
  phrases,
});
type DateFact = z.infer<typeof schema>;

/** The number of days back that a day is looked for: the longest warranty a policy can name. */
const furthest = 19_000;

/** A day; one that has to lie in the past unless the policy says `future`. */
export const date = {
  ...untested,
  schema,
  parse: (_, wire) => (typeof wire === 'string' && isIsoDate(wire) ? wire : undefined),
  expectation: () => 'a date YYYY-MM-DD',
  lateFor: ({ future }, value, { today }) => (!future && value > today ? today : undefined),
  isOnPapers: true,
  others: (_, given, { today, isRevealed }) =>
    given === undefined || given >= today || !isRevealed()
      ? noOthers
      : {
          kind: 'scale',
          steps: furthest,
          valueAt: (step) => addDays(today, step - furthest),
          isAbove: (step) => addDays(today, step - furthest) > given,
        },
} satisfies FactType<DateFact, IsoDate>;
