import { rows } from '../sqlite/rows.ts';
import type { OutboxCount, PendingEffect, Store } from '../store.ts';
import type { Database } from './database.ts';
import { deliveredOn } from './delivered.ts';
import { activityOf } from './turns.ts';

const isPending = 'delivered IS NULL AND parked IS NULL';
const isFirst = `NOT EXISTS (SELECT FROM outbox AS earlier
  WHERE earlier.kind = outbox.kind AND earlier.key = outbox.key AND earlier.id < outbox.id AND earlier.${isPending.replace(' AND ', ' AND earlier.')})`;

const sql = {
  // Rows that another process is leasing are passed over; one that it has leased meanwhile is not due any more.
  lease: {
    name: 'lease effects',
    text: `WITH due AS (
        SELECT heads.id FROM unnest($1::text[]) AS lane(kind) CROSS JOIN LATERAL (
          SELECT id FROM outbox WHERE outbox.kind = lane.kind AND due <= $2 AND ${isPending} AND ${isFirst}
          ORDER BY due, id LIMIT $4 FOR UPDATE SKIP LOCKED) AS heads
        ORDER BY id LIMIT $4),
      leased AS (UPDATE outbox SET due = $3 FROM due WHERE outbox.id = due.id RETURNING outbox.*)
      SELECT leased.*, activity, inbound_seq, at FROM leased
      LEFT JOIN activities USING (conversation_id, seq) LEFT JOIN turns USING (conversation_id, revision)
      ORDER BY leased.id`,
  },
  failed: { name: 'effect failed', text: 'UPDATE outbox SET attempts = attempts + 1, due = $2 WHERE id = $1' },
  parked: {
    name: 'effect parked',
    text: 'UPDATE outbox SET attempts = attempts + 1, parked = $2, error = $3 WHERE id = $1',
  },
  released: { name: 'effect released', text: 'UPDATE outbox SET due = $2 WHERE id = $1' },
  hasten: { name: 'hasten effects', text: `UPDATE outbox SET due = '' WHERE ${isPending} AND due > $1 RETURNING id` },
  parkedPage: {
    name: 'parked effects',
    text: 'SELECT * FROM outbox WHERE parked IS NOT NULL AND id < $1 ORDER BY id DESC LIMIT $2',
  },
  retry: {
    name: 'retry effects',
    text: `UPDATE outbox SET parked = NULL, error = NULL, attempts = 0, due = ''
      WHERE parked IS NOT NULL AND ($1::bigint[] IS NULL OR id = ANY ($1)) RETURNING id`,
  },
  counts: {
    name: 'outbox counts',
    text: `SELECT kind, count(*) FILTER (WHERE parked IS NULL) AS waiting, count(parked) AS parked,
        min(created) FILTER (WHERE parked IS NULL) AS oldest
      FROM outbox WHERE delivered IS NULL GROUP BY kind ORDER BY kind`,
  },
};

type Outbox = Pick<
  Store,
  | 'leaseEffects'
  | 'effectDelivered'
  | 'effectFailed'
  | 'effectParked'
  | 'effectReleased'
  | 'hastenEffects'
  | 'parkedEffects'
  | 'retryEffects'
  | 'outboxCounts'
>;

/** The outbox's part of the store. */
export function outboxOn(database: Database): Outbox {
  /** Reads what was leased; what cannot be read is parked, so that nothing waits behind it. */
  async function readable(row: Record<string, unknown>, at: string): Promise<PendingEffect[]> {
    try {
      return [effectOf(row)];
    } catch {
      await database.rows(sql.parked, [row.id, at, 'unreadable']);
      return [];
    }
  }

  return {
    async leaseEffects({ kinds, at, until, limit }) {
      const leased = await database.rows(sql.lease, [kinds, at, until, limit]);
      return (await Promise.all(leased.map((row) => readable(row, at)))).flat();
    },
    effectDelivered: deliveredOn(database),
    async effectFailed(id, notBefore) {
      await database.rows(sql.failed, [id, notBefore]);
    },
    async effectParked(id, at, error) {
      await database.rows(sql.parked, [id, at, error ?? null]);
    },
    async effectReleased(id, notBefore = '') {
      await database.rows(sql.released, [id, notBefore]);
    },
    async hastenEffects(beyond) {
      return (await database.rows(sql.hasten, [beyond])).length;
    },
    async parkedEffects({ before = Number.MAX_SAFE_INTEGER, limit }) {
      return (await database.rows(sql.parkedPage, [before, limit])).map((row) => rows.parked.parse(row));
    },
    async retryEffects(ids) {
      return (await database.rows(sql.retry, [ids === 'all' ? null : ids])).length;
    },
    async outboxCounts() {
      return (await database.rows(sql.counts)).map(countOf);
    },
  };
}

function effectOf(row: Record<string, unknown>): PendingEffect {
  const { effect, seq } = rows.effect.parse(row);
  return { ...effect, ...(seq !== null && { message: activityOf(effect.conversationId, row) }) };
}

function countOf(row: Record<string, unknown>): OutboxCount {
  const { oldest, ...counts } = rows.outboxCounts.parse(row);
  return { ...counts, ...(oldest !== null && { oldestAt: oldest }) };
}
