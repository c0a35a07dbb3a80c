import { randomUUID } from 'node:crypto';
import type { Posted } from './fake-connector.ts';

/** Somebody who writes to the bot on a channel, as the channel's service passes it on. */
export function channelUser(base: string, serviceUrl: string, channelId = 'msteams') {
  const conversation = { id: `19:${randomUUID()}@thread.tacv2` };
  let count = 0;
  const activityOf = (fields: Record<string, unknown>) => {
    count += 1;
    return {
      type: 'message',
      id: `in-${count}`,
      timestamp: '2026-11-21T09:00:00Z',
      channelId,
      serviceUrl,
      conversation,
      from: { id: '29:anna', name: 'Anna' },
      recipient: { id: '28:bot', name: 'Returns' },
      ...fields,
    };
  };
  const post = (activity: unknown, headers: Record<string, string> = {}) =>
    fetch(`${base}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
  return {
    conversation,
    activityOf,
    post,
    /** Writes a message, or sends whatever `fields` say. */
    says: (text: string | undefined, fields: Record<string, unknown> = {}) =>
      post(activityOf({ ...(text !== undefined && { text }), ...fields })),
    /** Writes a message and gets the replies back in the response. */
    async asks(text: string | undefined, fields: Record<string, unknown> = {}): Promise<Posted[]> {
      const content = { ...(text !== undefined && { text }), deliveryMode: 'expectReplies', ...fields };
      const response = await post(activityOf(content));
      return ((await response.json()) as { activities: Posted[] }).activities;
    },
  };
}
