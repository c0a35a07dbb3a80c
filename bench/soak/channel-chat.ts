import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Findings } from './findings.ts';
import { requestUntilTaken } from './patient-request.ts';

/** A customer's conversation on a channel of Bot Framework. */
export interface ChannelChat {
  id: string;
  /** Sends one message until it is acknowledged; resolves to its id on the channel. */
  say(text: string, id?: string): Promise<string>;
  /** Likewise; resolves to the replies, which come within the answer. */
  ask(text: string, id: string): Promise<unknown[]>;
}

/** A new conversation on a channel whose connector service is at `serviceUrl`. */
export function newChannelChat(nextBase: () => string, serviceUrl: string, findings: Findings): ChannelChat {
  const conversation = { id: randomUUID() };
  const post = async (activity: object): Promise<unknown> => {
    const body = JSON.stringify({
      ...activity,
      type: 'message',
      timestamp: new Date().toISOString(),
      channelId: 'emulator',
      serviceUrl,
      conversation,
      from: { id: 'customer', name: 'Customer' },
      recipient: { id: 'bot', name: 'Bot' },
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const answer = await requestUntilTaken(() => `${nextBase()}/api/messages`, init, findings);
    findings.acknowledged += 1;
    return answer;
  };
  return {
    id: conversation.id,
    async say(text, id = randomUUID()) {
      await post({ id, text });
      return id;
    },
    async ask(text, id) {
      const answer = await post({ id, text, deliveryMode: 'expectReplies' });
      return z.object({ activities: z.array(z.unknown()) }).parse(answer).activities;
    },
  };
}
