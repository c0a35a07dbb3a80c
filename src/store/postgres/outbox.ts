import { rows } from '../sqlite/rows.ts';
import type { Store } from '../store.ts';
import type { Database } from './database.ts';
import { activityOf } from './turns.ts';

const isPending = 'delivered IS NULL AND parked IS NULL';

const withMessage = `LEFT JOIN activities USING (conversation_id, seq) LEFT JOIN turns USING (conversation_id, revision)`;

const sql = {
  pending: {
    name: 'pending effects',
    text: `SELECT outbox.*, activity, inbound_seq, at
      FROM outbox JOIN (SELECT min(id) AS id FROM outbox WHERE ${isPending} GROUP BY key) AS heads USING (id)
      ${withMessage}
      WHERE not_before IS NULL OR not_before <= $1 ORDER BY id LIMIT $2`,
  },
  delivered: { name: 'effect delivered', text: 'UPDATE outbox SET delivered = $2, leased_until = NULL WHERE id = $1' },
  failed: {
    name: 'effect failed',
    text: 'UPDATE outbox SET attempts = attempts + 1, not_before = $2, leased_until = NULL WHERE id = $1',
  },
  parked: {
    name: 'effect parked',
    text: 'UPDATE outbox SET attempts = attempts + 1, parked = $2, leased_until = NULL WHERE id = $1',
  },
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

function effectOf(row: Record<string, unknown>) {
  const { effect, seq } = rows.effect.parse(row);
  return { ...effect, ...(seq !== null && { message: activityOf(effect.conversationId, row) }) };
}
