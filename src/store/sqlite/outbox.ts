import type { DatabaseSync } from 'node:sqlite';
import type { LeaseRequest, OutboxCount, ParkedEffect, PendingEffect, StoredActivity } from '../store.ts';
import { rows } from './rows.ts';

type FindActivity = (conversationId: string, seq: number) => StoredActivity | undefined;

/**
 * Prepares the statements of the outbox; `activity` finds the reply that an effect brings. All that writes must run
 * inside a transaction.
 */
export function prepareOutbox(database: DatabaseSync, activity: FindActivity) {
  const sql = {
    due: database.prepare('SELECT * FROM outbox WHERE kind = ? AND due <= ? ORDER BY due, id LIMIT ?'),
    setDue: database.prepare('UPDATE outbox SET due = ? WHERE id = ? AND due IS NOT NULL'),
    hasten: database.prepare("UPDATE outbox SET due = '' WHERE due > ?"),
    failed: database.prepare('UPDATE outbox SET attempts = attempts + 1 WHERE id = ?'),
    delivered: database.prepare('UPDATE outbox SET delivered = ?, due = NULL WHERE id = ? RETURNING kind, key'),
    parked: database.prepare(
      'UPDATE outbox SET attempts = attempts + 1, parked = ?, error = ?, due = NULL WHERE id = ? RETURNING kind, key',
    ),
    next: database.prepare(
      `UPDATE outbox SET due = '' WHERE due IS NULL AND id = (
         SELECT min(id) FROM outbox WHERE kind = ? AND key = ? AND delivered IS NULL AND parked IS NULL)`,
    ),
    behind: database.prepare('UPDATE outbox SET due = NULL WHERE kind = ? AND key = ? AND id > ? AND due IS NOT NULL'),
    allParked: database.prepare('SELECT id FROM outbox WHERE parked IS NOT NULL ORDER BY id DESC'),
    parkedPage: database.prepare('SELECT * FROM outbox WHERE parked IS NOT NULL AND id < ? ORDER BY id DESC LIMIT ?'),
    retry: database.prepare(
      `UPDATE outbox SET parked = NULL, error = NULL, attempts = 0
       WHERE id = ? AND parked IS NOT NULL RETURNING kind, key`,
    ),
    waiting: database.prepare(
      `SELECT kind, count, (SELECT created FROM outbox WHERE id = oldest) AS created FROM (
         SELECT kind, count(*) AS count, min(id) AS oldest FROM outbox INDEXED BY outbox_pending
         WHERE delivered IS NULL AND parked IS NULL GROUP BY kind)`,
    ),
    parkedByKind: database.prepare(
      'SELECT kind, count(*) AS count, NULL AS created FROM outbox WHERE parked IS NOT NULL GROUP BY kind',
    ),
  };

  type Statement = (typeof sql)[keyof typeof sql];
  type Found = ReturnType<Statement['all']>[number];

  function effectIn(row: Found): PendingEffect {
    const { effect, seq } = rows.effect.parse(row);
    const message = seq === null ? undefined : activity(effect.conversationId, seq);
    return { ...effect, ...(message && { message }) };
  }

  /** Ends an effect by a statement that returns its kind and key; the next one of the key is due then. */
  function end(statement: Statement, ...values: (string | number | null)[]): void {
    const row = statement.get(...values);
    if (row) sql.next.run(row.kind ?? null, row.key ?? null);
  }

  function lease(row: Found, { at, until }: LeaseRequest): PendingEffect[] {
    try {
      const effect = effectIn(row);
      sql.setDue.run(until, effect.id);
      return [effect];
    } catch {
      end(sql.parked, at, 'unreadable', Number(row.id));
      return [];
    }
  }

  return {
    /** True if a lease would find something; asked first, because most looks find nothing and need not write. */
    hasDue: ({ kinds, at }: LeaseRequest) => kinds.some((kind) => sql.due.get(kind, at, 1) !== undefined),
    lease(request: LeaseRequest): PendingEffect[] {
      const { kinds, at, limit } = request;
      const found = kinds.flatMap((kind) => sql.due.all(kind, at, limit));
      const oldest = found.toSorted((one, other) => Number(one.id) - Number(other.id)).slice(0, limit);
      return oldest.flatMap((row) => lease(row, request));
    },
    delivered: (id: number, at: string) => end(sql.delivered, at, id),
    failed(id: number, notBefore: string): void {
      sql.failed.run(id);
      sql.setDue.run(notBefore, id);
    },
    parked: (id: number, at: string, error?: string) => end(sql.parked, at, error ?? null, id),
    released: (id: number, notBefore?: string) => void sql.setDue.run(notBefore ?? '', id),
    hasten: (beyond: string): number => Number(sql.hasten.run(beyond).changes),
    parkedPage: ({ before = Number.MAX_SAFE_INTEGER, limit }: { before?: number; limit: number }): ParkedEffect[] =>
      sql.parkedPage.all(before, limit).map((row) => rows.parked.parse(row)),
    /** The newest first, so that of each key the oldest is the one that is due in the end. */
    retry(ids: readonly number[] | 'all'): number {
      const wanted = ids === 'all' ? sql.allParked.all().map(({ id }) => Number(id)) : ids.toSorted((a, b) => b - a);
      return wanted.filter((id) => retryOne(id)).length;
    },
    counts(): OutboxCount[] {
      const waiting = sql.waiting.all().map((row) => rows.outboxCount.parse(row));
      const parked = sql.parkedByKind.all().map((row) => rows.outboxCount.parse(row));
      const kinds = [...new Set([...waiting, ...parked].map(({ kind }) => kind))].toSorted();
      return kinds.map((kind) => {
        const { count = 0, created = null } = waiting.find((one) => one.kind === kind) ?? {};
        const oldest = created === null ? {} : { oldestAt: created };
        return { kind, waiting: count, parked: parked.find((one) => one.kind === kind)?.count ?? 0, ...oldest };
      });
    },
  };

  function retryOne(id: number): boolean {
    const row = sql.retry.get(id);
    if (!row) return false;
    const { kind = null, key = null } = row;
    sql.behind.run(kind, key, id);
    sql.next.run(kind, key);
    return true;
  }
}
