import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { signatureOf } from '../../../src/desk/chatwoot/signature.ts';

// Requests as https://developers.chatwoot.com/api-reference describes them; whatever else is sent is refused with 422.
const createContact = z.strictObject({ inbox_id: z.number(), name: z.string().min(1), identifier: z.string().min(1) });
const createConversation = z.strictObject({
  source_id: z.string(),
  inbox_id: z.number(),
  contact_id: z.number(),
  status: z.enum(['open', 'resolved', 'pending']),
  custom_attributes: z.record(z.string(), z.union([z.string(), z.boolean()])),
});
const createMessage = z.strictObject({
  content: z.string().min(1).max(150_000),
  message_type: z.enum(['outgoing', 'incoming']),
  private: z.boolean(),
  content_type: z.literal('text'),
  source_id: z.string().max(255),
  echo_id: z.string(),
});
const toggleStatus = z.strictObject({ status: z.enum(['open', 'resolved', 'pending', 'snoozed']) });
const togglePriority = z.strictObject({ priority: z.enum(['urgent', 'high', 'medium', 'low']).nullable() });
const addLabels = z.strictObject({ labels: z.array(z.string()) });
const assign = z.strictObject({ assignee_id: z.number() });

type Status = z.infer<typeof toggleStatus>['status'];
export interface Message {
  id: number;
  content: string;
  message_type: 'incoming' | 'outgoing';
  private: boolean;
  source_id: string | null;
  created_at: number;
  sender: { id: number; name: string; type: 'user' | 'contact' | 'agent_bot' } | null;
  status: 'sent' | 'failed';
}
export interface Conversation {
  id: number;
  contact_id: number;
  status: Status;
  custom_attributes: Record<string, string | boolean>;
  labels: string[];
  priority: string | null;
  assignee: User | null;
  updated_at: number;
  messages: Message[];
}
export interface User {
  id: number;
  name: string;
}

export const account = 3;
export const inbox = 7;
export const token = 'access-token-of-the-integration';
export const webhookToken = 'a-random-text-for-the-address';
export const webhookSecret = 'signs-what-chatwoot-sends';
/** Whose token it is; what we post is theirs. */
const integration = { id: 1, name: 'Integration' };
export const mia = { id: 11, name: 'Mia' };
export const noah = { id: 12, name: 'Noah' };

/** As much of Chatwoot as we use, in memory: its API as documented, and its webhooks to the inbox's address. */
export async function startChatwoot() {
  const contacts: { id: number; identifier: string; name: string; source_id: string }[] = [];
  const conversations: Conversation[] = [];
  const calls: string[] = [];
  /** The bodies of all webhooks, whether they have gone out or wait. */
  const told: string[] = [];
  let nextId = 100;
  let clock = 1_700_000_000;
  let failure: ((call: string, body: string) => number | 'lost' | undefined) | undefined;
  let webhookUrl = '';
  let webhooks: Promise<unknown> = Promise.resolve();
  let open: Promise<void> = Promise.resolve();

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const call = `${request.method} ${pathname.replace(`/api/v1/accounts/${account}/`, '')}`;
    const failed = failure?.(call, Buffer.concat(chunks).toString('utf8'));
    const send = (status: number, body: unknown): void => {
      // restify takes the result of writeHead away.
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (typeof failed === 'number') return send(failed, { error: 'down' });
    if (request.headers.api_access_token !== token) return send(401, { error: 'Invalid Access Token' });
    calls.push(call);
    try {
      const body: unknown = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const [status, result] = handle(call, searchParams, body);
      if (failed === 'lost') return void request.socket.destroy();
      send(status, result);
    } catch (error) {
      send(422, { error: String(error) });
    }
  }

  function handle(call: string, query: URLSearchParams, body: unknown): [number, unknown] {
    const [method, ...path] = call.split(/[ /]/);
    const [kind, id, part] = path;
    if (call === 'GET contacts/search') {
      const q = query.get('q') ?? '';
      return [200, { payload: contacts.filter(({ identifier }) => identifier.includes(q)).map(contactView) }];
    }
    if (call === 'POST contacts') {
      const { name, identifier } = createContact.parse(body);
      if (contacts.some((one) => one.identifier === identifier)) return [422, { message: 'Identifier taken' }];
      const contact = { id: nextId++, identifier, name, source_id: `source-${nextId}` };
      contacts.push(contact);
      return [200, { payload: { contact: contactView(contact), contact_inbox: {} } }];
    }
    if (method === 'GET' && kind === 'contacts' && part === 'conversations') {
      const own = conversations.filter(({ contact_id: contact }) => contact === Number(id));
      return [200, { payload: own.map(conversationView) }];
    }
    if (call === 'POST conversations') {
      const { contact_id: contact, source_id: source, ...rest } = createConversation.parse(body);
      const known = contacts.find((one) => one.id === contact && one.source_id === source);
      if (!known || rest.inbox_id !== inbox) return [404, { error: 'no such source' }];
      const conversation: Conversation = {
        id: nextId++,
        contact_id: contact,
        status: rest.status,
        custom_attributes: rest.custom_attributes,
        labels: [],
        priority: null,
        assignee: null,
        updated_at: clock++,
        messages: [],
      };
      conversations.push(conversation);
      return [200, { id: conversation.id, account_id: account, inbox_id: inbox }];
    }
    const conversation = conversations.find((one) => one.id === Number(id));
    if (kind !== 'conversations' || !conversation) return [404, { error: 'Resource could not be found' }];
    switch (`${method} ${part ?? ''}`) {
      case 'GET ':
        return [200, conversationView(conversation)];
      case 'GET messages': {
        const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
        return [200, { payload: conversation.messages.filter((one) => one.id < before).slice(-20) }];
      }
      case 'POST messages': {
        const { content, message_type, private: isPrivate, source_id } = createMessage.parse(body);
        const isIncoming = message_type === 'incoming';
        const sender = isIncoming
          ? { id: conversation.contact_id, name: 'Customer', type: 'contact' as const }
          : { ...integration, type: 'user' as const };
        if (isIncoming && conversation.status === 'resolved') setStatus(conversation, 'open');
        const message = post(conversation, { content, message_type, private: isPrivate, source_id, sender });
        return [200, message];
      }
      case 'POST toggle_status':
        setStatus(conversation, toggleStatus.parse(body).status);
        // As Chatwoot does where the token is an agent's.
        if (conversation.status === 'open') conversation.assignee = integration;
        return [200, { meta: {}, payload: { success: true, current_status: conversation.status } }];
      case 'POST toggle_priority':
        conversation.priority = togglePriority.parse(body).priority;
        return [200, {}];
      case 'POST labels':
        conversation.labels = addLabels.parse(body).labels;
        return [200, { payload: conversation.labels }];
      case 'POST assignments': {
        const { assignee_id: agent } = assign.parse(body);
        conversation.assignee = [mia, noah].find((one) => one.id === agent) ?? null;
        return [200, conversation.assignee];
      }
      default:
        return [404, { error: 'no such route' }];
    }
  }

  const contactView = ({ id, identifier, name, source_id }: (typeof contacts)[number]) => ({
    id,
    identifier,
    name,
    email: null,
    contact_inboxes: [
      { source_id: 'of-another-inbox', inbox: { id: 99 } },
      { source_id, inbox: { id: inbox } },
    ],
  });
  const conversationView = ({ messages, assignee, ...rest }: Conversation) => ({
    ...rest,
    inbox_id: inbox,
    account_id: account,
    can_reply: true,
    channel: 'Channel::Api',
    meta: { sender: { id: rest.contact_id }, assignee: assignee && { ...assignee, type: 'user' } },
    messages: messages.slice(-1).map((one) => ({ id: one.id, content: one.content, account_id: account })),
    timestamp: Math.floor(rest.updated_at),
  });

  function post(conversation: Conversation, message: Omit<Message, 'id' | 'created_at' | 'status'>): Message {
    const stored: Message = { ...message, id: nextId++, created_at: nowSeconds(), status: 'sent' };
    conversation.messages.push(stored);
    tell(() => messageEvent(conversation, stored), stored);
    return stored;
  }

  function messageEvent(conversation: Conversation, message: Message) {
    const { status: _, ...rest } = message;
    return {
      event: 'message_created',
      ...rest,
      created_at: new Date(message.created_at * 1_000).toISOString(),
      content_type: 'text',
      content_attributes: {},
      additional_attributes: {},
      conversation: conversationView(conversation),
      inbox: { id: inbox, name: 'Returns' },
      account: { id: account, name: 'Acme' },
    };
  }

  function setStatus(conversation: Conversation, status: Status): void {
    if (conversation.status === status) return;
    conversation.status = status;
    conversation.updated_at = clock++ + 0.25;
    const event = statusEvent(conversation);
    tell(() => event);
  }

  function statusEvent(conversation: Conversation) {
    return { ...conversationView(conversation), event: 'conversation_status_changed', changed_attributes: [] };
  }

  /** Webhooks go out one after the other; one that is refused marks its message as failed. */
  function tell(event: () => object, message?: Message): void {
    const body = JSON.stringify(event());
    told.push(body);
    webhooks = webhooks.then(async () => {
      await open;
      const status = await deliver(body).then(
        (response) => response.status,
        () => 503,
      );
      if (message && status >= 400) message.status = 'failed';
    });
  }

  async function deliver(body: string, { url = webhookUrl, secret = webhookSecret } = {}) {
    const seconds = String(nowSeconds());
    const headers = {
      'content-type': 'application/json',
      'x-chatwoot-timestamp': seconds,
      'x-chatwoot-signature': signatureOf(body, seconds, secret),
    };
    if (url === '') return { status: 200 };
    return fetch(url, { method: 'POST', headers, body });
  }

  let nowSeconds = (): number => Math.floor(Date.now() / 1_000);

  function only(): Conversation {
    const [conversation, ...others] = conversations;
    if (!conversation || others.length > 0) throw new Error(`expected one conversation, got ${conversations.length}`);
    return conversation;
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    contacts,
    conversations,
    calls,
    told,
    only,
    deliver,
    messageEvent,
    statusEvent,
    /** Where the inbox's webhook goes, and whose clock it has. */
    connect(base: string, clockOf: { now: Date }) {
      webhookUrl = `${base}/chatwoot/${webhookToken}`;
      nowSeconds = () => Math.floor(clockOf.now.getTime() / 1_000);
    },
    /** From now on calls fail with a status, or are done and their answer is lost. */
    fail(how: typeof failure) {
      failure = how;
    },
    /** Webhooks wait from now on, until the function that is returned lets them go. */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      open = promise;
      return resolve;
    },
    /** All webhooks so far were answered. */
    async settled(): Promise<void> {
      for (let last: unknown; last !== webhooks; ) {
        last = webhooks;
        await webhooks;
      }
    },
    async reply(conversation: Conversation, user: User, content: string, isPrivate = false): Promise<Message> {
      const message = post(conversation, {
        content,
        message_type: 'outgoing',
        private: isPrivate,
        source_id: null,
        sender: { ...user, type: 'user' },
      });
      await webhooks;
      return message;
    },
    async setStatus(conversation: Conversation, status: Status): Promise<void> {
      setStatus(conversation, status);
      await webhooks;
    },
  };
}
