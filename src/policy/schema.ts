import { z } from 'zod';
import { isIsoDate, isTimeZone } from './calendar.ts';

const factId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'an id in camelCase, such as purchasedOn');
const kebabId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab-case, such as not-working');
const text = z.string().trim().min(1, 'some text');
const likelihood = z.number().min(0);
const percent = z.number().min(0).max(100);

/** What a policy can decide; the meaning of each is the product's, the cases are the policy's. */
export const resolutionSchema = z.enum([
  'return',
  'cancellation',
  'warranty-repair',
  'refuse-delivery',
  'accept-delivery',
  'inspect-on-delivery',
  'not-eligible',
  'human-review',
]);
export type Resolution = z.infer<typeof resolutionSchema>;

const factValue = z.union([z.boolean(), z.string()]);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

/**
 * A condition on facts: every key must hold. A key is a fact or derived fact with the values that satisfy it
 * (for a set: the members of which one must be named, `any` for all members), or `any`, `all`, `not`, `is`.
 */
export type Condition = {
  any?: Condition[] | undefined;
  all?: Condition[] | undefined;
  not?: Condition | undefined;
  is?: string | string[] | undefined;
} & { [fact: string]: unknown };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .object({
      any: z.array(conditionSchema).min(1).optional(),
      all: z.array(conditionSchema).min(1).optional(),
      not: conditionSchema.optional(),
      is: oneOrMore(kebabId).optional(),
    })
    .catchall(oneOrMore(factValue)),
);

const described = {
  /** A short name, as it stands in a summary. */
  label: text,
  /** The condition under which the fact concerns a case; elsewhere it is validated and ignored. */
  applies: conditionSchema.optional(),
  /** Whether a customer who was refused may hear that another answer would have changed that; by default a date or months. */
  reveal: z.boolean().optional(),
};
const asked = {
  ...described,
  question: text,
  help: text.optional(),
  /** What answering costs the customer; an ordinary question costs 1. */
  cost: z.number().positive().default(1),
};
const choiceValue = z.strictObject({
  title: text,
  /** How the answer reads in a summary; the title if absent. */
  summary: text.optional(),
  likelihood,
  /** Other words for it. */
  synonyms: z.array(text).default([]),
  /** For this value alone, what the fact's `reveal` is for all. */
  reveal: z.boolean().optional(),
});
const boolLikelihood = z.strictObject({ true: likelihood, false: likelihood, unknown: likelihood.optional() });
const unknown = z.boolean().default(false);

const choiceFact = z.strictObject({
  type: z.literal('choice'),
  ...asked,
  unknown,
  /** The weight of "I don't know" beside the values' own. */
  unknownLikelihood: likelihood.optional(),
  values: z.record(kebabId, choiceValue),
});
const yesNoFact = z.strictObject({ type: z.literal('yes-no'), ...asked, unknown, likelihood: boolLikelihood });
const dateFact = z.strictObject({ type: z.literal('date'), ...asked, unknown, future: z.boolean().default(false) });
const monthsFact = z.strictObject({
  type: z.literal('months'),
  ...asked,
  unknown,
  max: z.number().int().positive().default(600),
});
const setFact = z.strictObject({
  type: z.literal('set'),
  ...asked,
  values: z.record(
    kebabId,
    choiceValue.extend({
      likelihood: percent,
      /** The clause that naming this value establishes; see `eachOf`. */
      clause: kebabId.optional(),
    }),
  ),
});
/** A price is told by the order, never asked. */
const moneyFact = z.strictObject({ type: z.literal('money'), ...described });

export const factSchema = z.discriminatedUnion('type', [
  choiceFact,
  yesNoFact,
  dateFact,
  monthsFact,
  setFact,
  moneyFact,
]);
export type Fact = z.infer<typeof factSchema>;

/** A period that today lies in (`within`) or past (`after`), or that is not known (`unknown`). */
export const derivedSchema = z.strictObject({
  label: text,
  applies: conditionSchema.optional(),
  /** The date fact that the period runs from. */
  from: factId,
  /** Its length: fixed, or as many months as a fact says (0 = no such period, so it is over). */
  length: z.union([
    z.strictObject({ days: z.number().int().positive() }),
    z.strictObject({ months: z.union([z.number().int().positive(), factId]) }),
  ]),
  /** A date fact that names the last day itself; once known it wins. */
  until: factId.optional(),
  /** Which of the two forms a customer is asked for. */
  asks: factId.optional(),
  within: kebabId,
  after: kebabId,
  /** Weights of the values; the two names above, and `unknown`. */
  likelihood: z.record(z.string(), likelihood),
});
export type Derived = z.infer<typeof derivedSchema>;

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
  fee: z.strictObject({ percent }).optional(),
  /** The derived fact whose last day is the deadline. */
  deadline: factId.optional(),
  alternatives: z.array(alternative).default([]),
  /** What the customer does now, step by step. */
  steps: z.array(text).default([]),
  /** What else the customer should know, above all where the source is silent. */
  notes: z.array(text).default([]),
});
export type DecisionRow = z.infer<typeof decisionSchema>;

const isoDate = z.string().refine(isIsoDate, "a date in quotes, such as '2026-11-01'");

/** A customer, and as much of the decision as the example is there to show. */
const exampleSchema = z.strictObject({
  facts: z.record(factId, z.unknown()),
  /** The day it plays on; the day of the policy's version if absent. */
  today: isoDate.optional(),
  gives: z
    .strictObject({
      resolution: resolutionSchema,
      clauses: z.array(kebabId),
      terms: z.array(kebabId),
      feePercent: percent,
      deadline: isoDate,
      alternatives: z.array(resolutionSchema),
    })
    .partial()
    .default({}),
});
export type Example = z.infer<typeof exampleSchema>;

const clauseSchema = z.strictObject({
  /** Where it stands in the source. */
  section: text,
  title: text,
  /** What a customer reads, in our own words. */
  text,
  /** Customers whose decision cites it, as clause or term, and customers whose decision does not. */
  examples: z
    .strictObject({ in: z.array(exampleSchema).default([]), out: z.array(exampleSchema).default([]) })
    .default({ in: [], out: [] }),
});
export type Clause = z.infer<typeof clauseSchema>;

const sentenceSchema = z.union([
  z.strictObject({ at: text, clauses: z.array(kebabId).min(1) }),
  z.strictObject({ at: text, informational: text }),
  /** One that leads nowhere; such a file is refused, and `check` names the line. */
  z.strictObject({ at: text }),
]);

/** What the form can ask for, beside what the chat knows already. */
export const formFieldSchema = z.enum(['serialNumber', 'refundMethod', 'defect']);
export type FormField = z.infer<typeof formFieldSchema>;

const formSchema = z.strictObject({
  ask: z
    .array(z.strictObject({ field: formFieldSchema, /** Shown beside it. */ clause: kebabId.optional() }))
    .default([]),
  /** What the customer does, and what happens, once the form is submitted. */
  next: z.array(text).default([]),
});

const formsSchema = z.strictObject({
  /** The clause that demands a log-in; without it the link alone opens the form. */
  logIn: kebabId.optional(),
  return: formSchema.optional(),
  cancellation: formSchema.optional(),
  'warranty-repair': formSchema.optional(),
});

const language = z.string().regex(/^[a-z]{2}$/, 'a language of two letters, such as en');

/** How a question reads in another language. */
const wordingSchema = z.strictObject({
  question: text,
  help: text.optional(),
  /** The titles of its values. */
  values: z.record(kebabId, text).default({}),
});

/** A policy file, as YAML gives it. */
export const policyFileSchema = z.strictObject({
  id: kebabId,
  version: isoDate,
  /** The first day on which purchases are judged by it, in quotes; the day of its version if absent. */
  effectiveFrom: z.string().refine(isIsoDate, "a date in quotes, such as '2026-11-01'").optional(),
  name: text,
  tagline: text.optional(),
  language,
  /** All the languages it promises; `language` alone if absent. */
  languages: z.array(language).min(1).optional(),
  /** The questions in the languages beside `language`: by language, then by fact. */
  wording: z.record(language, z.record(factId, wordingSchema)).default({}),
  timeZone: z.string().refine(isTimeZone, 'an IANA time zone, such as Europe/Berlin'),
  theme: z.strictObject({ accent: z.string().regex(/^#[0-9a-f]{6}$/i, "a colour in quotes, such as '#0b5c8f'") }),
  greeting: text,
  statutoryNote: text,
  facts: z.record(factId, factSchema),
  derived: z.record(factId, derivedSchema).default({}),
  impossible: z.array(z.strictObject({ when: conditionSchema, fact: factId, because: text })).default([]),
  conditions: z.record(kebabId, conditionSchema).default({}),
  clauses: z.record(kebabId, clauseSchema),
  citations: z.record(kebabId, z.array(citation)).default({}),
  decisions: z.array(decisionSchema).min(1),
  /** The demonstration form, by resolution. */
  forms: formsSchema.default({}),
  /** Facts asked first, in this order, as far as they still matter. */
  opening: z.array(factId).default([]),
  source: z.strictObject({ title: text, sentences: z.array(sentenceSchema).min(1) }),
});
export type PolicyFile = z.infer<typeof policyFileSchema>;
