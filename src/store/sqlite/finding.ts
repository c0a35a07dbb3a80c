import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as afterOthers } from 'node:timers/promises';
import { z } from 'zod';
import { allOf, caseConditions } from '../case-conditions.ts';
import type { CaseQuery, Finding, FoundCase } from '../case-index.ts';
import { caseCount, countOpenCases, foundCase } from '../case-rows.ts';
import { hasSignsAlone, searchTerms } from '../search-words.ts';
import type { CaseEntries } from './case-entries.ts';
import type { GroupedWrites } from './grouped-writes.ts';
import { parseRow, rows } from './rows.ts';
import { prepareWordIndex, type WordIndex } from './word-index.ts';

/** So many entries are looked through before others have their turn: some milliseconds. */
const SLICE = 4_000;
/** So many cases are looked at at once for those that have no entry. */
const WINDOW = 500;
/** A beginning of which there are more is no help in finding few. */
const FEW = 3_000;

const placeSchema = z.object({ place: z.string() });

/** The part of the store in which desks find cases. */
export function findingOn(database: DatabaseSync, writes: GroupedWrites, entries: CaseEntries): Finding {
  const index = prepareWordIndex(database);
  const sql = {
    end: database.prepare('SELECT place FROM case_index WHERE place > ? ORDER BY place LIMIT 1 OFFSET ?'),
    count: database.prepare(countOpenCases('?1')),
    window: database.prepare(
      `SELECT cases.*, EXISTS (SELECT 1 FROM case_index AS own
           WHERE own.reference = cases.reference AND own.state = cases.state) AS has_entry
       FROM cases WHERE cases.number < ? ORDER BY cases.number DESC LIMIT ${WINDOW}`,
    ),
    revision: database.prepare('SELECT 1 FROM conversations WHERE id = ? AND revision = ?'),
  };

  /** The end of a slice of the entries by place; `undefined` where it is the last, or few have to be looked at. */
  const endOf = (from: string, few: unknown): string | undefined =>
    few ? undefined : parseRow(placeSchema, sql.end.get(from, SLICE - 1))?.place;

  return {
    async findCases(query) {
      if (hasSignsAlone(query.text ?? '')) return { cases: [] };
      const few = fewWith(index, query);
      const { text, values } = statementOf(query, few);
      const page = database.prepare(text);
      const found: FoundCase[] = [];
      for (let from: string | undefined = query.after ?? ''; from !== undefined; ) {
        const end = endOf(from, few);
        const slice = page.all(from, end ?? '~', query.limit + 1 - found.length, ...values);
        found.push(...slice.map(foundCase));
        from = found.length > query.limit ? undefined : end;
        if (from !== undefined) await afterOthers();
      }
      const cases = found.slice(0, query.limit);
      return found.length > query.limit ? { cases, next: cases.at(-1)?.place ?? '' } : { cases };
    },
    async countCases(at) {
      return sql.count.all(at).map((row) => caseCount.parse(row));
    },
    async casesWithoutEntry(after) {
      const window = sql.window.all(after === undefined ? Number.MAX_SAFE_INTEGER : Number(after));
      const missing = window.filter(({ has_entry }) => has_entry === 0);
      const cursor = window.at(-1);
      return {
        cases: missing.map((row) => ({ ...rows.case.parse(row), cursor: rows.cursor.parse(row) })),
        ...(window.length === WINDOW && cursor && { next: rows.cursor.parse(cursor) }),
      };
    },
    keepCaseEntry: (entry, revision) =>
      writes.write(() => {
        const isCurrent = sql.revision.get(entry.conversationId, revision) !== undefined;
        if (isCurrent) entries.write(entry);
        return isCurrent;
      }),
  };
}

/** The cases that may have one of the terms, where they are few. */
function fewWith(index: WordIndex, query: CaseQuery): number[] | undefined {
  for (const ways of searchTerms(query.text ?? '')) {
    const found = ways.map((way) => firstOf(way, (part) => index.find(part, FEW)));
    if (found.every((one) => one !== undefined)) return found.flat();
  }
  return undefined;
}

function firstOf<T, R>(items: T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = of(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The statement of a page; its first three values are the places that it lies between, and how many it has. */
function statementOf(query: CaseQuery, few: number[] | undefined): { text: string; values: string[] } {
  const values: string[] = [];
  const add = (value: string): string => `?${values.push(value) + 3}`;
  const has = (column: string, part: string): string => `instr(${column}, ${add(part)}) > 0`;
  const conditions = caseConditions(query, {
    add,
    hasTag: (tag) => has('tags', JSON.stringify(tag)),
  });
  const terms = searchTerms(query.text ?? '');
  if (terms.length > 0) conditions.push(allOf(terms, (part) => has('words', ` ${part}`)));
  const among = few ? [`number IN (SELECT value FROM json_each(${add(JSON.stringify(few))}))`] : [];
  const text = `SELECT cases.*, place, waiting_since, due_at, snoozed_until, tags FROM (
      SELECT reference, place, waiting_since, due_at, snoozed_until, tags FROM case_index
      WHERE ${['place > ?1', 'place <= ?2', ...among, ...conditions].join(' AND ')}
      ORDER BY place LIMIT ?3) AS entry JOIN cases USING (reference) ORDER BY place`;
  return { text, values };
}
