import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Erased, Erasure, LastTurn } from '../erasing.ts';
import { erasingRows, type Until } from '../erasing-rows.ts';
import type { Contents } from '../store.ts';
import type { CaseEntries } from './case-entries.ts';
import { parseRow, rows as storedRows } from './rows.ts';

const rows = {
  ...erasingRows,
  lastTurn: z
    .object({ id: z.string(), at: z.string(), used: z.number(), open: z.number() })
    .transform(
      ({ id, at, used, open }): LastTurn => ({ conversationId: id, at, isUnused: used === 0, hasOpenCase: open === 1 }),
    ),
};

/** Later than any instant. */
const always: Until = { revision: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER, at: '~' };

/** Prepares the statements that forget; `erase` must run inside a transaction, which is rolled back after a dry run. */
export function prepareErasing(database: DatabaseSync, entries: CaseEntries) {
  const sql = {
    last: database.prepare(`SELECT turns.at, policy_id FROM conversations JOIN turns ON conversation_id = id AND turns.revision = conversations.revision
           WHERE id = ?`),
    turn: database.prepare('SELECT at, inbound_seq FROM turns WHERE conversation_id = ? AND revision = ?'),
    lastSeqBefore: database.prepare(
      'SELECT coalesce(max(seq), 0) AS count FROM activities WHERE conversation_id = ? AND revision < ?',
    ),
    returnsToKeep: database.prepare(`SELECT rma, reference FROM returns
           WHERE conversation_id = ? AND state = 'open' AND at >= ? AND at <= ? ORDER BY rma`),
    keepAlone: database.prepare(`INSERT INTO conversations (id, channel, policy_id, user_id, revision, last_seq, record)
           VALUES (?, 'kept', ?, '', 0, 0, 'null')`),
    moveReturn: database.prepare(`UPDATE returns SET conversation_id = ?, form = '{}' WHERE rma = ?`),
    moveDecision: database.prepare('UPDATE decisions SET conversation_id = ? WHERE reference = ?'),
    places: database.prepare(`SELECT desk, key FROM case_places
           WHERE reference IN (SELECT reference FROM cases WHERE conversation_id = ? AND at <= ?)`),
    forgetPlaces: database.prepare(`DELETE FROM case_places
           WHERE reference IN (SELECT reference FROM cases WHERE conversation_id = ? AND at <= ?)`),
    cases: database.prepare('DELETE FROM cases WHERE conversation_id = ? AND at <= ?'),
    files: database.prepare('DELETE FROM files WHERE conversation_id = ? AND at <= ?'),
    returns: database.prepare('DELETE FROM returns WHERE conversation_id = ? AND at <= ?'),
    decisions: database.prepare('DELETE FROM decisions WHERE conversation_id = ? AND at <= ?'),
    // What the turn itself tells, such as that it is done, still has to go out.
    effects: database.prepare('DELETE FROM outbox WHERE conversation_id = ? AND created < ?'),
    events: database.prepare('DELETE FROM events WHERE conversation_id = ? AND revision <= ?'),
    activities: database.prepare('DELETE FROM activities WHERE conversation_id = ? AND seq <= ?'),
    turns: database.prepare('DELETE FROM turns WHERE conversation_id = ? AND revision < ?'),
    keepTurn: database.prepare(
      'UPDATE turns SET inbound_key = NULL, inbound_seq = NULL WHERE conversation_id = ? AND revision = ?',
    ),
    conversation: database.prepare('DELETE FROM conversations WHERE id = ?'),
    deskRows: database.prepare('DELETE FROM desk_rows WHERE conversation_id = ? AND at <= ?'),
    talkKeys: database.prepare('DELETE FROM talk_keys WHERE conversation_id = ?'),
    presence: database.prepare('DELETE FROM presence WHERE conversation_id = ?'),
    // The browser goes on with the chat; what was sent to an address opens nothing any more.
    mailedKeys: database.prepare("DELETE FROM talk_keys WHERE conversation_id = ? AND purpose <> 'browser'"),
    // What stood behind an effect that is gone is the first of its key now.
    firstAgain: database.prepare(
      `UPDATE outbox SET due = '' WHERE due IS NULL AND id IN (
         SELECT min(id) FROM outbox WHERE conversation_id = ? AND delivered IS NULL AND parked IS NULL GROUP BY kind, key)`,
    ),
    lastTurns: database.prepare(`SELECT id, turns.at, 
             EXISTS (SELECT 1 FROM turns AS own WHERE own.conversation_id = id AND own.inbound_key IS NOT NULL)
               OR EXISTS (SELECT 1 FROM cases WHERE cases.conversation_id = id)
               OR EXISTS (SELECT 1 FROM decisions WHERE decisions.conversation_id = id) AS used,
             EXISTS (SELECT 1 FROM cases WHERE cases.conversation_id = id AND state IN ('waiting', 'claimed')) AS open
           FROM conversations JOIN turns ON conversation_id = id AND turns.revision = conversations.revision
           WHERE id > ? ORDER BY id LIMIT ?`),
    naming: database.prepare(`SELECT id FROM conversations WHERE instr(lower(record), ?1) > 0
           UNION SELECT conversation_id FROM activities WHERE instr(lower(activity), ?1) > 0
           UNION SELECT conversation_id FROM returns WHERE instr(lower(form), ?1) > 0`),
    waiting: database.prepare(`SELECT count(*) AS count FROM outbox
           WHERE conversation_id = ? AND delivered IS NULL AND parked IS NULL AND kind <> ?`),
    forgetDelivered: database.prepare(
      'DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE delivered < ? ORDER BY id LIMIT ?)',
    ),
    keptBefore: database.prepare(`SELECT conversation_id AS id FROM returns JOIN conversations ON id = conversation_id
           WHERE channel = 'kept' AND at < ? LIMIT ?`),
    casesOf: database.prepare('SELECT * FROM cases WHERE conversation_id = ? ORDER BY number'),
    decisionsOf: database.prepare('SELECT * FROM decisions WHERE conversation_id = ? ORDER BY number'),
    returnsOf: database.prepare('SELECT * FROM returns WHERE conversation_id = ? ORDER BY at, rma'),
    filesOf: database.prepare('SELECT * FROM files WHERE conversation_id = ? ORDER BY at, id'),
    conversationOf: database.prepare(`SELECT conversation_id AS id FROM cases WHERE reference = ?1
           UNION SELECT conversation_id FROM decisions WHERE reference = ?1
           UNION SELECT conversation_id FROM returns WHERE reference = ?1 OR rma = ?1 LIMIT 1`),
  };
  const count = (name: keyof typeof sql, ...values: (string | number)[]): number =>
    Number(sql[name].run(...values).changes);

  function untilOf({ conversationId, upToRevision }: Erasure): Until | undefined {
    if (upToRevision === undefined) return always;
    const turn = parseRow(rows.turn, sql.turn.get(conversationId, upToRevision));
    if (turn === undefined) return undefined;
    const before = rows.count.parse(sql.lastSeqBefore.get(conversationId, upToRevision)).count;
    return { revision: upToRevision, seq: turn.inbound_seq ?? before, at: turn.at };
  }

  /** Puts the returns to keep where nothing tells whose they are; gives back their numbers. */
  function keepReturns({ conversationId, keepReturnsSince }: Erasure, policyId: string, { at }: Until): string[] {
    if (keepReturnsSince === undefined) return [];
    const kept = sql.returnsToKeep.all(conversationId, keepReturnsSince, at).map((row) => rows.kept.parse(row));
    for (const { rma, reference } of kept) {
      const id = `kept-${rma}`;
      sql.keepAlone.run(id, policyId);
      sql.moveReturn.run(id, rma);
      sql.moveDecision.run(id, reference);
    }
    return kept.map(({ rma }) => rma);
  }

  function erase(erasure: Erasure): Erased | undefined {
    const { conversationId: id, unlessSince } = erasure;
    const last = parseRow(rows.last, sql.last.get(id));
    const until = last && untilOf(erasure);
    if (!last || !until || (unlessSince !== undefined && last.at >= unlessSince)) return undefined;
    const kept = keepReturns(erasure, last.policy_id, until);
    const places = sql.places.all(id, until.at).map((row) => rows.place.parse(row));
    sql.forgetPlaces.run(id, until.at);
    // Also of a case that stays: it was found by the words that go. Its entry is made anew from what is left.
    entries.forget(id);
    const erased = {
      files: count('files', id, until.at),
      cases: count('cases', id, until.at),
      returns: count('returns', id, until.at),
      decisions: count('decisions', id, until.at),
      effects: count('effects', id, until.at),
      messages: count('activities', id, until.seq),
      places,
      kept,
    };
    sql.events.run(id, until.revision);
    sql.turns.run(id, until.revision);
    sql.presence.run(id);
    sql.deskRows.run(id, until.at);
    if (until === always) for (const name of ['talkKeys', 'conversation'] as const) sql[name].run(id);
    else {
      sql.keepTurn.run(id, until.revision);
      sql.mailedKeys.run(id);
      sql.firstAgain.run(id);
    }
    return erased;
  }

  return {
    erase,
    contents: (id: string): Contents => ({
      cases: sql.casesOf.all(id).map((row) => storedRows.case.parse(row)),
      decisions: sql.decisionsOf.all(id).map((row) => storedRows.decision.parse(row)),
      returns: sql.returnsOf.all(id).map((row) => storedRows.return.parse(row)),
      files: sql.filesOf.all(id).map((row) => storedRows.file.parse(row)),
    }),
    /** `false` if another connection reads just now. */
    scrub: () =>
      parseRow(z.object({ busy: z.number() }), database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get())?.busy === 0,
    lastTurns: (after: string, limit: number) => sql.lastTurns.all(after, limit).map((row) => rows.lastTurn.parse(row)),
    naming: (text: string) => sql.naming.all(text.toLowerCase()).map((row) => rows.id.parse(row).id),
    waiting: (id: string, exceptKind: string) => rows.count.parse(sql.waiting.get(id, exceptKind)).count,
    forgetDelivered: (before: string, limit: number) => count('forgetDelivered', before, limit),
    forgetKeptReturns(before: string, limit: number): number {
      const ids = sql.keptBefore.all(before, limit).map((row) => rows.id.parse(row).id);
      for (const id of ids) {
        sql.returns.run(id, always.at);
        sql.decisions.run(id, always.at);
        sql.conversation.run(id);
      }
      return ids.length;
    },
    conversationOf: (reference: string) => parseRow(rows.id, sql.conversationOf.get(reference))?.id,
  };
}
