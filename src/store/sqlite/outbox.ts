import type { DatabaseSync } from 'node:sqlite';
import type { PendingEffect, StoredActivity } from '../store.ts';
import { rows } from './rows.ts';

/** Prepares the statements of the outbox; `activity` finds the reply that an effect brings. */
export function prepareOutbox(
  database: DatabaseSync,
  activity: (conversationId: string, seq: number) => StoredActivity | undefined,
) {
  const sql = {
    pending: database.prepare(
      `SELECT outbox.* FROM outbox
       JOIN (SELECT min(id) AS id FROM outbox WHERE delivered IS NULL AND parked IS NULL GROUP BY key) USING (id)
       WHERE not_before IS NULL OR not_before <= ? ORDER BY id LIMIT ?`,
    ),
    delivered: database.prepare('UPDATE outbox SET delivered = ? WHERE id = ?'),
    failed: database.prepare('UPDATE outbox SET attempts = attempts + 1, not_before = ? WHERE id = ?'),
    counts: database.prepare(
      `SELECT kind, sum(parked IS NULL) AS waiting, sum(parked IS NOT NULL) AS parked,
         min(CASE WHEN parked IS NULL THEN created END) AS oldest
       FROM outbox WHERE delivered IS NULL GROUP BY kind ORDER BY kind`,
    ),
    parked: database.prepare('UPDATE outbox SET attempts = attempts + 1, parked = ? WHERE id = ?'),
  };

  return {
    pending(at: string, limit: number): PendingEffect[] {
      return sql.pending.all(at, limit).map((row) => {
        const { effect, seq } = rows.effect.parse(row);
        const message = seq === null ? undefined : activity(effect.conversationId, seq);
        return { ...effect, ...(message && { message }) };
      });
    },
    counts: () => sql.counts.all().map((row) => rows.outboxCount.parse(row)),
    delivered: (id: number, at: string) => void sql.delivered.run(at, id),
    failed: (id: number, notBefore: string) => void sql.failed.run(notBefore, id),
    parked: (id: number, at: string) => void sql.parked.run(at, id),
  };
}
