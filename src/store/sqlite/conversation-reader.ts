import type { DatabaseSync } from 'node:sqlite';
import type { StoredConversation, TurnCommit } from '../store.ts';
import { parseRow, rows } from './rows.ts';

/** The conversations that are kept parsed, the latest: a turn reads its own several times. */
const MAX_PARSED = 1_000;

/** Reads conversations; nobody may change what is returned. */
export interface ConversationReader {
  read(id: string): StoredConversation | undefined;
  /** Says what a turn wrote, so that the next one need not parse it. */
  committed(turn: TurnCommit, revision: number): void;
  /** Leaves nothing of a conversation in memory. */
  forget(id: string): void;
}

/**
 * Prepares the reading of conversations. One that is known is not parsed again while its revision stays, which every
 * commit of any process moves on.
 */
export function prepareConversationReader(database: DatabaseSync): ConversationReader {
  const whole = database.prepare(
    'SELECT id, channel, policy_id, user_id, revision, record, wake_at, delivery FROM conversations WHERE id = ?',
  );
  const revision = database.prepare('SELECT revision FROM conversations WHERE id = ?');
  const parsed = new Map<string, StoredConversation>();

  function keep(conversation: StoredConversation): void {
    parsed.delete(conversation.id);
    const [oldest] = parsed.keys();
    if (parsed.size >= MAX_PARSED && oldest !== undefined) parsed.delete(oldest);
    parsed.set(conversation.id, conversation);
  }

  return {
    forget: (id) => void parsed.delete(id),
    read(id) {
      const known = parsed.get(id);
      if (known && revision.get(id)?.revision === known.revision) return known;
      const found = parseRow(rows.conversation, whole.get(id));
      if (found) keep(found);
      else parsed.delete(id);
      return found;
    },
    committed({ conversationId: id, expectedRevision, create, record, wakeAt, delivery: own }, next) {
      const known = parsed.get(id);
      // One that was erased and begun anew has nothing of what it was.
      const earlier = known?.revision === expectedRevision ? known : undefined;
      const { channel, policyId, userId } = (expectedRevision === 0 ? create : earlier) ?? {};
      if (channel === undefined || policyId === undefined || userId === undefined) return void parsed.delete(id);
      const delivery = own ?? earlier?.delivery;
      keep({
        ...{ id, channel, policyId, userId, revision: next, record },
        ...(wakeAt !== undefined && { wakeAt }),
        ...(delivery && { delivery }),
      });
    },
  };
}
