import type { StoredActivity, TurnCommit } from './store.ts';

/** The id of a message on every channel; sorts as text in the order of the conversation. */
export function activityId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`;
}

/** The messages of a turn as they are stored after those up to `lastSeq`: the inbound one first where there is one. */
export function messagesOf(turn: TurnCommit, lastSeq: number): { inbound?: StoredActivity; replies: StoredActivity[] } {
  const { conversationId, inbound, at } = turn;
  const message = (activity: StoredActivity['activity'], index: number): StoredActivity => {
    const id = activityId(conversationId, lastSeq + 1 + index);
    return { seq: lastSeq + 1 + index, id, at, activity: { ...activity, id } };
  };
  if (!inbound) return { replies: turn.replies.map(message) };
  const replyToId = activityId(conversationId, lastSeq + 1);
  const replies = turn.replies.map((reply, index) => {
    const { activity, ...rest } = message(reply, index + 1);
    return { ...rest, replyToId, activity };
  });
  return { inbound: message(inbound.activity, 0), replies };
}
