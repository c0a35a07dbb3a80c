import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Findings } from './findings.ts';
import { type Attempt, requestUntilTaken, tryRequest } from './patient-request.ts';

const activitySchema = z.object({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.object({ id: z.string().optional() }).optional(),
  channelData: z.looseObject({ clientActivityID: z.string().optional() }).optional(),
});

/** A message as the website gets it. */
export type Activity = z.infer<typeof activitySchema>;
export const setSchema = z.object({ activities: z.array(activitySchema), watermark: z.string() });
const grantSchema = z.object({ conversationId: z.string(), token: z.string() });

/** A message that the product acknowledged. */
export interface Acknowledged {
  key: string;
  id: string;
}

/** A customer's conversation on the website, who does not give up. */
export interface WebsiteChat {
  id: string;
  token: string;
  /** Sends one message until it is acknowledged. */
  say(text: string, key?: string): Promise<Acknowledged>;
  /** Makes one attempt to send a message. */
  trySay(text: string, key: string): Promise<Attempt>;
  /** The whole conversation, as any process tells it. */
  all(): Promise<Activity[]>;
}

/** Opens a conversation; each request goes to the base next in turn. */
export async function openWebsiteChat(nextBase: () => string, findings: Findings): Promise<WebsiteChat> {
  const directLine = (path: string) => () => `${nextBase()}/v3/directline${path}`;
  const post = (path: string, body: object, token?: string) =>
    requestUntilTaken(directLine(path), posting(body, token), findings);
  const { conversationId, token } = grantSchema.parse(await post('/tokens/generate', {}));
  await post('/conversations', {}, token);
  const activities = `/conversations/${conversationId}/activities`;
  return {
    id: conversationId,
    token,
    trySay: (text, key) => tryRequest(directLine(activities)(), posting(messageOf(text, key), token), findings),
    async say(text, key = randomUUID()) {
      const sent = await post(activities, messageOf(text, key), token);
      findings.acknowledged += 1;
      return { key, id: z.object({ id: z.string() }).parse(sent).id };
    },
    async all() {
      const all: Activity[] = [];
      for (let watermark = '0'; ; ) {
        const url = directLine(`${activities}?watermark=${watermark}`);
        const set = setSchema.parse(await requestUntilTaken(url, { headers: headersOf(token) }, findings));
        if (set.activities.length === 0) return all;
        all.push(...set.activities);
        ({ watermark } = set);
      }
    },
  };
}

function messageOf(text: string, key: string) {
  return { type: 'message', text, channelData: { clientActivityID: key } };
}

function posting(body: object, token: string | undefined): RequestInit {
  return { method: 'POST', headers: headersOf(token), body: JSON.stringify(body) };
}

function headersOf(token: string | undefined): Record<string, string> {
  return { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
}
