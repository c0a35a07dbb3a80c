import { z } from 'zod';
import { type ChatwootSettings, createCall } from './calls.ts';

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
  meta: z.object({ assignee: z.object({ id: z.number() }).nullish() }).optional(),
});
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
  const { inbox } = settings;
  const call = createCall(settings, now);

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
    async conversationsOf(contact: Contact): Promise<z.infer<typeof conversationSchema>[]> {
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

/**
 * The customer's message, or a note that only people in Chatwoot see; we say nothing to customers by way of Chatwoot.
 */
export interface OutgoingMessage {
  content: string;
  isFromCustomer: boolean;
  /** The same at every attempt. */
  sourceId: string;
}
