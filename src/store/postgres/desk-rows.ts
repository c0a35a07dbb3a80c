import { type DeskRows, mostDeskRows } from '../desk-rows.ts';
import { parseRow, rows } from '../sqlite/rows.ts';
import { storable } from '../text.ts';
import type { Database } from './database.ts';

const insert = 'INSERT INTO desk_rows (kind, owner, key, conversation_id, data, at) VALUES ($1, $2, $3, $4, $5, $6)';
const sql = {
  keep: {
    name: 'keep desk row',
    text: `${insert} ON CONFLICT (kind, owner, key) DO UPDATE
      SET conversation_id = excluded.conversation_id, data = excluded.data, at = excluded.at RETURNING 1`,
  },
  keepNew: {
    name: 'keep new desk row',
    text: `${insert} ON CONFLICT (kind, owner, key) DO NOTHING RETURNING 1`,
  },
  replace: {
    name: 'replace desk row',
    text: `UPDATE desk_rows SET conversation_id = $4, data = $5, at = $6
      WHERE kind = $1 AND owner = $2 AND key = $3 AND at = $7 RETURNING 1`,
  },
  rows: {
    name: 'desk rows',
    text: `SELECT * FROM desk_rows
      WHERE kind = $1 AND ($2::text IS NULL OR owner = $2) AND ($3::text IS NULL OR key = $3)
      ORDER BY owner, key LIMIT $4`,
  },
  drop: { name: 'drop desk row', text: 'DELETE FROM desk_rows WHERE kind = $1 AND owner = $2 AND key = $3' },
};

/** The part of the store that keeps what desks need beside the cases. */
export function deskRowsOn(database: Database): DeskRows {
  const placed = (text: string | undefined) => (text === undefined ? null : storable(text));
  return {
    async keepDeskRow({ kind, owner, key, conversationId, data, at }, expectedAt) {
      const values = [kind, storable(owner), storable(key), placed(conversationId), JSON.stringify(data), at];
      if (expectedAt === undefined) return (await database.rows(sql.keep, values)).length > 0;
      if (expectedAt === null) return (await database.rows(sql.keepNew, values)).length > 0;
      return (await database.rows(sql.replace, [...values, expectedAt])).length > 0;
    },
    async deskRow(kind, owner, key) {
      return parseRow(rows.deskRow, await database.row(sql.rows, [kind, storable(owner), storable(key), 1]));
    },
    async deskRows({ kind, owner, key }) {
      const found = await database.rows(sql.rows, [kind, placed(owner), placed(key), mostDeskRows]);
      return found.map((row) => rows.deskRow.parse(row));
    },
    async dropDeskRow(kind, owner, key) {
      await database.rows(sql.drop, [kind, storable(owner), storable(key)]);
    },
  };
}
