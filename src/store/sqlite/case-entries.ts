import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CaseEntry } from '../case-index.ts';
import { mostWords } from '../case-rows.ts';
import { searchWords } from '../search-words.ts';
import { parseRow } from './rows.ts';
import { mostParts, prepareWordIndex } from './word-index.ts';

/** What cases are found by; to be called within a transaction. */
export interface CaseEntries {
  write(entry: CaseEntry): void;
  /** Forgets those of a conversation. */
  forget(conversationId: string): void;
}

const keptSchema = z.object({ number: z.number(), words: z.string() });
const numberSchema = z.object({ number: z.number() });

/** Prepares the writing of what cases are found by. The words of an entry stand in lines, one a part of the index. */
export function prepareCaseEntries(database: DatabaseSync): CaseEntries {
  const index = prepareWordIndex(database);
  const sql = {
    kept: database.prepare('SELECT number, words FROM case_index WHERE reference = ?'),
    keptOf: database.prepare('SELECT number, words FROM case_index WHERE conversation_id = ?'),
    forget: database.prepare('DELETE FROM case_index WHERE number = ?'),
    insert: database.prepare(
      `INSERT INTO case_index (reference, conversation_id, place, state, urgent, shop, reason, agent_id, agent_name,
         waiting_since, due_at, snoozed_until, tags, words)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`,
    ),
    update: database.prepare(
      `UPDATE case_index SET place = ?3, state = ?4, urgent = ?5, shop = ?6, reason = ?7, agent_id = ?8,
         agent_name = ?9, waiting_since = ?10, due_at = ?11, snoozed_until = ?12, tags = ?13, words = words || ?14
       WHERE reference = ?1 AND conversation_id = ?2 RETURNING number`,
    ),
  };

  function remove(row: Record<string, unknown>): void {
    const { number, words } = keptSchema.parse(row);
    for (const [n, part] of words.split('\n').entries()) index.remove(number, n, part.trim().split(' '));
    sql.forget.run(number);
  }

  return {
    write(entry) {
      const row = sql.kept.get(entry.reference);
      if (row && entry.isWhole) remove(row);
      const kept = entry.isWhole ? undefined : parseRow(keptSchema, row);
      if (!kept && !entry.isWhole) return;
      const { words: before = '' } = kept ?? {};
      const parts = kept ? before.split('\n').length : 0;
      const isFull = before.length > mostWords || parts >= mostParts;
      const words = isFull ? [] : searchWords(entry.texts).filter((word) => !before.includes(` ${word} `));
      const text = words.length > 0 || !kept ? `${kept ? '\n' : ''} ${words.join(' ')} ` : '';
      const written = parseRow(numberSchema, sql[kept ? 'update' : 'insert'].get(...valuesOf(entry), text));
      if (written && text !== '') index.add(written.number, parts, words);
    },
    forget(conversationId) {
      for (const row of sql.keptOf.all(conversationId)) remove(row);
    },
  };
}

function valuesOf(entry: CaseEntry): (string | number | null)[] {
  const { reference, conversationId, place, state, urgent, shop, reason, agent, tags } = entry;
  return [
    ...[reference, conversationId, place, state, urgent ? 1 : 0, shop, reason, agent?.id ?? null],
    ...[agent?.name ?? null, entry.waitingSince ?? null, entry.dueAt ?? null, entry.snoozedUntil ?? null],
    JSON.stringify(tags),
  ];
}
