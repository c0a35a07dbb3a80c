import { z } from 'zod';
import { type FactType, noOthers, untested } from './fact-type.ts';
import { asked, phrases, unknown } from './keys.ts';

const schema = z.strictObject({
  type: z.literal('months'),
  ...asked,
  unknown,
  max: z.number().int().positive().max(1_200).default(600),
  /** The words that stand beside such a length, e.g. "warranty". */
  phrases,
});
type MonthsFact = z.infer<typeof schema>;

/** A length in whole months, 0 for none at all. */
export const months = {
  ...untested,
  schema,
  parse: ({ max }, wire) =>
    typeof wire === 'number' && Number.isInteger(wire) && wire >= 0 && wire <= max ? wire : undefined,
  expectation: ({ max }) => `a whole number of months from 0 to ${max}`,
  lateFor: () => undefined,
  isOnPapers: true,
  others: ({ max }, given, { isRevealed }) =>
    given === undefined || !isRevealed()
      ? noOthers
      : { kind: 'scale', steps: max, valueAt: (step) => step, isAbove: (step) => step > given },
} satisfies FactType<MonthsFact, number>;
