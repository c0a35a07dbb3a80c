import { z } from 'zod';
import { readRecord } from '../../machines/record/record.ts';
import type { Store, StoredConversation } from '../../store/store.ts';

/** Whether the customer of a chat on the website is there, and how else they hear. */
export const customerViewSchema = z.strictObject({
  isHere: z.boolean().describe('Their browser was connected within the last minute'),
  seenAt: z.string().optional().describe('The instant (ISO 8601) at which they were there last'),
  canBeMailed: z
    .boolean()
    .describe('An address of theirs is known, to which a link goes when somebody writes while they are away'),
  mailedAt: z.string().optional().describe('The instant (ISO 8601) of the last such e-mail'),
});
export type CustomerView = z.infer<typeof customerViewSchema>;

/** It is noted every fifteen seconds who is there. */
const HERE_MS = 60_000;

/** The channel of the website; of others nobody knows who is there, and none of them loses a message. */
const WEBSITE = 'directline';

/** What is known of the customer's presence at that moment; `undefined` on other channels. */
export async function customerViewOf(
  store: Pick<Store, 'presence'>,
  { id, channel, record }: Pick<StoredConversation, 'id' | 'channel' | 'record'>,
  now: Date,
): Promise<CustomerView | undefined> {
  if (channel !== WEBSITE) return undefined;
  const { seenAt, mailedAt, email } = (await store.presence(id)) ?? {};
  const address = email ?? readRecord(record).conversation.details.email;
  return {
    isHere: seenAt !== undefined && now.getTime() - Date.parse(seenAt) < HERE_MS,
    ...(seenAt !== undefined && { seenAt }),
    canBeMailed: typeof address === 'string',
    ...(mailedAt !== undefined && { mailedAt }),
  };
}
