import type { CaseEntry } from '../case-index.ts';
import { mostWords } from '../case-rows.ts';
import { searchWords } from '../search-words.ts';
import { storable } from '../text.ts';

type Add = (value: unknown, type: string) => string;

/**
 * The statements that write what a case is sorted and found by, where what stands after `source` has a row; `add` gives
 * a value its place. Words stand in a table of their own, whose index is written only when there are new ones.
 */
export function entryStatements(entry: CaseEntry, add: Add, source: string): { entry: string; words?: string } {
  const columns = columnsOf(entry, add);
  const reference = add(entry.reference, 'text');
  const conversationId = add(storable(entry.conversationId), 'text');
  const words = searchWords(entry.texts);
  const names = Object.keys(columns);
  if (!entry.isWhole) {
    const changes = names.map((column) => `${column} = ${columns[column]}`);
    return {
      entry: `UPDATE case_index SET ${changes.join(', ')} ${source}
        WHERE case_index.reference = ${reference} AND case_index.conversation_id = ${conversationId}`,
      ...(words.length > 0 && { words: addedWords(add(words, 'text[]'), { reference, conversationId, source }) }),
    };
  }
  const all = add(` ${words.map((word) => `${word} `).join('')}`.slice(0, mostWords), 'text');
  return {
    entry: `INSERT INTO case_index (reference, conversation_id, ${names.join(', ')})
      SELECT ${reference}, ${conversationId}, ${Object.values(columns).join(', ')} ${source}
      ON CONFLICT (reference) DO UPDATE SET conversation_id = excluded.conversation_id,
        ${names.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    words: `INSERT INTO case_words (reference, conversation_id, words)
      SELECT ${reference}, ${conversationId}, ${all} ${source}
      ON CONFLICT (reference) DO UPDATE SET conversation_id = excluded.conversation_id, words = excluded.words`,
  };
}

/** Adds those of the words that the case does not have; nothing is written where it has all of them. */
function addedWords(words: string, of: { reference: string; conversationId: string; source: string }): string {
  return `UPDATE case_words SET words = words || added.text ${of.source}, (
      SELECT own.reference, string_agg(word || ' ', '') AS text FROM case_words AS own, unnest(${words}) AS word
      WHERE own.reference = ${of.reference} AND own.conversation_id = ${of.conversationId}
        AND length(own.words) <= ${mostWords} AND strpos(own.words, ' ' || word || ' ') = 0
      GROUP BY own.reference) AS added
    WHERE case_words.reference = added.reference`;
}

function columnsOf(entry: CaseEntry, add: Add): Record<string, string> {
  const text = (value: string | undefined): string => add(value === undefined ? null : storable(value), 'text');
  return {
    place: text(entry.place),
    state: text(entry.state),
    urgent: add(entry.urgent ? 1 : 0, 'int'),
    shop: text(entry.shop),
    reason: text(entry.reason),
    agent_id: text(entry.agent?.id),
    agent_name: text(entry.agent?.name),
    waiting_since: text(entry.waitingSince),
    due_at: text(entry.dueAt),
    snoozed_until: text(entry.snoozedUntil),
    tags: text(JSON.stringify(entry.tags)),
  };
}
