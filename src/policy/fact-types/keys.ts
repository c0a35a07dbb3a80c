import { z } from 'zod';
import { conditionSchema, likelihood, text } from '../format/condition-schema.ts';
import { phraseProblem } from '../format/phrase.ts';
import { orderFieldSchema } from './order-fields.ts';

/** Keys of every fact. */
export const described = {
  /** A short name, as it stands in a summary. */
  label: text,
  /** The condition under which the fact concerns a case; elsewhere it is validated and ignored. */
  applies: conditionSchema.optional(),
  /** Whether a customer who was refused may hear that another answer would have changed that; by default a date or months. */
  reveal: z.boolean().optional(),
  /** The field of an order that tells the fact. */
  fromOrder: orderFieldSchema.optional(),
};

/** Keys of a fact that customers are asked for. */
export const asked = {
  ...described,
  question: text,
  help: text.optional(),
  /** What answering costs the customer; an ordinary question costs 1. */
  cost: z.number().positive().default(1),
};

/** Whether "I don't know" is an answer. */
export const unknown = z.boolean().default(false);

/** What a free message says when it means this, as `docs/guides/policies.md` explains; read beside the other words of the message. */
const phrase = text.superRefine((phrase, { addIssue }) => {
  const expected = phraseProblem(phrase);
  if (expected !== undefined) addIssue({ code: 'custom', message: expected });
});
export const phrases = z.array(phrase).default([]);

/** What an opening message can be about; a value with these is what such a message most likely means. */
export const intentSchema = z.enum([
  'defective',
  'damaged_or_incomplete_on_delivery',
  'wrong_item_ordered',
  'change_of_mind',
  'cancel_order',
  'digital_product_problem',
]);

/** One of the values that a customer can name. */
export const namedValue = z.strictObject({
  title: text,
  /** How the answer reads in a summary; the title if absent. */
  summary: text.optional(),
  likelihood,
  /** Other words for it. */
  synonyms: z.array(text).default([]),
  phrases,
  intents: z.array(intentSchema).default([]),
  /** For this value alone, what the fact's `reveal` is for all. */
  reveal: z.boolean().optional(),
});
