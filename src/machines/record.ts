import { z } from 'zod';

/** An answer of the customer, as `decide` takes it. */
const answerSchema = z.strictObject({
  fact: z.string(),
  value: z.json(),
  /** Who says so. */
  source: z.enum(['said', 'order', 'warranty']),
});
export type Answer = z.infer<typeof answerSchema>;

const openQuestionSchema = z.strictObject({
  /** A fact of the policy, or `changeWhich` or `offerHuman`. */
  id: z.string(),
  /** How often a reply to it was unclear. */
  unclear: z.number().int().min(0),
  /** The days an ambiguous reply could mean, asked back. */
  candidates: z.array(z.string()).optional(),
});
export type OpenQuestion = z.infer<typeof openQuestionSchema>;

const issuedDecisionSchema = z.strictObject({
  reference: z.string(),
  decision: z.json(),
  facts: z.record(z.string(), z.json()),
});
export type IssuedDecision = z.infer<typeof issuedDecisionSchema>;

const filedCaseSchema = z.strictObject({
  reference: z.string(),
  state: z.enum(['waiting', 'claimed', 'ruled', 'handed-back', 'closed']),
});
export type FiledCase = z.infer<typeof filedCaseSchema>;

/** What a conversation knows; the phase follows from it (`phaseOf`). */
const conversationSchema = z.strictObject({
  answers: z.array(answerSchema),
  open: openQuestionSchema.optional(),
  /** The fact that a customer wants to answer anew; asked whatever the plan says. */
  changing: z.string().optional(),
  decision: issuedDecisionSchema.optional(),
  case: filedCaseSchema.optional(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** The version of the record that this code writes. */
export const recordVersion = 1;

const recordSchema = z.strictObject({
  version: z.literal(recordVersion),
  policy: z.strictObject({ id: z.string(), digest: z.string() }),
  conversation: conversationSchema,
});
/** What the store keeps of a conversation. */
export type ConversationRecord = z.infer<typeof recordSchema>;

/** A stored record that this code cannot read. */
export class RecordError extends Error {
  readonly code = 'record';
}

/** Each entry turns a record of its index + 1 into the next version. */
const migrations: ((record: Record<string, unknown>) => Record<string, unknown>)[] = [];

/** Reads a stored record of this or an earlier version. Throws RecordError, also on a record newer than the code. */
export function readRecord(stored: unknown): ConversationRecord {
  const version = (stored as { version?: unknown } | null)?.version;
  if (typeof version !== 'number') throw new RecordError('a stored conversation has no version');
  if (version > recordVersion) {
    throw new RecordError(`a stored conversation has version ${version}, newer than this program's ${recordVersion}`);
  }
  const current = migrations
    .slice(version - 1)
    .reduce((record, migrate) => migrate(record), stored as Record<string, unknown>);
  const parsed = recordSchema.safeParse(current);
  if (!parsed.success) throw new RecordError('a stored conversation does not fit its version', { cause: parsed.error });
  return parsed.data;
}
