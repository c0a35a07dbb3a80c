import { rows } from '../sqlite/rows.ts';
import type { PendingEffect, Store } from '../store.ts';
import type { Database } from './database.ts';
import { activityOf } from './turns.ts';

const isPending = 'delivered IS NULL AND parked IS NULL';

const sql = {
  pending: {
    name: 'pending effects',
    text: `SELECT outbox.*, activity, inbound_seq, at
      FROM outbox JOIN (SELECT min(id) AS id FROM outbox WHERE ${isPending} GROUP BY key) AS heads USING (id)
      LEFT JOIN activities USING (conversation_id, seq) LEFT JOIN turns USING (conversation_id, revision)
      WHERE due <= $1 ORDER BY id LIMIT $2`,
  },
  delivered: { name: 'effect delivered', text: 'UPDATE outbox SET delivered = $2 WHERE id = $1' },
  failed: { name: 'effect failed', text: 'UPDATE outbox SET attempts = attempts + 1, due = $2 WHERE id = $1' },
  parked: { name: 'effect parked', text: 'UPDATE outbox SET attempts = attempts + 1, parked = $2 WHERE id = $1' },
};

type Outbox = Pick<Store, 'pendingEffects' | 'effectDelivered' | 'effectFailed' | 'effectParked'>;

/** The outbox's part of the store. */
export function outboxOn(database: Database): Outbox {
  return {
    async pendingEffects(at, limit) {
      return (await database.rows(sql.pending, [at, limit])).map(effectOf);
    },
    async effectDelivered(id, at) {
      await database.rows(sql.delivered, [id, at]);
    },
    async effectFailed(id, notBefore) {
      await database.rows(sql.failed, [id, notBefore]);
    },
    async effectParked(id, at) {
      await database.rows(sql.parked, [id, at]);
    },
  };
}

function effectOf(row: Record<string, unknown>): PendingEffect {
  const { effect, seq } = rows.effect.parse(row);
  return { ...effect, ...(seq !== null && { message: activityOf(effect.conversationId, row) }) };
}
