import { z } from 'zod';
import type { InboundActivity } from '../../channels/botframework/inbound.ts';
import type { Store } from '../../store/store.ts';
import { TEAMS } from './notifier.ts';

const valueSchema = z.object({ action: z.object({ data: z.object({ reference: z.string() }) }) });

/**
 * Takes the thread whose first message was pressed for the thread of its case. There are two of them where the answer to
 * the first post was lost: then the one on which people work is the one that counts.
 */
export async function adoptThread(
  store: Pick<Store, 'place' | 'keepPlace'>,
  { value, serviceUrl, conversation, replyToId }: InboundActivity,
): Promise<void> {
  const parsed = valueSchema.safeParse(value);
  const isFirstMessage = replyToId !== undefined && conversation.id.endsWith(`;messageid=${replyToId}`);
  if (!parsed.success || !isFirstMessage || serviceUrl === undefined) return;
  const { reference } = parsed.data.action.data;
  const place = await store.place(reference, TEAMS);
  if (!place || place.key === conversation.id) return;
  const data = { serviceUrl, conversationId: conversation.id, activityId: replyToId };
  await store.keepPlace({ reference, desk: TEAMS, key: conversation.id, data });
}
