import type { DatabaseSync } from 'node:sqlite';
import { type DeskRows, mostDeskRows } from '../desk-rows.ts';
import { parseRow, rows } from './rows.ts';

/** What desks keep beside the cases. */
export function prepareDeskRows(database: DatabaseSync): DeskRows {
  const sql = {
    keep: database.prepare(
      `INSERT INTO desk_rows (kind, owner, key, conversation_id, data, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (kind, owner, key) DO UPDATE
       SET conversation_id = excluded.conversation_id, data = excluded.data, at = excluded.at`,
    ),
    keepNew: database.prepare(
      `INSERT INTO desk_rows (kind, owner, key, conversation_id, data, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (kind, owner, key) DO NOTHING`,
    ),
    replace: database.prepare(
      `UPDATE desk_rows SET conversation_id = ?4, data = ?5, at = ?6
       WHERE kind = ?1 AND owner = ?2 AND key = ?3 AND at = ?7`,
    ),
    one: database.prepare('SELECT * FROM desk_rows WHERE kind = ? AND owner = ? AND key = ?'),
    all: database.prepare('SELECT * FROM desk_rows WHERE kind = ? ORDER BY owner, key LIMIT ?'),
    ofOwner: database.prepare('SELECT * FROM desk_rows WHERE kind = ? AND owner = ? ORDER BY key LIMIT ?'),
    underKey: database.prepare('SELECT * FROM desk_rows WHERE kind = ? AND key = ? ORDER BY owner LIMIT ?'),
    drop: database.prepare('DELETE FROM desk_rows WHERE kind = ? AND owner = ? AND key = ?'),
  };

  function found({ kind, owner, key }: Parameters<DeskRows['deskRows']>[0]) {
    if (owner !== undefined && key !== undefined) return sql.one.all(kind, owner, key);
    if (owner !== undefined) return sql.ofOwner.all(kind, owner, mostDeskRows);
    return key !== undefined ? sql.underKey.all(kind, key, mostDeskRows) : sql.all.all(kind, mostDeskRows);
  }

  return {
    async keepDeskRow({ kind, owner, key, conversationId, data, at }, expectedAt) {
      const values = [kind, owner, key, conversationId ?? null, JSON.stringify(data), at] as const;
      if (expectedAt === undefined) return sql.keep.run(...values).changes > 0;
      if (expectedAt === null) return sql.keepNew.run(...values).changes > 0;
      return sql.replace.run(...values, expectedAt).changes > 0;
    },
    async deskRow(kind, owner, key) {
      return parseRow(rows.deskRow, sql.one.get(kind, owner, key));
    },
    async deskRows(query) {
      return found(query).map((row) => rows.deskRow.parse(row));
    },
    async dropDeskRow(kind, owner, key) {
      sql.drop.run(kind, owner, key);
    },
  };
}
