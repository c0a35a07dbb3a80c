import { z } from 'zod';
import { HttpError } from '../../http/errors.ts';
import { readLeniently } from '../../lenient.ts';
import { chatwootUserSchema } from './agents.ts';
import { statusSchema } from './client.ts';

// Shapes as at https://www.chatwoot.com/hc/user-guide/articles/1677693021-how-to-use-webhooks and, with more of each,
// https://github.com/chatwoot/docs/blob/main/docs/product/others/webhook-events.md

/** Old examples have numbers as text. */
const id = z.coerce.number().int();
const assigned = z.object({ assignee: chatwootUserSchema.nullish().catch(undefined) });

const messageSchema = z.object({
  event: z.literal('message_created'),
  id,
  content: z.string().nullish(),
  message_type: z.string(),
  /** Only what says that it is public reaches a customer. */
  private: z.boolean().default(true),
  source_id: z.string().nullish(),
  /** Nobody where an automation sends it. */
  sender: z.object({ type: z.string().optional() }).loose().nullish(),
  attachments: z.array(z.object({ data_url: z.string().optional() })).nullish(),
  conversation: z.object({ id, meta: assigned.optional() }),
  inbox: z.object({ id }),
  account: z.object({ id }),
});
export type MessageCreated = z.infer<typeof messageSchema>;

const statusChangeSchema = z.object({
  event: z.literal('conversation_status_changed'),
  id,
  inbox_id: id,
  status: statusSchema,
  meta: assigned.optional(),
  messages: z.array(z.object({ account_id: id.optional() })).default([]),
  account: z.object({ id }).optional(),
  /** Newer versions have the first, all have the second. */
  updated_at: z.union([z.number(), z.string()]).optional(),
  timestamp: z.union([z.number(), z.string()]).optional(),
});
export type StatusChanged = z.infer<typeof statusChangeSchema>;

/**
 * Reads an event of Chatwoot; `undefined` for one that does not matter here. Throws 400 for what is none; `onOddField`
 * hears of fields that say nothing that can be used.
 */
export function readEvent(
  body: unknown,
  onOddField?: (name: string) => void,
): MessageCreated | StatusChanged | undefined {
  const { event } = parsed(z.object({ event: z.string() }), body);
  if (event === 'message_created') return parsed(messageSchema, body, onOddField);
  return event === 'conversation_status_changed' ? parsed(statusChangeSchema, body, onOddField) : undefined;
}

/** The account and inbox that an event is of; an old Chatwoot does not tell the account of every one. */
export function originOf(event: MessageCreated | StatusChanged): { account: number | undefined; inbox: number } {
  if (event.event === 'message_created') return { account: event.account.id, inbox: event.inbox.id };
  const { account, messages, inbox_id: inbox } = event;
  return { account: account?.id ?? messages[0]?.account_id, inbox };
}

function parsed<T>(schema: z.ZodType<T>, body: unknown, onOddField: (name: string) => void = () => undefined): T {
  const reading = readLeniently(schema, body);
  if (reading.kind === 'wrong') {
    const at = reading.at === '' ? '' : `, at ${reading.at}`;
    throw new HttpError(400, 'invalid-event', `the body is no event of Chatwoot${at}`);
  }
  reading.odd.forEach(onOddField);
  return reading.value;
}
