import { z } from 'zod';
import { ConflictError } from '../dialogs/turns/conflict.ts';
import { newReference } from '../dialogs/turns/writes/reference.ts';
import { wordsIn } from '../dialogs/wording/catalog/words.ts';
import { message } from '../dialogs/wording/replies/reply.ts';
import { asJson } from '../json.ts';
import { readRecord } from '../machines/record/record.ts';
import { fieldValueSchema } from '../policy/format/form-schema.ts';
import type { CommitResult, StoredConversation, TurnCommit } from '../store/store.ts';
import { type LinkStatusDeps, linkStatusOf, type OpenLink } from './link-status.ts';
import { registeredMessage } from './registered.ts';

/** A submitted form: what the link told, and what the customer filled in. */
export const returnFormSchema = z.strictObject({
  orderNumber: z.string().optional(),
  item: z.object({ id: z.string(), name: z.string() }).optional(),
  /** The number of pieces, where several alike were ordered. */
  quantity: z.number().int().min(1).optional(),
  serialNumber: z.string().optional(),
  refundMethod: z.enum(['original', 'credit']).optional(),
  defect: z.string().optional(),
  /** The answers to the fields of the shop's own, by the field's id. */
  fields: z.record(z.string(), fieldValueSchema).optional(),
  /** The clauses accepted, by id. */
  terms: z.array(z.string()),
  /** A digest of the browser session that submitted it, which may see its number again. */
  session: z.string().optional(),
});
export type ReturnForm = z.infer<typeof returnFormSchema>;

/** The result of a submission; all but `submitted` write nothing. */
export type Submission =
  | { kind: 'submitted'; rma: string }
  /** There is a return for this decision already. */
  | { kind: 'used'; rma: string }
  /** The decision does not count any more. */
  | { kind: 'revoked' }
  /** Another return for the same item is open. */
  | { kind: 'item-taken' }
  /** By the policy and the day, the decision would be another one now. */
  | { kind: 'no-longer' };

/** Registers the return of a decision once, with a message in the conversation. */
export type SubmitReturn = (submission: {
  reference: string;
  form: ReturnForm;
  /** The ruling that its link was made for; see `LinkSubject`. */
  ruling?: number | undefined;
}) => Promise<Submission>;

/** The most times that a submission is tried anew because another turn came first. */
const attempts = 10;

/**
 * One turn without a message: the return, an event and a message, committed together. Sent again after a crash it finds
 * its own return and answers `used`.
 */
export async function registerReturn(
  deps: LinkStatusDeps & { commit(turn: TurnCommit): Promise<CommitResult> },
  { reference, form, ruling }: Parameters<SubmitReturn>[0],
): Promise<Submission> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const status = await linkStatusOf(deps, { reference, ruling, orderNumber: form.orderNumber, item: form.item });
    if (status.kind === 'used') return { kind: 'used', rma: status.submitted.rma };
    if (status.kind !== 'open') return status;
    const rma = `RMA-${newReference()}`;
    const result = await deps.commit(turnOf(status, { rma, form, at: deps.now().toISOString() }));
    if (result.kind === 'committed') return { kind: 'submitted', rma };
  }
  throw new ConflictError('a submission met a conflict at every attempt');
}

function turnOf(
  { conversation, issued, policy, itemKey }: OpenLink & { conversation: StoredConversation },
  { rma, form, at }: { rma: string; form: ReturnForm; at: string },
): TurnCommit {
  const { reference, conversationId } = issued;
  const record = readRecord(conversation.record);
  const isWithAgent = record.conversation.case?.state === 'claimed';
  const words = wordsIn(record.language);
  return {
    conversationId,
    expectedRevision: conversation.revision,
    record: conversation.record,
    events: [{ type: 'returnSubmitted', data: { reference, rma } }],
    // The page itself says so; while a person talks with the customer, nobody else does.
    replies: isWithAgent ? [] : [asJson(message(registeredMessage(words, policy, issued.resolution, rma)))],
    effects: [],
    cases: [],
    decisions: [],
    returns: [
      {
        rma,
        reference,
        conversationId,
        ...(itemKey !== undefined && { itemKey }),
        state: 'open',
        form: asJson(form),
      },
    ],
    at,
  };
}
