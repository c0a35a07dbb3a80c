import { z } from 'zod';
import { isInstant, isTimeZone } from '../calendar.ts';
import { factSchema } from '../fact-types/fact-types.ts';
import { adviceSchema } from './advice-schema.ts';
import { chooseSchema, refundFormSchema } from './choose-schema.ts';
import { conditionSchema, factId, isoDate, kebabId, percent, text } from './condition-schema.ts';
import { dayOrMonthDay } from './day-schema.ts';
import { rowFeeSchema } from './fee-schema.ts';
import { formsSchema, ownFieldSchema } from './form-schema.ts';
import { ownOutcomeSchema, resolutionSchema } from './outcome-schema.ts';
import { derivedEntrySchema, derivedForms } from './period-schema.ts';
import { rowRefundSchema } from './refund-schema.ts';

export type { Fact } from '../fact-types/fact-types.ts';
export type { Condition } from './condition-schema.ts';
export type { Resolution } from './outcome-schema.ts';
export type { Derived } from './period-schema.ts';

const citation = z.union([
  kebabId,
  z.strictObject({ clause: kebabId, when: conditionSchema.optional() }),
  z.strictObject({ citations: kebabId }),
  /** The clause of each member named in a set fact. */
  z.strictObject({ eachOf: factId }),
]);
export type Citation = z.infer<typeof citation>;

const alternative = z.strictObject({
  resolution: resolutionSchema,
  /** Offered only if the facts given establish this. */
  when: conditionSchema.optional(),
  /** Not offered if the facts given establish this. */
  unless: conditionSchema.optional(),
});

const decisionSchema = z.strictObject({
  id: kebabId,
  /** Rows of one rank claim that their order does not matter; `check` holds them to it. Order decides all the same. */
  rank: z.number().int().optional(),
  when: conditionSchema.default({}),
  resolution: resolutionSchema,
  /** Cited with the decision. */
  clauses: z.array(citation).default([]),
  /** The row matches only if one of these holds; all that hold are cited. */
  anyOf: z.array(citation).optional(),
  terms: z.array(citation).default([]),
  fee: rowFeeSchema.optional(),
  /** What is paid back, in parts, instead of the price less a fee. */
  refund: rowRefundSchema.optional(),
  /** The derived fact whose end is the deadline for the form. */
  deadline: factId.optional(),
  /** The derived fact whose end is the deadline for sending the item. */
  sendBy: factId.optional(),
  /** The forms of refund that the customer can choose. */
  refundAs: z.array(refundFormSchema).min(1).optional(),
  alternatives: z.array(alternative).default([]),
  /** What the customer can choose between, each with its terms. */
  choose: chooseSchema.optional(),
  /** The customer's next steps, in order. */
  steps: adviceSchema,
  /** Further notes for the customer, above all where the source is silent. */
  notes: adviceSchema,
});
export type DecisionRow = z.infer<typeof decisionSchema>;

/** A customer, and as much of the decision (any of its keys) as the example is there to show. */
export const exampleSchema = z.strictObject({
  facts: z.record(factId, z.unknown()),
  /** The day it plays on; the day of the policy's version if absent. */
  today: isoDate.optional(),
  /** The instant it plays at, where hours count; its day is `today`. */
  now: z.string().refine(isInstant, 'an instant such as 2026-11-21T14:30:00Z').optional(),
  gives: z
    .looseObject({
      resolution: resolutionSchema,
      clauses: z.array(kebabId),
      terms: z.array(kebabId),
      feePercent: percent,
      deadline: text,
      alternatives: z.array(resolutionSchema),
      /** What can be chosen, by its ids; or with each id as much of it as the example is there to show. */
      options: z.union([
        z.array(z.union([kebabId, z.looseObject({ id: kebabId })])),
        z.record(kebabId, z.looseObject({})),
      ]),
    })
    .partial()
    .default({}),
});
export type Example = z.infer<typeof exampleSchema>;

const clauseSchema = z.strictObject({
  /** Its section in the source. */
  section: text,
  title: text,
  /** The text for customers, in the shop's own words. */
  text,
  /** Questions of customers that it answers. */
  sampleQuestions: z.array(text).default([]),
  /** Customers whose decision cites it, as clause or term, and customers whose decision does not. */
  examples: z
    .strictObject({ in: z.array(exampleSchema).default([]), out: z.array(exampleSchema).default([]) })
    .default({ in: [], out: [] }),
});

const sentenceSchema = z.union([
  z.strictObject({ at: text, clauses: z.array(kebabId).min(1) }),
  z.strictObject({ at: text, informational: text }),
  /** One that leads nowhere; such a file is refused, and `check` names the line. */
  z.strictObject({ at: text }),
]);

const language = z.string().regex(/^[a-z]{2}$/, 'a language of two letters, such as en');

/** A policy file, as it is written in YAML. */
const fileSchemaAsWritten = z.strictObject({
  id: kebabId,
  /** The file or folder, as seen from this one, whose facts, conditions, clauses and the like it shares. */
  extends: text.optional(),
  version: isoDate,
  /** The first day on which purchases are judged by it; the day of its version if absent. */
  effectiveFrom: isoDate.optional(),
  name: text,
  tagline: text.optional(),
  language,
  /** All the languages it promises; `language` alone if absent. */
  languages: z.array(language).min(1).optional(),
  timeZone: z.string().refine(isTimeZone, 'an IANA time zone, such as Europe/Berlin'),
  theme: z.strictObject({ accent: z.string().regex(/^#[0-9a-f]{6}$/i, "a colour in quotes, such as '#0b5c8f'") }),
  greeting: text,
  statutoryNote: text,
  /** The number to call when somebody is in danger, where the shop's customers are. */
  emergencyNumber: z
    .string()
    .regex(/^\+?\d[\d ]{1,14}$/, 'a telephone number in quotes, such as "112"')
    .optional(),
  /** Whom somebody can call or write to who may harm themselves; a sentence, in Markdown. */
  helpline: text.optional(),
  /** Examples of the shop's order numbers, by which one is known in passing: the letters, and so many digits. */
  orderNumbers: z
    .array(z.string().regex(/^\p{L}+[^\p{L}\p{N}]*\d+$/u, 'an order number of letters and digits, such as EQ-1001'))
    .default([]),
  facts: z.record(factId, factSchema),
  derived: z.record(factId, derivedEntrySchema).default({}),
  /** Days that are no working days, once or each year. */
  holidays: z.array(dayOrMonthDay).default([]),
  impossible: z
    .array(
      z.strictObject({
        /** Needed in a folder, where a language's file says its `because` under it. */
        id: kebabId.optional(),
        when: conditionSchema,
        fact: factId,
        because: text,
      }),
    )
    .default([]),
  conditions: z.record(kebabId, conditionSchema).default({}),
  clauses: z.record(kebabId, clauseSchema),
  citations: z.record(kebabId, z.array(citation)).default({}),
  decisions: z.array(decisionSchema).min(1),
  /** Outcomes of the shop's own, beside the standard ones. */
  outcomes: z.record(kebabId, ownOutcomeSchema).default({}),
  /** The demonstration form, by resolution. */
  forms: formsSchema.default({}),
  /** Fields of the shop's own, which forms ask for. */
  formFields: z.record(factId, ownFieldSchema).default({}),
  /** Facts asked first, in this order, as far as they still matter. */
  opening: z.array(factId).default([]),
  source: z.strictObject({ title: text, sentences: z.array(sentenceSchema).min(1) }),
});

/** A policy file whose derived facts have one length each; those written with several stand in `variants`. */
export const policyFileSchema = fileSchemaAsWritten.transform((file) => {
  const { derived, variants, combined } = derivedForms(file.derived);
  const periods = (id: string): string[] =>
    Object.hasOwn(combined, id)
      ? (combined[id]?.of ?? []).flatMap(periods)
      : Object.hasOwn(variants, id)
        ? (variants[id] ?? []).map(({ period }) => period)
        : [id];
  return { ...file, derived, variants, combined, opening: file.opening.flatMap(periods) };
});
export type PolicyFile = z.infer<typeof policyFileSchema>;
