import { z } from 'zod';
import { weightedComparisonSchema } from '../format/comparison-schema.ts';
import { likelihood, text } from '../format/condition-schema.ts';
import { type FactType, noOthers } from './fact-type.ts';
import { asked, unknown } from './keys.ts';
import { bandOf, bandVariable, ends, formOf, spanOf } from './measured/bands.ts';
import { decimalOf, isOn, type Scale, type Span, spanOfRange, stepOf, stepsAround } from './measured/scale.ts';

const schema = z.strictObject({
  type: z.literal('number'),
  ...asked,
  unknown,
  /** The weight of "I don't know" beside those of `likelihood`. */
  unknownLikelihood: likelihood.optional(),
  /** The unit that it is counted in, as customers read it: hours, inches. */
  unit: text.optional(),
  /** Other words for the unit, such as `hrs`. */
  unitWords: z.array(text).default([]),
  min: z.number().default(0),
  max: z.number().default(1_000_000),
  /** The number of decimal places; whole numbers if absent. */
  decimals: z.int().min(0).max(4).default(0),
  /** Weights of ranges of it. */
  likelihood: z.array(weightedComparisonSchema).default([]),
});
type NumberFact = z.infer<typeof schema>;

function scaleOf({ decimals: digits, min, max }: Pick<NumberFact, 'decimals' | 'min' | 'max'>): Scale {
  return { digits, min: stepsAround({ digits }, min).to, max: stepsAround({ digits }, max).from };
}

function spanIn(scale: Scale, value: number | string): Span | undefined {
  const step = typeof value === 'number' ? stepOf(scale, value) : undefined;
  if (step !== undefined) return isOn(scale, step) ? { from: step, to: step } : undefined;
  return spanOfRange(scale, value);
}

/**
 * A number with thresholds that matter: hours of play, inches. The exact value is kept; the diagram knows the band it
 * lies in. A range such as `..1.9` is a value, too: it counts once all of it lies in one band.
 */
export const number = {
  schema,
  parse: (fact, wire) =>
    (typeof wire === 'number' || typeof wire === 'string') && spanIn(scaleOf(fact), wire) ? wire : undefined,
  expectation: (fact) => `${formOf(scaleOf(fact))} from ${ends(scaleOf(fact))}, or a range such as "1..3"`,
  lateFor: () => undefined,
  testable: () => [],
  scale: scaleOf,
  span: (fact, value) => spanIn(scaleOf(fact), value),
  variables(id, fact, { tests }) {
    const scale = scaleOf(fact);
    return bandVariable(id, scale, tests(), {
      weights: fact.likelihood.map(({ weight, ...range }) => ({ weight, ...spanOf(scale, range) })),
      unknown: fact.unknown ? (fact.unknownLikelihood ?? 0) : undefined,
      wireOf: (step) => Number(decimalOf(scale, step)),
    });
  },
  indexIn: (variable, value, fact) => bandOf(variable, spanIn(scaleOf(fact), value) ?? nowhere),
  isOnPapers: false,
  others: (_, given, { samples, isRevealed }) =>
    given === undefined || !isRevealed() ? noOthers : { kind: 'each', values: samples },
  likelihoods: undefined,
  countedAs: (value) => [String(value)],
} satisfies FactType<NumberFact, number | string>;

const nowhere: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
