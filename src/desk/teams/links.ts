import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import { type Spot, spotSchema } from './client.ts';
import type { TeamsActivity } from './events.ts';

/** The kind of effects that tell Teams of cases, and the desk under which their links are kept. */
export const TEAMS = 'teams';

/** The link to a case's card, if it was posted; what is written in its thread is for the customer. */
export async function linkOf(store: Pick<Store, 'caseLink'>, reference: string): Promise<Spot | undefined> {
  const kept = await store.caseLink(reference, TEAMS);
  return kept && spotSchema.parse(kept.data);
}

export function keepLink(store: Pick<Store, 'keepCaseLink'>, reference: string, spot: Spot): Promise<void> {
  return store.keepCaseLink({ reference, desk: TEAMS, key: spot.conversationId, data: { ...spot } });
}

const valueSchema = z.object({ action: z.object({ data: z.object({ reference: z.string() }) }) });

/**
 * Takes the thread whose first message was pressed for the thread of its case. There are two of them where the answer
 * to the first post was lost: then the one on which people work is the one that counts.
 */
export async function adoptThread(
  store: Pick<Store, 'caseLink' | 'keepCaseLink'>,
  { value, serviceUrl, conversation, replyToId }: TeamsActivity,
): Promise<void> {
  const parsed = valueSchema.safeParse(value);
  const isFirstMessage = replyToId !== undefined && conversation.id.endsWith(`;messageid=${replyToId}`);
  if (!parsed.success || !isFirstMessage || serviceUrl === undefined) return;
  const { reference } = parsed.data.action.data;
  const link = await linkOf(store, reference);
  if (!link || link.conversationId === conversation.id) return;
  await keepLink(store, reference, { serviceUrl, conversationId: conversation.id, activityId: replyToId });
}
