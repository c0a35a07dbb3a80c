import { readRecord } from '../machines/record/record.ts';
import type { Store } from '../store/store.ts';

/**
 * The e-mail address of a conversation's customer: the one given for it, else the one of the order or of the case.
 * `undefined` where none is known.
 */
export async function addressOf(
  store: Pick<Store, 'conversation' | 'presence'>,
  conversationId: string,
): Promise<string | undefined> {
  const given = (await store.presence(conversationId))?.email;
  if (given !== undefined) return given;
  const stored = await store.conversation(conversationId);
  return stored ? (readRecord(stored.record).conversation.details.email ?? undefined) : undefined;
}
