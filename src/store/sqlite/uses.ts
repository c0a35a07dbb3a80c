import type { DatabaseSync } from 'node:sqlite';
import { useKey } from '../use-key.ts';
import { before } from '../windows.ts';
import { rows } from './rows.ts';

/** Prepares the statements that count uses; see `Store.countUse`. */
export function prepareUses(database: DatabaseSync) {
  const sql = {
    // A few at a time, so that a key that is never used again costs its room only for a while.
    forget: database.prepare(
      'DELETE FROM uses WHERE id IN (SELECT id FROM uses WHERE until <= ? ORDER BY until LIMIT 20)',
    ),
    count: database.prepare('INSERT INTO uses (key, at, until) VALUES (?, ?, ?)'),
    counted: database.prepare('SELECT count(*) AS count FROM uses WHERE key = ? AND at > ?'),
    takeBack: database.prepare(
      'DELETE FROM uses WHERE id = (SELECT id FROM uses WHERE key = ? AND at > ? ORDER BY at DESC, id DESC LIMIT 1)',
    ),
  };
  return {
    count(key: string, at: string, windowMs: number): number {
      sql.forget.run(at);
      const digest = useKey(key);
      sql.count.run(digest, at, before(at, -windowMs));
      return rows.count.parse(sql.counted.get(digest, before(at, windowMs))).count;
    },
    takeBack: (key: string, at: string, windowMs: number) => void sql.takeBack.run(useKey(key), before(at, windowMs)),
  };
}
