import { z } from 'zod';
import { allOf } from '../case-conditions.ts';
import type { FoundCase } from '../case-index.ts';
import { foundCase } from '../case-rows.ts';
import type { Database } from './database.ts';

/** So many entries are looked through one by one, by their places; a frequent word is found among them. */
const SLICE = 1_000;

/** The place of a value in a statement. */
type Add = (value: unknown, type?: string) => string;
/** The condition on the entries that are looked for. */
export type Entries = (add: Add) => string;

/** What has to be found, and among which entries. */
interface Search {
  terms: string[][][];
  limit: number;
  entries: Entries;
}

const columns = 'reference, place, waiting_since, due_at, snoozed_until, tags';
const lookedSchema = z.object({ looked: z.number() });
/** The text of the index on words has to be the same. */
const vector = `array_to_tsvector(array_remove(string_to_array(words, ' '), ''))`;

/**
 * The first cases with all terms, at most `limit`. PostgreSQL does not know how frequent the beginning of a word is, and
 * would look through all cases for a rare one; so a slice of them is looked through, and where that has too few, the
 * index on words tells them all.
 */
export function searchCases(database: Database, search: Search): Promise<FoundCase[]> {
  return database.transaction(async (query) => {
    await query({ name: 'by indexes', text: 'SET LOCAL enable_seqscan = off' });
    const slice = sliceStatement(search);
    const rows = await query({ text: slice.text }, slice.values);
    const found = rows.filter(({ reference }) => reference !== null);
    const isWhole = rows.some((row) => lookedSchema.parse(row).looked < SLICE);
    if (isWhole || found.length >= search.limit) return found.map(foundCase);
    const all = indexStatement(search);
    return (await query({ text: all.text }, all.values)).map(foundCase);
  });
}

function sliceStatement({ terms, limit, entries }: Search): { text: string; values: unknown[] } {
  const { values, add } = statementValues();
  const text = `WITH slice AS MATERIALIZED (
      SELECT ${columns} FROM case_index WHERE ${entries(add)} ORDER BY place LIMIT ${SLICE}),
    page AS (
      SELECT slice.* FROM slice JOIN case_words USING (reference)
      WHERE ${allOf(terms, (part) => `strpos(words, ${add(` ${part}`)}) > 0`)} ORDER BY place LIMIT ${add(limit, 'int')})
    SELECT found.*, (SELECT count(*) FROM slice) AS looked
    FROM (SELECT) AS always LEFT JOIN (${casesOf('page')}) AS found ON true ORDER BY place`;
  return { text, values };
}

function indexStatement({ terms, limit, entries }: Search): { text: string; values: unknown[] } {
  const { values, add } = statementValues();
  const text = `WITH named AS MATERIALIZED (
      SELECT reference FROM case_words WHERE ${vector} @@ ${add(tsquery(terms), 'tsquery')}),
    page AS (
      SELECT ${columns} FROM case_index WHERE ${entries(add)} AND reference IN (SELECT reference FROM named)
      ORDER BY place LIMIT ${add(limit, 'int')})
    ${casesOf('page')} ORDER BY place`;
  return { text, values };
}

/** The cases of entries, with what their entries say. */
export function casesOf(entries: string): string {
  return `SELECT cases.*, place, waiting_since, due_at, snoozed_until, tags FROM ${entries} JOIN cases USING (reference)`;
}

/** The values of a statement, and what adds one. */
export function statementValues(): { values: unknown[]; add: Add } {
  const values: unknown[] = [];
  return { values, add: (value, type = 'text') => `$${values.push(value)}::${type}` };
}

/** Words are letters and digits alone, so that they can stand in quotes as they are. */
function tsquery(terms: string[][][]): string {
  const oneOf = (ways: string[][]): string =>
    ways.map((way) => way.map((part) => `'${part}':*`).join(' & ')).join(' | ');
  return terms.map((ways) => `(${oneOf(ways)})`).join(' & ');
}
