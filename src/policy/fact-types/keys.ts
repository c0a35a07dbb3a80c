import { z } from 'zod';
import { conditionSchema, likelihood, text } from '../format/condition-schema.ts';
import { phraseProblem } from '../format/phrase.ts';
import { orderFieldSchema } from './order-fields.ts';
import { orderNamesSchema } from './order-names.ts';

/** Keys of every fact. */
export const described = {
  /** A short name, as it stands in a summary. */
  label: text,
  /** The condition under which the fact concerns a case; elsewhere it is validated and ignored. */
  applies: conditionSchema.optional(),
  /**
   * True if a refused customer may be told that another answer would have changed that; by default a date or months.
   */
  reveal: z.boolean().optional(),
  /** The field of an order that tells the fact. */
  fromOrder: orderFieldSchema.optional(),
};

/** Keys of a fact that customers are asked for. */
export const asked = {
  ...described,
  question: text,
  help: text.optional(),
  /** The cost of answering for the customer; an ordinary question costs 1. */
  cost: z.number().positive().max(1_000).default(1),
};

/** True if "I don't know" is an answer. */
export const unknown = z.boolean().default(false);

/** Training phrases: a message that says one means this, among other words too; see `docs/guides/policies.md`. */
const phrase = text.superRefine((phrase, { addIssue }) => {
  // That of an empty one is told already.
  const expected = phrase === '' ? undefined : phraseProblem(phrase);
  if (expected !== undefined) addIssue({ code: 'custom', message: expected });
});
export const phrases = z.array(phrase).default([]);

/**
 * The subjects of an opening message; a value with these is what such a message most likely means.
 * `damaged_or_incomplete_on_delivery` is its three parts together.
 */
export const intentSchema = z.enum([
  'defective',
  'damaged_or_incomplete_on_delivery',
  'damaged_on_delivery',
  'incomplete_on_delivery',
  'wrong_item_received',
  'wrong_item_ordered',
  'does_not_fit',
  'change_of_mind',
  'cancel_order',
  'digital_product_problem',
]);

/** One of the values that a customer can name. */
export const namedValue = z.strictObject({
  title: text,
  /** The answer as it reads in a summary; the title if absent. */
  summary: text.optional(),
  likelihood,
  /** Other words for it. */
  synonyms: z.array(text).default([]),
  phrases,
  intents: z.array(intentSchema).default([]),
  /** True if a case with this answer cannot wait: a parcel at the door, for one. */
  urgent: z.boolean().optional(),
  /** For this value alone, what the fact's `reveal` is for all. */
  reveal: z.boolean().optional(),
  /** What the shop's system writes for it in the field that tells the fact, beside its id. */
  order: orderNamesSchema.optional(),
});
