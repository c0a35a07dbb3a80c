import { z } from 'zod';

const value = z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]);
const pair = z.tuple([z.string(), z.string()]);
const facts = z.record(z.string(), z.union([value, pair]));

/** The right reading of a reply: one of these. */
const rightSchema = z.union([
  z.strictObject({ value }),
  z.strictObject({ range: pair }),
  z.strictObject({ unknown: z.literal(true) }),
  z.strictObject({ none: z.literal(true) }),
  z.strictObject({ yes: z.literal(true) }),
  z.strictObject({ no: z.literal(true) }),
  z.strictObject({ correct: facts }),
]);

/** A reply to an open question, with its right reading; said on `corpusToday`. */
export const replyRow = z.strictObject({
  hand: z.string(),
  policy: z.string(),
  question: z.string(),
  text: z.string(),
  right: rightSchema,
  /** What was shown back, for the question `confirm`. */
  shown: z.record(z.string(), value).optional(),
  /** Other facts that it states; a pair is a rough day, or a list of members. */
  also: facts.optional(),
  /** True if nobody would repeat it to be sure. */
  plain: z.boolean().default(false),
});
export type ReplyRow = z.infer<typeof replyRow>;

/** An opening message with all that it states; said on `corpusToday`. */
export const openingRow = z.strictObject({
  hand: z.string(),
  policy: z.string(),
  text: z.string(),
  facts,
  mentioned: z.array(z.string()).default([]),
  denied: z.array(z.string()).default([]),
  details: z.record(z.string(), z.string()).default({}),
  /** Findings that are neither right nor wrong: `fact=value`, `+member`, `-member`. */
  may: z.array(z.string()).default([]),
});
export type OpeningRow = z.infer<typeof openingRow>;

/** The Wednesday on which every message of the corpus is said. */
export const corpusToday = '2026-11-25';
