import { z } from 'zod';
import { endsTurn, messageSchema, type Say } from './customer.ts';
import { Inbox } from './inbox.ts';
import { post } from './post.ts';

const conversationSchema = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const frameSchema = z.object({ activities: z.array(messageSchema) });
const sentSchema = z.object({ id: z.string() });

/** Opens a conversation as Web Chat does; the bot's answers come by the socket, which is open when this resolves. */
export async function websiteCustomer(base: string): Promise<Say> {
  const directLine = `${base}/v3/directline`;
  const made = await send(`${directLine}/tokens/generate`, undefined, {});
  const { token } = z.object({ token: z.string() }).parse(made);
  const { conversationId, streamUrl } = conversationSchema.parse(await send(`${directLine}/conversations`, token, {}));
  const inbox = new Inbox();
  const socket = new WebSocket(streamUrl);
  socket.addEventListener('message', ({ data }) => {
    // Empty frames keep the socket open.
    if (data === '') return;
    for (const message of frameSchema.parse(JSON.parse(String(data))).activities) {
      if (endsTurn(message, true)) inbox.deliver(message);
    }
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return async (text) => {
    const activity = { type: 'message', text };
    const { id } = sentSchema.parse(
      await send(`${directLine}/conversations/${conversationId}/activities`, token, activity),
    );
    return inbox.answerTo(id);
  };
}

async function send(url: string, token: string | undefined, body: object): Promise<unknown> {
  return JSON.parse(await post(url, body, token === undefined ? {} : { authorization: `Bearer ${token}` }));
}
