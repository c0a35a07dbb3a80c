import type { DatabaseSync } from 'node:sqlite';
import { InvariantError } from '../../errors.ts';
import { activityId } from '../messages.ts';
import type {
  CommitResult,
  Delivery,
  JsonObject,
  Repeated,
  StoredActivity,
  StoredCase,
  StoredDecision,
  StoredReturn,
  TurnCommit,
} from '../store.ts';
import { storable } from '../text.ts';
import type { CaseEntries } from './case-entries.ts';
import { parseRow, rows } from './rows.ts';

type Position = { revision: number; lastSeq: number; delivery?: Delivery | undefined };

/**
 * Prepares the statements of a turn; `commit` must run inside a transaction that is rolled back on `conflict` and
 * `taken`.
 */
export function prepareCommit(database: DatabaseSync, entries: CaseEntries) {
  const sql = {
    position: database.prepare('SELECT revision, last_seq, delivery FROM conversations WHERE id = ?'),
    create: database.prepare(
      'INSERT INTO conversations (id, channel, policy_id, user_id, revision, last_seq, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    advance: database.prepare(
      'UPDATE conversations SET revision = ?, last_seq = ?, record = ?, wake_at = ?, delivery = ? WHERE id = ?',
    ),
    turn: database.prepare(
      'INSERT INTO turns (conversation_id, revision, inbound_key, inbound_seq, at) VALUES (?, ?, ?, ?, ?)',
    ),
    turnOfKey: database.prepare(
      'SELECT revision, inbound_seq FROM turns WHERE conversation_id = ? AND inbound_key = ?',
    ),
    activity: database.prepare('INSERT INTO activities (conversation_id, seq, revision, activity) VALUES (?, ?, ?, ?)'),
    activitiesOfTurn: database.prepare(
      `SELECT seq, inbound_seq, at, activity FROM activities JOIN turns USING (conversation_id, revision)
       WHERE conversation_id = ? AND revision = ? ORDER BY seq`,
    ),
    activitiesAfter: database.prepare(
      `SELECT seq, inbound_seq, at, activity FROM activities JOIN turns USING (conversation_id, revision)
       WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
    ),
    event: database.prepare(
      'INSERT INTO events (conversation_id, revision, position, type, data) VALUES (?, ?, ?, ?, ?)',
    ),
    effect: database.prepare(
      // Due at once, unless another of its key is to be delivered first.
      `INSERT INTO outbox (conversation_id, kind, key, payload, created, seq, due)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, CASE WHEN EXISTS (
         SELECT 1 FROM outbox WHERE kind = ?2 AND key = ?3 AND delivered IS NULL AND parked IS NULL) THEN NULL ELSE '' END`,
    ),
    // The WHERE keeps one customer's reference from ever overwriting another's.
    case: database.prepare(
      `INSERT INTO cases (reference, conversation_id, state, urgent, packet, at, file, changed, item_key)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (reference) DO UPDATE SET state = excluded.state, urgent = excluded.urgent,
         packet = excluded.packet, file = excluded.file, changed = excluded.changed, item_key = excluded.item_key
       WHERE conversation_id = excluded.conversation_id`,
    ),
    decision: database.prepare(
      `INSERT INTO decisions (reference, conversation_id, policy_id, policy_digest, state, facts, decision, at, decided_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (reference) DO UPDATE SET state = excluded.state, facts = excluded.facts,
         decision = excluded.decision, policy_id = excluded.policy_id, policy_digest = excluded.policy_digest
       WHERE conversation_id = excluded.conversation_id`,
    ),
    returnOfReference: database.prepare('SELECT rma FROM returns WHERE reference = ?'),
    openReturnOfItem: database.prepare("SELECT rma FROM returns WHERE item_key = ? AND state = 'open'"),
    return: database.prepare(
      `INSERT INTO returns (rma, reference, conversation_id, item_key, state, form, at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (rma) DO NOTHING`,
    ),
  };

  function stored(conversationId: string, row: Record<string, unknown>): StoredActivity {
    const { seq, inbound_seq, at, activity } = rows.activity.parse(row);
    const id = activityId(conversationId, seq);
    const answers = inbound_seq !== null && seq > inbound_seq;
    return {
      seq,
      id,
      at,
      ...(answers && { replyToId: activityId(conversationId, inbound_seq) }),
      activity: { ...activity, id },
    };
  }

  function repeated(conversationId: string, key: string): Repeated | undefined {
    const turn = parseRow(rows.turn, sql.turnOfKey.get(conversationId, storable(key)));
    if (turn === undefined) return undefined;
    const messages = sql.activitiesOfTurn.all(conversationId, turn.revision).map((row) => stored(conversationId, row));
    if (turn.inbound_seq === null) return { kind: 'repeated', revision: turn.revision, replies: messages };
    const [inbound, ...replies] = messages;
    if (inbound === undefined)
      throw new InvariantError('inbound-missing', 'a turn that a message caused does not have it');
    return { kind: 'repeated', revision: turn.revision, inbound, replies };
  }

  /** The conversation's position before the turn; `undefined` when the turn was computed from another state. */
  function start(turn: TurnCommit): Position | undefined {
    const found = parseRow(rows.position, sql.position.get(turn.conversationId));
    if (found !== undefined) {
      return found.revision === turn.expectedRevision
        ? { revision: found.revision, lastSeq: found.last_seq, delivery: found.delivery ?? undefined }
        : undefined;
    }
    if (turn.expectedRevision !== 0 || turn.create === undefined) return undefined;
    const { channel, policyId, userId } = turn.create;
    sql.create.run(turn.conversationId, channel, policyId, userId, 0, 0, 'null');
    return { revision: 0, lastSeq: 0 };
  }

  function writeActivity(
    turn: TurnCommit,
    activity: JsonObject,
    { seq, revision, inboundSeq }: { seq: number; revision: number; inboundSeq: number | undefined },
  ): StoredActivity {
    const id = activityId(turn.conversationId, seq);
    const withId = { ...activity, id };
    sql.activity.run(turn.conversationId, seq, revision, JSON.stringify(withId));
    const answers = inboundSeq !== undefined && seq !== inboundSeq;
    return {
      seq,
      id,
      at: turn.at,
      ...(answers && { replyToId: activityId(turn.conversationId, inboundSeq) }),
      activity: withId,
    };
  }

  function writeCase(filed: StoredCase, at: string): boolean {
    const { reference, conversationId, state, urgent, caseFile, file, itemKey = null } = filed;
    const kept = [JSON.stringify(caseFile), at, file === undefined ? null : JSON.stringify(file), at] as const;
    return sql.case.run(reference, conversationId, state, urgent ? 1 : 0, ...kept, itemKey).changes > 0;
  }

  function writeDecision(issued: StoredDecision, at: string): boolean {
    const { reference, conversationId, policyId, policyDigest, decidedOn, state, facts, decision } = issued;
    const values = [JSON.stringify(facts), JSON.stringify(decision), at, decidedOn ?? null] as const;
    return sql.decision.run(reference, conversationId, policyId, policyDigest, state, ...values).changes > 0;
  }

  /** The obstacle to a return; looked up just before it is written, so that a turn's own returns count. */
  function takenBy({ reference, itemKey }: StoredReturn): 'reference' | 'item' | undefined {
    if (sql.returnOfReference.get(reference)) return 'reference';
    return itemKey !== undefined && sql.openReturnOfItem.get(itemKey) ? 'item' : undefined;
  }

  function writeReturn(submitted: StoredReturn, at: string): boolean {
    const { rma, reference, conversationId, itemKey, state, form } = submitted;
    const values = [rma, reference, conversationId, itemKey ?? null, state, JSON.stringify(form), at] as const;
    return sql.return.run(...values).changes > 0;
  }

  /** The turn's own effects, and one for each reply that goes out by the conversation's delivery; returns how many. */
  function writeEffects(turn: TurnCommit, delivery: Delivery | undefined, replies: StoredActivity[]): number {
    const { conversationId, at } = turn;
    for (const { kind, key, payload } of turn.effects) {
      sql.effect.run(conversationId, kind, key, JSON.stringify(payload), at, null);
    }
    if (delivery === undefined || turn.isHandedOver) return turn.effects.length;
    for (const { seq } of replies) {
      sql.effect.run(conversationId, delivery.kind, conversationId, JSON.stringify(delivery.address), at, seq);
    }
    return turn.effects.length + replies.length;
  }

  function commit(turn: TurnCommit): CommitResult {
    const { conversationId, inbound, at } = turn;
    const key = inbound?.key ?? turn.key;
    const earlier = key === undefined ? undefined : repeated(conversationId, key);
    if (earlier !== undefined) return earlier;
    const before = start(turn);
    if (before === undefined) return { kind: 'conflict' };

    const revision = before.revision + 1;
    const inboundSeq = inbound && before.lastSeq + 1;
    const messages = [...(inbound ? [inbound.activity] : []), ...turn.replies];
    sql.turn.run(conversationId, revision, key === undefined ? null : storable(key), inboundSeq ?? null, at);
    const stored = messages.map((activity, index) =>
      writeActivity(turn, activity, { seq: before.lastSeq + 1 + index, revision, inboundSeq }),
    );
    turn.events.forEach(({ type, data }, position) => {
      sql.event.run(conversationId, revision, position, type, JSON.stringify(data));
    });
    const replies = inbound ? stored.slice(1) : stored;
    const delivery = turn.delivery ?? before.delivery;
    const effects = writeEffects(turn, delivery, replies);
    const owned = [
      ...turn.cases.map((filed) => writeCase(filed, at)),
      ...turn.decisions.map((issued) => writeDecision(issued, at)),
    ];
    for (const entry of turn.caseEntries ?? []) entries.write(entry);
    for (const submitted of turn.returns ?? []) {
      const by = takenBy(submitted);
      if (by !== undefined) return { kind: 'taken', by };
      owned.push(writeReturn(submitted, at));
    }
    if (owned.includes(false)) return { kind: 'conflict' };
    const lastSeq = before.lastSeq + messages.length;
    const kept = delivery ? JSON.stringify(delivery) : null;
    sql.advance.run(revision, lastSeq, JSON.stringify(turn.record), turn.wakeAt ?? null, kept, conversationId);

    const [first] = stored;
    return {
      kind: 'committed',
      revision,
      ...(inbound && first && { inbound: first }),
      replies,
      ...(effects > 0 && { hasEffects: true }),
    };
  }

  function activities(conversationId: string, after: number, limit: number, maxBytes = Infinity): StoredActivity[] {
    const page: StoredActivity[] = [];
    let bytes = 0;
    // Row by row, so that what has no room is not read at all.
    for (const row of sql.activitiesAfter.iterate(conversationId, after, limit)) {
      bytes += Buffer.byteLength(String(row.activity));
      if (bytes > maxBytes && page.length > 0) break;
      page.push(stored(conversationId, row));
    }
    return page;
  }

  function activity(conversationId: string, seq: number): StoredActivity | undefined {
    return activities(conversationId, seq - 1, 1)[0];
  }

  return { commit, repeated, activities, activity };
}
