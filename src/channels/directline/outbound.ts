import { randomUUID } from 'node:crypto';
import { renderFor } from '../../dialogs/wording/rendering/render.ts';
import { isJsonObject } from '../../json.ts';
import type { JsonObject, StoredActivity, StoredConversation } from '../../store/store.ts';
import { shownAttachments } from '../shown-attachments.ts';

/** Activities and the position after them, as clients take them from a poll or a socket. */
export interface ActivitySet {
  activities: JsonObject[];
  watermark: string;
}

/** Presents stored activities as Direct Line does; `after` is the watermark where there are none. */
export function activitySet(
  stored: StoredActivity[],
  after: number,
  conversation: StoredConversation,
  botName: (policyId: string) => string,
): ActivitySet {
  const bot = { id: conversation.policyId, name: botName(conversation.policyId), role: 'bot' };
  return {
    activities: stored.map((each) => present(each, conversation, bot)),
    watermark: String(stored.at(-1)?.seq ?? after),
  };
}

/** Shows that an answer is on its way; it is sent, but not kept. */
export function typingActivity(
  { id, policyId }: StoredConversation,
  botName: (policyId: string) => string,
): JsonObject {
  return {
    type: 'typing',
    id: `${id}|typing-${randomUUID()}`,
    timestamp: new Date().toISOString(),
    channelId: 'directline',
    conversation: { id },
    from: { id: policyId, name: botName(policyId), role: 'bot' },
  };
}

function present(
  { id, at, replyToId, activity }: StoredActivity,
  { id: conversationId, userId }: StoredConversation,
  bot: { id: string; name: string; role: string },
): JsonObject {
  const isCustomers = isJsonObject(activity.from) && activity.from.id === userId;
  // A person who took over speaks on the bot's side, under a name of their own.
  const speaker =
    isJsonObject(activity.from) && typeof activity.from.name === 'string' ? { ...bot, name: activity.from.name } : bot;
  return {
    timestamp: at,
    ...(replyToId !== undefined && { replyToId }),
    ...(isCustomers ? activity : renderFor('directline', activity)),
    ...shownAttachments(activity),
    id,
    channelId: 'directline',
    conversation: { id: conversationId },
    from: isCustomers ? (activity.from ?? null) : speaker,
  };
}

/** Reads a watermark, a decimal string; absent or empty is the start. `undefined` when it is none of ours. */
export function readWatermark(watermark: string | null): number | undefined {
  if (watermark === null || watermark === '') return 0;
  return /^\d{1,15}$/.test(watermark) ? Number(watermark) : undefined;
}
