import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Connector } from './connector.ts';
import { endsTurn, type Message, messageSchema, type Say } from './customer.ts';
import { Inbox } from './inbox.ts';
import { post } from './post.ts';

const bufferedSchema = z.object({ activities: z.array(messageSchema) });

/** Somebody who talks to the bot through a channel; its answers come by the channel's connector. */
export function channelCustomer(base: string, connector: Connector, isOurs: boolean): Say {
  const conversation = { id: randomUUID() };
  const inbox = new Inbox();
  connector.listen(conversation.id, (message) => {
    if (endsTurn(message, isOurs)) inbox.deliver(message);
  });
  return async (text) => {
    const id = randomUUID();
    await post(`${base}/api/messages`, { ...activityOf(conversation, id, text), serviceUrl: connector.serviceUrl });
    return inbox.answerTo(id);
  };
}

/** Likewise; the answers come within the response, so that the bot calls nobody. */
export function bufferedCustomer(base: string, connector: Connector, isOurs: boolean): Say {
  const conversation = { id: randomUUID() };
  return async (text) => {
    const { serviceUrl } = connector;
    const activity = { ...activityOf(conversation, randomUUID(), text), serviceUrl, deliveryMode: 'expectReplies' };
    const { activities } = bufferedSchema.parse(JSON.parse(await post(`${base}/api/messages`, activity)));
    const last = activities.findLast((message: Message) => endsTurn(message, isOurs));
    if (!last) throw new Error(`no answer to "${text}"`);
    return last;
  };
}

function activityOf(conversation: { id: string }, id: string, text: string) {
  return {
    type: 'message',
    id,
    text,
    timestamp: new Date().toISOString(),
    channelId: 'emulator',
    conversation,
    from: { id: 'customer', name: 'Customer' },
    recipient: { id: 'bot', name: 'Bot' },
  };
}
