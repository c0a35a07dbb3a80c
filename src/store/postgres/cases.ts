import { parseRow, rows } from '../sqlite/rows.ts';
import type { Store } from '../store.ts';
import { storable } from '../text.ts';
import type { Database } from './database.ts';

const sql = {
  cases: { name: 'cases', text: 'SELECT * FROM cases WHERE number < $1 ORDER BY number DESC LIMIT $2' },
  casesIn: {
    name: 'cases in states',
    text: 'SELECT * FROM cases WHERE number < $1 AND state = ANY ($3) ORDER BY number DESC LIMIT $2',
  },
  openCases: {
    name: 'open cases',
    text: `SELECT * FROM cases WHERE state IN ('waiting', 'claimed') ORDER BY urgent DESC, number LIMIT $1`,
  },
  case: { name: 'case', text: 'SELECT * FROM cases WHERE reference = $1' },
  openCase: {
    name: 'open case',
    text: `SELECT * FROM cases WHERE item_key = $1 AND state IN ('waiting', 'claimed') ORDER BY number DESC LIMIT 1`,
  },
  keepLink: {
    name: 'keep case link',
    text: `INSERT INTO case_places (reference, desk, key, data) VALUES ($1, $2, $3, $4)
      ON CONFLICT (reference, desk) DO UPDATE SET key = excluded.key, data = excluded.data`,
  },
  link: { name: 'case link', text: 'SELECT * FROM case_places WHERE reference = $1 AND desk = $2' },
  linkByKey: { name: 'case link by key', text: 'SELECT * FROM case_places WHERE desk = $1 AND key = $2' },
  decisions: { name: 'decisions', text: 'SELECT * FROM decisions WHERE number > $1 ORDER BY number LIMIT $2' },
  decision: { name: 'decision', text: 'SELECT * FROM decisions WHERE reference = $1' },
  return: { name: 'return', text: 'SELECT * FROM returns WHERE reference = $1' },
  openReturn: { name: 'open return', text: `SELECT * FROM returns WHERE item_key = $1 AND state = 'open'` },
};

type Cases = Pick<
  Store,
  | 'cases'
  | 'openCases'
  | 'case'
  | 'openCase'
  | 'keepCaseLink'
  | 'caseLink'
  | 'caseLinkByKey'
  | 'decisions'
  | 'decision'
  | 'return'
  | 'openReturn'
>;

/** The part of the store with what conversations came to: cases, decisions and returns. */
export function casesOn(database: Database): Cases {
  return {
    async cases({ before = String(Number.MAX_SAFE_INTEGER), limit, states }) {
      const found = states
        ? await database.rows(sql.casesIn, [before, limit, states])
        : await database.rows(sql.cases, [before, limit]);
      return found.map((row) => ({ ...rows.case.parse(row), cursor: rows.cursor.parse(row) }));
    },
    async openCases(limit) {
      return (await database.rows(sql.openCases, [limit])).map((row) => rows.case.parse(row));
    },
    async case(reference) {
      return parseRow(rows.case, await database.row(sql.case, [storable(reference)]));
    },
    async openCase(itemKey) {
      return parseRow(rows.case, await database.row(sql.openCase, [storable(itemKey)]));
    },
    async keepCaseLink({ reference, desk, key, data }) {
      await database.rows(sql.keepLink, [reference, desk, storable(key), JSON.stringify(data)]);
    },
    async caseLink(reference, desk) {
      return parseRow(rows.caseLink, await database.row(sql.link, [storable(reference), desk]));
    },
    async caseLinkByKey(desk, key) {
      return parseRow(rows.caseLink, await database.row(sql.linkByKey, [desk, storable(key)]));
    },
    async decisions({ after = '0', limit }) {
      const found = await database.rows(sql.decisions, [after, limit]);
      return found.map((row) => ({ ...rows.decision.parse(row), cursor: rows.cursor.parse(row) }));
    },
    async decision(reference) {
      return parseRow(rows.decision, await database.row(sql.decision, [storable(reference)]));
    },
    async return(reference) {
      return parseRow(rows.return, await database.row(sql.return, [storable(reference)]));
    },
    async openReturn(itemKey) {
      return parseRow(rows.return, await database.row(sql.openReturn, [storable(itemKey)]));
    },
  };
}
