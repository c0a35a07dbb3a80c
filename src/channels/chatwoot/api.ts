import { z } from 'zod';
import { retryAfterMs } from '../../outbox/retry-after.ts';
import type { Outcome } from '../../outbox/worker.ts';

/** One inbox of kind API in one account. */
export interface ChatwootSettings {
  /** Without a trailing slash. */
  url: string;
  /** An agent's access token. */
  token: string;
  account: number;
  inbox: number;
  /** Ends the address of our webhook. */
  webhookToken: string;
  /** What Chatwoot signs its webhooks with; absent: they are not signed. */
  webhookSecret?: string | undefined;
}

const CALL_MS = 8_000;
/** More than any page of messages; a longer answer is none of Chatwoot's. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Chatwoot answered otherwise than with success. */
export class ChatwootError extends Error {
  readonly code = 'chatwoot';
  readonly status: number;
  readonly afterMs: number | undefined;
  constructor(status: number, afterMs: number | undefined) {
    super(`Chatwoot answered ${status}`);
    this.status = status;
    this.afterMs = afterMs;
  }
}

/** What a failed call means for what it was to bring; throws on whatever is not Chatwoot's answer. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ChatwootError)) throw error;
  const { status, afterMs } = error;
  // It has understood us and will not take this, now or later; whatever else is wrong can be put right within a day.
  if (status === 400 || status === 413 || status === 422) return { kind: 'refused', status };
  return { kind: 'later', status, afterMs };
}

export const statusSchema = z.enum(['open', 'resolved', 'pending', 'snoozed']);
export type Status = z.infer<typeof statusSchema>;

const contactInboxSchema = z.object({ source_id: z.string(), inbox: z.object({ id: z.number() }) });
const contactSchema = z.object({
  id: z.number(),
  identifier: z.string().nullish(),
  contact_inboxes: z.array(contactInboxSchema).default([]),
});
const conversationSchema = z.object({
  id: z.number(),
  inbox_id: z.number(),
  status: statusSchema,
  custom_attributes: z.record(z.string(), z.unknown()).default({}),
});
export type ChatwootConversation = z.infer<typeof conversationSchema>;
const messageSchema = z.object({ id: z.number(), source_id: z.string().nullish(), created_at: z.number() });

/** Somebody who writes, and the key of their conversations in the inbox. */
export interface Contact {
  id: number;
  sourceId: string;
}

/** As much of Chatwoot's API as is used here; every call throws `ChatwootError` unless it succeeds. */
export type ChatwootApi = ReturnType<typeof createChatwootApi>;

/** Makes the client of Chatwoot's application API: https://developers.chatwoot.com/api-reference/introduction */
export function createChatwootApi(settings: ChatwootSettings, now: () => Date) {
  const { url, token, account, inbox } = settings;

  async function call<T>(schema: z.ZodType<T>, method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/api/v1/accounts/${account}/${path}`, {
      method,
      headers: { api_access_token: token, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      // A redirect would carry the token to whoever it names.
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_MS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new ChatwootError(response.status, retryAfterMs(response.headers.get('retry-after'), now()));
    }
    return schema.parse(await jsonOf(response));
  }

  function contactOf({ id, contact_inboxes: inboxes }: z.infer<typeof contactSchema>, identifier: string): Contact {
    const own = inboxes.find((one) => one.inbox.id === inbox);
    // For a contact that was not in the inbox yet, Chatwoot takes the key that it is given.
    return { id, sourceId: own?.source_id ?? identifier };
  }

  return {
    /** https://developers.chatwoot.com/api-reference/contacts/search-contacts; it also finds parts of an identifier. */
    async findContact(identifier: string): Promise<Contact | undefined> {
      const schema = z.object({ payload: z.array(contactSchema) });
      const { payload } = await call(schema, 'GET', `contacts/search?q=${encodeURIComponent(identifier)}`);
      const found = payload.find((contact) => contact.identifier === identifier);
      return found && contactOf(found, identifier);
    },

    /** https://developers.chatwoot.com/api-reference/contacts/create-contact */
    async createContact({ name, identifier }: { name: string; identifier: string }): Promise<Contact> {
      const schema = z.object({ payload: z.object({ contact: contactSchema }) });
      const { payload } = await call(schema, 'POST', 'contacts', { inbox_id: inbox, name, identifier });
      return contactOf(payload.contact, identifier);
    },

    /** https://developers.chatwoot.com/api-reference/contacts/contact-conversations */
    async conversationsOf(contact: Contact): Promise<ChatwootConversation[]> {
      const schema = z.object({ payload: z.array(conversationSchema) });
      const { payload } = await call(schema, 'GET', `contacts/${contact.id}/conversations`);
      return payload.filter(({ inbox_id: id }) => id === inbox);
    },

    /** https://developers.chatwoot.com/api-reference/conversations/create-new-conversation */
    async createConversation(contact: Contact, attributes: Record<string, string | boolean>): Promise<number> {
      const { id } = await call(z.object({ id: z.number() }), 'POST', 'conversations', {
        source_id: contact.sourceId,
        inbox_id: inbox,
        contact_id: contact.id,
        status: 'open',
        custom_attributes: attributes,
      });
      return id;
    },

    /** https://developers.chatwoot.com/api-reference/conversations/conversation-details */
    conversation: (id: number) => call(conversationSchema, 'GET', `conversations/${id}`),

    /** https://developers.chatwoot.com/api-reference/conversation-labels/add-labels; it replaces those there are. */
    label: (id: number, labels: string[]) => call(z.unknown(), 'POST', `conversations/${id}/labels`, { labels }),

    /** https://developers.chatwoot.com/api-reference/conversations/toggle-priority; it sets what it is given. */
    prioritise: (id: number, priority: 'urgent') =>
      call(z.unknown(), 'POST', `conversations/${id}/toggle_priority`, { priority }),

    /** https://developers.chatwoot.com/api-reference/conversations/toggle-status; it sets what it is given. */
    setStatus: (id: number, status: Status) =>
      call(z.unknown(), 'POST', `conversations/${id}/toggle_status`, { status }),

    /** https://developers.chatwoot.com/api-reference/conversation-assignments/assign-conversation */
    assign: (id: number, agent: number) =>
      call(z.unknown(), 'POST', `conversations/${id}/assignments`, { assignee_id: agent }),

    /** The newest twenty, or those before one: https://developers.chatwoot.com/api-reference/messages/get-messages */
    async messages(id: number, before?: number) {
      const page = before === undefined ? '' : `?before=${before}`;
      const schema = z.object({ payload: z.array(messageSchema) });
      return (await call(schema, 'GET', `conversations/${id}/messages${page}`)).payload;
    },

    /** https://developers.chatwoot.com/api-reference/messages/create-new-message */
    async post(id: number, message: OutgoingMessage): Promise<void> {
      await call(z.object({ id: z.number() }), 'POST', `conversations/${id}/messages`, {
        content: message.content,
        message_type: message.isFromCustomer ? 'incoming' : 'outgoing',
        private: !message.isFromCustomer,
        content_type: 'text',
        source_id: message.sourceId,
        echo_id: message.sourceId,
      });
    },
  };
}

/** What the customer says, or a note that only people in Chatwoot see; we say nothing to customers by way of Chatwoot. */
export interface OutgoingMessage {
  content: string;
  isFromCustomer: boolean;
  /** The same at every attempt. */
  sourceId: string;
}

async function jsonOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new ChatwootError(response.status, undefined);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  // Some calls answer with success and nothing else.
  return text.trim() === '' ? {} : JSON.parse(text);
}
