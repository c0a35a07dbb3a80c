import { z } from 'zod';
import { type Condition, conditionSchema, factId, isoDate, kebabId, likelihood, text } from './condition-schema.ts';

/** A hundred years at most: the calendar ends, and nothing that a shop grants is longer. */
const upTo = (most: number) => z.number().int().positive().max(most);
const hours = { hours: upTo(876_000) };
const days = { days: upTo(36_500) };
const months = { months: upTo(1_200) };
const workingDays = { workingDays: upTo(26_000) };

/** A length of time; working days are Monday to Friday without the policy's `holidays`. */
const lengthSchema = z.union(
  [
    z.strictObject(hours),
    z.strictObject(days),
    z.strictObject(months),
    z.strictObject({ months: factId }),
    z.strictObject(workingDays),
  ],
  'one length in hours, days, months or workingDays',
);

/** A length for some cases; the first whose `when` holds counts, the last has none. */
const choice = { when: conditionSchema.optional(), from: factId.optional() };
const lengthChoiceSchema = z.union([
  z.strictObject({ ...choice, ...hours }),
  z.strictObject({ ...choice, ...days }),
  z.strictObject({ ...choice, ...months }),
  z.strictObject({ ...choice, ...workingDays }),
]);

const stepSchema = z.union([
  z.strictObject({ value: kebabId, ...hours }),
  z.strictObject({ value: kebabId, ...days }),
  z.strictObject({ value: kebabId, ...months }),
  z.strictObject({ value: kebabId, ...workingDays }),
]);

/** A period that starts on a day of a season lasts until `until` at least; all three days count. */
const extensionSchema = z.strictObject({ from: isoDate, to: isoDate, until: isoDate });

const derivedShape = {
  label: text,
  applies: conditionSchema.optional(),
  /** The date or instant that the period runs from. */
  from: factId,
  /** A date fact that names the last day itself; once known it wins. */
  until: factId.optional(),
  /** The one of the two forms that a customer is asked for. */
  askFor: factId.optional(),
  /** Values of their own for the first part of the period, shortest first. */
  steps: z.array(stepSchema).default([]),
  extended: z.array(extensionSchema).default([]),
  within: kebabId,
  after: kebabId,
  /** Weights of the values: those of the steps, the two names above, and `unknown`. */
  likelihood: z.record(z.string(), likelihood),
};

/** A period that today lies in (`within`) or past (`after`), or that is not known (`unknown`). */
const derivedSchema = z.strictObject({
  ...derivedShape,
  /** Its length: fixed, or as many months as a fact says (0 = no such period, so it is over). */
  length: lengthSchema,
});
export type Derived = z.infer<typeof derivedSchema>;

/** A derived fact as it is written: its length may be a list, each for its cases. */
export const derivedEntrySchema = z.strictObject({
  ...derivedShape,
  length: z.union([lengthSchema, z.array(lengthChoiceSchema).min(1)]),
});
type DerivedEntry = z.infer<typeof derivedEntrySchema>;

/** One of the periods that a derived fact with several lengths stands for, in the cases where it does. */
export interface Variant {
  /** The id of its period under `derived`, such as `returnWindow/2`. */
  period: string;
  when: Condition;
}

/** The variants of a derived fact with several lengths, by its id; the first whose condition holds counts. */
export type Variants = Record<string, Variant[]>;

/** Puts a period of its own in the place of each length, so that every period has one length and one start. */
export function withVariants(entries: Record<string, DerivedEntry>): {
  derived: Record<string, Derived>;
  variants: Variants;
} {
  const derived: Record<string, Derived> = {};
  const variants: Variants = {};
  for (const [id, { length, ...entry }] of Object.entries(entries)) {
    if (!Array.isArray(length)) {
      derived[id] = { ...entry, length };
      continue;
    }
    variants[id] = length.map(({ when = {}, from = entry.from, ...own }, i) => {
      const period = `${id}/${i + 1}`;
      derived[period] = { ...entry, from, length: own };
      return { period, when };
    });
  }
  return { derived, variants };
}

/** The fact that says how many months a period has, if one does. */
export function monthsFactOf({ length }: Derived): string | undefined {
  return 'months' in length && typeof length.months === 'string' ? length.months : undefined;
}

/** The derived fact as the file names it, for a period or variant. */
export function declaredId(period: string): string {
  const end = period.indexOf('/');
  return end < 0 ? period : period.slice(0, end);
}
