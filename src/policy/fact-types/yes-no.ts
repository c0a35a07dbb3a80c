import { z } from 'zod';
import { UNKNOWN, weighted } from '../engine/diagram/variable.ts';
import { likelihood, text } from '../format/condition-schema.ts';
import { type FactType, noOthers } from './fact-type.ts';
import { asked, phrases, unknown } from './keys.ts';
import { orderNamesSchema } from './order-names.ts';

const schema = z.strictObject({
  type: z.literal('yes-no'),
  ...asked,
  unknown,
  likelihood: z.strictObject({ true: likelihood, false: likelihood, unknown: likelihood.optional() }),
  /** Each answer as it reads in a line beside others, e.g. "full price"; label and yes or no if absent. */
  summary: z.strictObject({ true: text, false: text }).optional(),
  /** What the shop's system writes for yes and for no in the field that tells the fact, beside true and false. */
  order: z.strictObject({ true: orderNamesSchema, false: orderNamesSchema }).optional(),
  phrases: z.strictObject({ true: phrases, false: phrases }).default({ true: [], false: [] }),
});
type YesNoFact = z.infer<typeof schema>;

/** Something that is so or is not. */
export const yesNo = {
  schema,
  parse: (_, wire) => (typeof wire === 'boolean' ? wire : undefined),
  expectation: () => 'true or false',
  lateFor: () => undefined,
  testable: () => [true, false],
  variables: (id, { likelihood: weights, unknown: canBeUnknown }) => [
    weighted(id, [
      [true, weights.true],
      [false, weights.false],
      ...(canBeUnknown ? [[UNKNOWN, weights.unknown ?? 0] as const] : []),
    ]),
  ],
  indexIn: ({ values }, value) => values.indexOf(value),
  isOnPapers: false,
  others: (_, given, { isRevealed }) =>
    isRevealed() ? { kind: 'each', values: [true, false].filter((value) => value !== given) } : noOthers,
  likelihoods: ({ unknown: canBeUnknown }) => ({
    kind: 'shared',
    paths: ['true', 'false', ...(canBeUnknown ? [UNKNOWN] : [])].map((value) => ({
      value,
      path: ['likelihood', value],
    })),
  }),
  countedAs: (value) => [String(value)],
} satisfies FactType<YesNoFact, boolean>;
