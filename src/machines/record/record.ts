import { z } from 'zod';
import { ReturnsError } from '../../errors.ts';
import { decisionSchema } from '../../policy/engine/decision.ts';
import { filedCaseSchema } from '../case.ts';
import { migrations, plainSource, type StoredRecord } from './migrations.ts';

/**
 * The source of an answer. `stated`: the customer, in reply to its question or by confirming it. `inferred`: read from
 * a free message; it is used, but decides nothing before the customer has confirmed it.
 */
export const sourceSchema = z.enum(['stated', 'inferred', 'order', 'warranty']);

/** A source in a row of the store that is not migrated, such as the packet of a case; older rows have older names. */
export const storedSourceSchema = z.string().transform(plainSource).pipe(sourceSchema);

/** A fact of the policy with its value, as `decide` takes it, and who gives it. */
const answerSchema = z.strictObject({ fact: z.string(), value: z.json(), source: sourceSchema });
export type Answer = z.infer<typeof answerSchema>;

/** A day that is only known to lie between two, both included. */
const rangeSchema = z.strictObject({
  fact: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.enum(['stated', 'inferred']),
});
export type Range = z.infer<typeof rangeSchema>;

const openQuestionSchema = z.strictObject({
  /** A fact of the policy, a detail, or `confirm`, `changeWhich`, `offerHuman`, `eraseData` or `choose`. */
  id: z.string(),
  /** The number of unclear replies to it. */
  unclear: z.number().int().min(0),
  /** The days, or the order numbers, that an ambiguous reply could mean, asked back. */
  candidates: z.array(z.string()).optional(),
  /** True for `confirm` where what is asked about was only likely. */
  isProposal: z.boolean().optional(),
  /** The day of which the hour is asked; then `id` is its fact. */
  hourOf: z.string().optional(),
});
export type OpenQuestion = z.infer<typeof openQuestionSchema>;

/** Details that are no facts of the policy but lead to some; null is "I don't know". */
export const detailsSchema = z.strictObject({
  orderNumber: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  item: z.string().nullable().optional(),
  serialNumber: z.string().nullable().optional(),
  /** How many of several alike it is about. */
  pieces: z.number().int().min(1).nullable().optional(),
});
export type Details = z.infer<typeof detailsSchema>;
export type DetailId = keyof Details;

/** What is under way for an item already: a return that was registered, a case of another conversation, or its end. */
const underWaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('return'), reference: z.string(), at: z.string() }),
  z.strictObject({ kind: z.literal('case'), reference: z.string(), at: z.string(), isClaimed: z.boolean() }),
  /** By the order it has come back, was paid back or was cancelled. */
  z.strictObject({ kind: z.literal('settled'), state: z.enum(['returned', 'refunded', 'cancelled']) }),
]);
export type UnderWay = z.infer<typeof underWaySchema>;

const foundOrderSchema = z.strictObject({
  number: z.string(),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        serialNumber: z.string().optional(),
        /** The number of pieces, where it is more than one. */
        quantity: z.number().int().min(2).optional(),
        underWay: underWaySchema.optional(),
        /** The order's values for the policy's facts, by fact id. */
        facts: z.record(z.string(), z.json()),
      }),
    )
    .min(1),
});
export type FoundOrder = z.infer<typeof foundOrderSchema>;

const issuedDecisionSchema = z.strictObject({
  reference: z.string(),
  decision: decisionSchema,
  facts: z.record(z.string(), z.json()),
});

/** All that a conversation knows; the phase follows from it (`phaseOf`). */
const conversationSchema = z.strictObject({
  /** The customer's own answers. */
  answers: z.array(answerSchema),
  /** Answers from the order and the warranty register, kept beside the customer's own. */
  fromLookUp: z.array(answerSchema),
  /** Days said only roughly; they count where both ends lead to the same. */
  ranges: z.array(rangeSchema).default([]),
  /** Members of sets that the customer named in passing; the checklist is still to be answered. */
  mentioned: z.record(z.string(), z.array(z.string())).default({}),
  details: detailsSchema,
  /** Days of which the customer does not know the hour. */
  unknownHours: z.array(z.strictObject({ fact: z.string(), day: z.string() })).optional(),
  order: foundOrderSchema.optional(),
  /** The number of times that no order had the number and e-mail given. */
  wrongPairs: z.number().int().min(0),
  /** The last of those pairs: half of it may have been right. */
  missed: z.strictObject({ orderNumber: z.string(), email: z.string() }).optional(),
  /** Ids of the facts and details answered, in order, for going back. */
  history: z.array(z.string()),
  /** The look-up that runs; only within a turn. */
  lookingUp: z.enum(['order', 'warranty']).optional(),
  open: openQuestionSchema.optional(),
  /** The fact that a customer wants to answer anew; asked whatever the plan says. */
  changing: z.string().optional(),
  /** The option that the customer has chosen, by its id. */
  chosen: z.string().optional(),
  /** Absent unless the customer has been silent for long. */
  silence: z.enum(['reminded', 'closed']).optional(),
  decision: issuedDecisionSchema.optional(),
  case: filedCaseSchema.optional(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** A conversation in which nothing has been said. */
export function newConversation(): Conversation {
  return { answers: [], fromLookUp: [], ranges: [], mentioned: {}, details: {}, wrongPairs: 0, history: [] };
}

/** The version of the record that this code writes. */
export const recordVersion = 5;

const recordSchema = z.strictObject({
  version: z.literal(recordVersion),
  /** In which the customer is spoken to: two letters, such as `en`. */
  language: z.string(),
  policy: z.strictObject({
    id: z.string(),
    digest: z.string(),
    /** The digest at the conversation's start, where the day of an order has chosen another version. */
    begunWith: z.string().optional(),
  }),
  conversation: conversationSchema,
});
/** A conversation as the store keeps it. */
export type ConversationRecord = z.infer<typeof recordSchema>;

const anyVersionSchema = z.looseObject({ version: z.int().min(1) });

/** A stored record that this code cannot read: one of a newer program, which can, or one that is damaged. */
export class RecordError extends ReturnsError {
  readonly code: 'newer-record' | 'unreadable-record';

  constructor(code: RecordError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Reads a stored record of this or an earlier version. Throws RecordError, also on a record newer than the code. */
export function readRecord(stored: unknown): ConversationRecord {
  const { data: start } = anyVersionSchema.safeParse(stored);
  if (!start) throw new RecordError('unreadable-record', 'a stored conversation has no version');
  const { version } = start;
  if (version > recordVersion) {
    const message = `a stored conversation has version ${version}, newer than this program's ${recordVersion}`;
    throw new RecordError('newer-record', message);
  }
  try {
    const toCome = migrations.slice(version - 1);
    return recordSchema.parse(toCome.reduce<StoredRecord>((record, migrate) => migrate(record), start));
  } catch (cause) {
    throw new RecordError('unreadable-record', 'a stored conversation does not fit its version', { cause });
  }
}
