import { z } from 'zod';
import { type Condition, conditionSchema, factId, kebabId, likelihood, text } from './condition-schema.ts';
import { dayOrMonthDay, seasonSchema } from './day-schema.ts';

/** A hundred years at most: the calendar ends, and nothing that a shop grants is longer. */
const upTo = (most: number) => z.number().int().positive().max(most);
const hours = { hours: upTo(876_000) };
const days = { days: upTo(36_500) };
const months = { months: upTo(1_200) };
const workingDays = { workingDays: upTo(26_000) };

/** A fixed end: that day, or the next such day of a year, on or after the start. */
const untilDay = { until: dayOrMonthDay };

/** A length of time; working days are Monday to Friday without the policy's `holidays`. */
const lengthSchema = z.union(
  [
    z.strictObject(hours),
    z.strictObject(days),
    z.strictObject(months),
    z.strictObject({ months: factId }),
    z.strictObject(workingDays),
    z.strictObject(untilDay),
  ],
  'one length in hours, days, months or workingDays, or until a day',
);

/** A length for some cases; the first whose `when` holds counts, the last has none. */
const choice = { when: conditionSchema.optional(), from: factId.optional() };
const lengthChoiceSchema = z.union([
  z.strictObject({ ...choice, ...hours }),
  z.strictObject({ ...choice, ...days }),
  z.strictObject({ ...choice, ...months }),
  z.strictObject({ ...choice, ...workingDays }),
  z.strictObject({ ...choice, ...untilDay }),
]);

const stepSchema = z.union([
  z.strictObject({ value: kebabId, ...hours }),
  z.strictObject({ value: kebabId, ...days }),
  z.strictObject({ value: kebabId, ...months }),
  z.strictObject({ value: kebabId, ...workingDays }),
]);

/** A value of its own until so many days before the day that lies ahead; that day counts. */
const stepBackSchema = z.strictObject({ value: kebabId, daysBefore: z.number().int().positive().max(36_500) });

/** A period that starts on a day of a season lasts until `until` at least; all three days count. */
const extensionSchema = z.strictObject({ from: dayOrMonthDay, to: dayOrMonthDay, until: dayOrMonthDay });

const described = { label: text, applies: conditionSchema.optional() };
const values = { within: kebabId, after: kebabId };
const start = {
  /** The date or instant that the period runs from. */
  from: factId,
  /** A date fact that names the last day itself; once known it wins. */
  until: factId.optional(),
  /** The one of the two forms that a customer is asked for. */
  askFor: factId.optional(),
};
const run = {
  /** Values of their own for the first part of the period, shortest first. */
  steps: z.array(stepSchema).default([]),
  extended: z.array(extensionSchema).default([]),
};
/** Weights of the values: those of the steps, the two names, and `unknown`. */
const weights = { likelihood: z.record(z.string(), likelihood) };

/** A period as the engine knows it: one length and one start. */
const derivedSchema = z.strictObject({
  ...described,
  ...start,
  ...run,
  steps: z.array(z.union([stepSchema, stepBackSchema])),
  ...values,
  ...weights,
  /** Its length: fixed, or as many months as a fact says (0 = no such period, so it is over). */
  length: z.union([
    lengthSchema,
    z.strictObject({ season: z.array(seasonSchema) }),
    /** It lasts until the day that it is reckoned from. */
    z.strictObject({ untilStart: z.literal(true) }),
  ]),
});

/** A period that today lies in (`within`) or past (`after`), or a day that lies in a season; or not known (`unknown`). */
export type Derived = z.infer<typeof derivedSchema>;

const lengthsSchema = z.union([lengthSchema, z.array(lengthChoiceSchema).min(1)]);
const seasonsSchema = z.union([seasonSchema, z.array(seasonSchema).min(1)]);
const parts = z.array(factId).min(2);

/** A derived fact as it is written: its length may be a list, each for its cases. */
const periodEntrySchema = z.strictObject({
  ...described,
  ...start,
  length: lengthsSchema,
  ...run,
  ...values,
  ...weights,
});

/** Whether a day lies in a season: `within` if it does, else `otherwise`. */
const seasonEntrySchema = z.strictObject({
  ...described,
  /** The date or instant that is looked at. */
  day: factId,
  season: seasonsSchema,
  within: kebabId,
  otherwise: kebabId,
  ...weights,
});

/** The time until a day that may lie ahead, that day included; its steps go back from there, the furthest first. */
const untilEntrySchema = z.strictObject({
  ...described,
  until: factId,
  steps: z.array(stepBackSchema).default([]),
  ...values,
  ...weights,
});

/** The one of several periods that ends last, or first, of those that concern the case. */
const latestEntrySchema = z.strictObject({ ...described, latestOf: parts, ...values });
const earliestEntrySchema = z.strictObject({ ...described, earliestOf: parts, ...values });

/** A derived fact as it is written, in one of its forms. */
export const derivedEntrySchema = z.union([
  periodEntrySchema,
  seasonEntrySchema,
  untilEntrySchema,
  latestEntrySchema,
  earliestEntrySchema,
]);
type DerivedEntry = z.infer<typeof derivedEntrySchema>;

/** A derived fact that stands for the one of several that ends last, or first. */
export interface Combined {
  label: string;
  applies?: Condition | undefined;
  pick: 'latest' | 'earliest';
  /** Derived facts, as the file names them. */
  of: string[];
  within: string;
  after: string;
}

/** One of the periods that a derived fact with several lengths stands for, in the cases where it does. */
export interface Variant {
  /** The id of its period under `derived`, such as `returnWindow/2`. */
  period: string;
  when: Condition;
}

/** The variants of a derived fact with several lengths, by its id; the first whose condition holds counts. */
export type Variants = Record<string, Variant[]>;

/** The derived facts of a file in the engine's form, by their ids or those of their periods. */
interface DerivedForms {
  derived: Record<string, Derived>;
  variants: Variants;
  combined: Record<string, Combined>;
}

/** Puts a period of its own in the place of each length, so that every period has one length and one start. */
export function derivedForms(entries: Record<string, DerivedEntry>): DerivedForms {
  const forms: DerivedForms = { derived: {}, variants: {}, combined: {} };
  for (const [id, entry] of Object.entries(entries)) addForm(forms, id, entry);
  return forms;
}

function addForm({ derived, variants, combined }: DerivedForms, id: string, entry: DerivedEntry): void {
  if ('season' in entry) {
    const { day, season, otherwise, ...rest } = entry;
    derived[id] = {
      ...rest,
      from: day,
      after: otherwise,
      steps: [],
      extended: [],
      length: { season: [season].flat() },
    };
  } else if ('latestOf' in entry) {
    const { latestOf: of, ...rest } = entry;
    combined[id] = { ...rest, pick: 'latest', of };
  } else if ('earliestOf' in entry) {
    const { earliestOf: of, ...rest } = entry;
    combined[id] = { ...rest, pick: 'earliest', of };
  } else if (!('length' in entry)) {
    const { until, ...rest } = entry;
    derived[id] = { ...rest, from: until, extended: [], length: { untilStart: true } };
  } else if (Array.isArray(entry.length)) {
    const { length, ...shared } = entry;
    variants[id] = length.map(({ when = {}, from = shared.from, ...own }, i) => {
      const period = `${id}/${i + 1}`;
      derived[period] = { ...shared, from, length: own };
      return { period, when };
    });
  } else {
    const { length, ...rest } = entry;
    derived[id] = { ...rest, length };
  }
}

/** The values of a period while it runs, in the order of time. */
export function inTimeOf(derived: Derived | undefined): string[] {
  return derived ? [...derived.steps.map(({ value }) => value), derived.within] : [];
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
