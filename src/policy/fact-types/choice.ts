import { z } from 'zod';
import { UNKNOWN, weighted } from '../engine/diagram/variable.ts';
import { kebabId, likelihood } from '../format/condition-schema.ts';
import type { FactType } from './fact-type.ts';
import { asked, namedValue, unknown } from './keys.ts';

const schema = z.strictObject({
  type: z.literal('choice'),
  ...asked,
  unknown,
  /** The weight of "I don't know" beside the values' own. */
  unknownLikelihood: likelihood.optional(),
  /** `false`: an order usually tells it; it is asked only where it decides, and "I don't know" counts as `default`. */
  asked: z.literal(false).optional(),
  default: kebabId.optional(),
  values: z.record(kebabId, namedValue),
});
type ChoiceFact = z.infer<typeof schema>;

/** One of several values that the policy names. */
export const choice = {
  schema,
  parse: ({ values }, wire) => (typeof wire === 'string' && Object.hasOwn(values, wire) ? wire : undefined),
  expectation: ({ values }) => `one of ${Object.keys(values).join(', ')}`,
  lateFor: () => undefined,
  testable: ({ values }) => Object.keys(values),
  variables(id, fact) {
    const values = Object.entries(fact.values).map(([value, one]) => [value, one.likelihood] as const);
    const variable = weighted(id, fact.unknown ? [...values, [UNKNOWN, fact.unknownLikelihood ?? 0]] : values);
    const hasDefault = fact.default !== undefined && !fact.unknown;
    return [hasDefault ? { ...variable, unknownAs: fact.default } : variable];
  },
  indexIn: ({ values }, value) => values.indexOf(value),
  isOnPapers: false,
  others: ({ values }, given, { isRevealed }) => ({
    kind: 'each',
    values: Object.keys(values).filter((value) => value !== given && isRevealed(value)),
  }),
  likelihoods: ({ values, unknown: canBeUnknown }) => ({
    kind: 'shared',
    paths: [
      ...Object.keys(values).map((value) => ({ value, path: ['values', value, 'likelihood'] })),
      ...(canBeUnknown ? [{ value: UNKNOWN, path: ['unknownLikelihood'] }] : []),
    ],
  }),
  countedAs: (value) => [value],
} satisfies FactType<ChoiceFact, string>;
