import { z } from 'zod';
import { conditionSchema, factId, kebabId, text } from './condition-schema.ts';

/** The fields that a form can ask for of itself, beside what the chat knows already. */
export const formFieldSchema = z.enum(['serialNumber', 'refundMethod', 'defect']);
export type FormField = z.infer<typeof formFieldSchema>;

const common = {
  label: text,
  hint: text.optional(),
  /** The form is not taken without it. */
  required: z.boolean().default(false),
  /** Asked only of those whose facts establish this. */
  when: conditionSchema.optional(),
};

/** A field of the shop's own. */
export const ownFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), ...common, maxLength: z.number().int().min(1).max(2_000).default(200) }),
  z.strictObject({
    type: z.literal('choice'),
    ...common,
    values: z
      .record(kebabId, z.strictObject({ title: text }))
      .refine((values) => Object.keys(values).length > 1, 'at least two values'),
  }),
  z.strictObject({ type: z.literal('yes-no'), ...common }),
  z.strictObject({ type: z.literal('date'), ...common }),
  z.strictObject({
    type: z.literal('number'),
    ...common,
    min: z.number().optional(),
    max: z.number().optional(),
  }),
]);
export type OwnField = z.infer<typeof ownFieldSchema>;

/** A form: what it asks for, and what follows. */
export const formSchema = z.strictObject({
  ask: z
    .array(
      z.strictObject({
        /** One of the form's own, or of `formFields`. */
        field: z.union([formFieldSchema, factId]),
        /** Shown beside it. */
        clause: kebabId.optional(),
      }),
    )
    .default([]),
  /** The next steps once the form is submitted, the customer's and the shop's. */
  next: z.array(text).default([]),
});

/** The forms, by resolution. */
export const formsSchema = z.strictObject({
  /** The clause that demands a log-in; without it the link alone opens the form. */
  logIn: kebabId.optional(),
  return: formSchema.optional(),
  cancellation: formSchema.optional(),
  'warranty-repair': formSchema.optional(),
});

/** What a customer fills in there: a text, the id of a choice, a day, a number, or yes or no. */
export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean()]);
export type FieldValue = z.infer<typeof fieldValueSchema>;
