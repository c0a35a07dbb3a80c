import { caseConditions } from '../case-conditions.ts';
import type { CaseQuery, Finding, FoundCase } from '../case-index.ts';
import { caseCount, countOpenCases, foundCase } from '../case-rows.ts';
import { hasSignsAlone, searchTerms } from '../search-words.ts';
import { rows } from '../sqlite/rows.ts';
import { storable } from '../text.ts';
import { entryStatements } from './case-entry.ts';
import type { Database } from './database.ts';
import { casesOf, type Entries, searchCases, statementValues } from './searching.ts';

/** So many cases are looked at at once for those that have no entry. */
const WINDOW = 500;

const sql = {
  count: { name: 'count cases', text: countOpenCases('$1') },
  window: {
    name: 'cases without entry',
    text: `SELECT cases.*, EXISTS (SELECT FROM case_index AS own
        WHERE own.reference = cases.reference AND own.state = cases.state) AS has_entry
      FROM cases WHERE number < $1 ORDER BY number DESC LIMIT ${WINDOW}`,
  },
};

/** The part of the store in which desks find cases. */
export function findingOn(database: Database): Finding {
  async function page(entries: Entries, limit: number): Promise<FoundCase[]> {
    const { values, add } = statementValues();
    const text = `WITH page AS (SELECT * FROM case_index WHERE ${entries(add)} ORDER BY place LIMIT ${add(limit, 'int')})
      ${casesOf('page')} ORDER BY place`;
    return (await database.rows({ text }, values)).map(foundCase);
  }

  return {
    async findCases(query) {
      if (hasSignsAlone(query.text ?? '')) return { cases: [] };
      const entries = entriesOf(query);
      const limit = query.limit + 1;
      const terms = searchTerms(query.text ?? '');
      const found =
        terms.length > 0 ? await searchCases(database, { terms, limit, entries }) : await page(entries, limit);
      const cases = found.slice(0, query.limit);
      return found.length > query.limit ? { cases, next: cases.at(-1)?.place ?? '' } : { cases };
    },
    async countCases(at) {
      return (await database.rows(sql.count, [at])).map((row) => caseCount.parse(row));
    },
    async casesWithoutEntry(after = String(Number.MAX_SAFE_INTEGER)) {
      const window = await database.rows(sql.window, [after]);
      const missing = window.filter(({ has_entry }) => has_entry === false);
      const cursor = window.at(-1);
      return {
        cases: missing.map((row) => ({ ...rows.case.parse(row), cursor: rows.cursor.parse(row) })),
        ...(window.length === WINDOW && cursor && { next: rows.cursor.parse(cursor) }),
      };
    },
    async keepCaseEntry(entry, revision) {
      const values: unknown[] = [];
      const add = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
      const source = `FROM conversations
        WHERE id = ${add(storable(entry.conversationId), 'text')} AND revision = ${add(revision, 'int')} FOR SHARE`;
      const own = entryStatements(entry, add, 'FROM current');
      const words = own.words ? `, words AS (${own.words})` : '';
      const text = `WITH current AS (SELECT 1 ${source})${words} ${own.entry} RETURNING 1`;
      return (await database.rows({ text }, values)).length > 0;
    },
  };
}

/** The conditions on the entries of a query, without those on words. */
function entriesOf({ text: _, ...query }: CaseQuery): Entries {
  return (add) => {
    const conditions = caseConditions(query, {
      add: (value) => add(storable(value)),
      hasTag: (tag) => `tags::jsonb @> ${add(JSON.stringify([storable(tag)]), 'jsonb')}`,
    });
    return [`place > ${add(storable(query.after ?? ''))}`, ...conditions].join(' AND ');
  };
}
