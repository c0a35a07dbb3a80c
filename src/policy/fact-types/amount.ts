import Big from 'big.js';
import { z } from 'zod';
import { weightedComparisonSchema } from '../format/comparison-schema.ts';
import { likelihood } from '../format/condition-schema.ts';
import { currencySchema, type Money, minorUnitDigits, moneySchema } from '../money/money.ts';
import { type FactType, noOthers } from './fact-type.ts';
import { asked, unknown } from './keys.ts';
import { bandOf, bandVariable, spanOf } from './measured/bands.ts';
import { isOn, type Scale, type Span, spanOfRange, stepOf, stepsAround } from './measured/scale.ts';

const schema = z.strictObject({
  type: z.literal('amount'),
  ...asked,
  unknown,
  /** The weight of "I don't know" beside those of `likelihood`. */
  unknownLikelihood: likelihood.optional(),
  /** The one currency that it is in; a sum in another is none of its values. */
  currency: currencySchema,
  max: z.number().positive().default(1_000_000),
  /** Weights of ranges of it. */
  likelihood: z.array(weightedComparisonSchema).default([]),
});
type AmountFact = z.infer<typeof schema>;

function scaleOf({ currency, max }: Pick<AmountFact, 'currency' | 'max'>): Scale {
  const digits = minorUnitDigits(currency);
  return { digits, min: 0, max: stepsAround({ digits }, max).from };
}

function spanIn(fact: Pick<AmountFact, 'currency' | 'max'>, value: Money | string): Span | undefined {
  const scale = scaleOf(fact);
  if (typeof value === 'string') return spanOfRange(scale, value);
  const step = value.currency === fact.currency ? stepOf(scale, value.amount) : undefined;
  return step !== undefined && isOn(scale, step) ? { from: step, to: step } : undefined;
}

/** A sum of money with thresholds that matter, such as an order's value; a price that conditions compare. */
export const amount = {
  schema,
  parse(fact, wire) {
    const value = typeof wire === 'string' ? wire : moneySchema.safeParse(wire).data;
    return value !== undefined && spanIn(fact, value) ? value : undefined;
  },
  expectation: ({ currency, max }) => `a sum up to ${max} such as {"amount":"94.00","currency":"${currency}"}`,
  lateFor: () => undefined,
  testable: () => [],
  scale: scaleOf,
  span: spanIn,
  variables(id, fact, { tests }) {
    const scale = scaleOf(fact);
    return bandVariable(id, scale, tests(), {
      weights: fact.likelihood.map(({ weight, ...range }) => ({ weight, ...spanOf(scale, range) })),
      unknown: fact.unknown ? (fact.unknownLikelihood ?? 0) : undefined,
      wireOf: (step) => moneyOf(fact, step),
    });
  },
  indexIn: (variable, value, fact) => bandOf(variable, spanIn(fact, value) ?? nowhere),
  isOnPapers: false,
  others: (_, given, { samples, isRevealed }) =>
    given === undefined || !isRevealed() ? noOthers : { kind: 'each', values: samples },
  likelihoods: undefined,
  countedAs: (value) => [typeof value === 'string' ? value : value.amount],
} satisfies FactType<AmountFact, Money | string>;

const nowhere: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** So many minor units of the fact's currency. */
export function moneyOf({ currency }: Pick<AmountFact, 'currency'>, minorUnits: number): Money {
  const digits = minorUnitDigits(currency);
  return { amount: new Big(minorUnits).div(new Big(10).pow(digits)).toFixed(digits), currency };
}
