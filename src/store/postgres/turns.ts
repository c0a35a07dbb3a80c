import { InvariantError } from '../../errors.ts';
import { activityId, messagesOf } from '../messages.ts';
import { parseRow, rows } from '../sqlite/rows.ts';
import type { CommitResult, Store, StoredActivity, StoredReturn, TurnCommit } from '../store.ts';
import { restored, storable } from '../text.ts';
import { commitStatement, foreignReference, isKey, keyOf } from './commit-statement.ts';
import type { Database } from './database.ts';
import { type Known, type KnownConversations, maxKnownTurns } from './known.ts';
import { constraintOf, sqlStateOf } from './refusals.ts';

const sql = {
  conversation: {
    name: 'conversation',
    text: 'SELECT id, channel, policy_id, user_id, revision, record, wake_at, delivery FROM conversations WHERE id = $1',
  },
  known: {
    name: 'known conversation',
    text: `SELECT id, channel, policy_id, user_id, revision, record, wake_at, delivery, xmin::text AS version,
        ARRAY(SELECT inbound_key FROM turns
          WHERE conversation_id = id AND inbound_key IS NOT NULL AND conversations.revision <= ${maxKnownTurns}) AS keys
      FROM conversations WHERE id = $1`,
  },
  repeated: {
    name: 'repeated',
    text: `SELECT turns.revision, turns.inbound_seq, turns.at, seq, activity
      FROM turns LEFT JOIN activities USING (conversation_id, revision)
      WHERE conversation_id = $1 AND ${isKey('$2')} ORDER BY seq`,
  },
  activities: {
    name: 'activities',
    text: `SELECT seq, inbound_seq, at, activity FROM activities JOIN turns USING (conversation_id, revision)
      WHERE conversation_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
  },
  // What has no room does not leave the database.
  activitiesWithin: {
    name: 'activities within bytes',
    text: `WITH page AS (
        SELECT seq, inbound_seq, at, activity FROM activities JOIN turns USING (conversation_id, revision)
        WHERE conversation_id = $1 AND seq > $2 ORDER BY seq LIMIT $3
      ), counted AS (
        SELECT *, sum(octet_length(activity)) OVER (ORDER BY seq) AS bytes, row_number() OVER (ORDER BY seq) AS place FROM page
      ) SELECT seq, inbound_seq, at, activity FROM counted WHERE place = 1 OR bytes <= $4 ORDER BY seq`,
  },
  bytes: {
    name: 'conversation bytes',
    text: 'SELECT coalesce(sum(octet_length(activity)), 0) AS bytes FROM activities WHERE conversation_id = $1',
  },
  due: { name: 'due', text: 'SELECT id FROM conversations WHERE wake_at <= $1 ORDER BY wake_at LIMIT $2' },
  events: {
    name: 'events',
    text: `SELECT type, data, at FROM events JOIN turns USING (conversation_id, revision)
      WHERE conversation_id = $1 ORDER BY revision, position`,
  },
  lastSeq: { name: 'last seq', text: 'SELECT last_seq AS count FROM conversations WHERE id = $1' },
  messagesSince: {
    name: 'messages since',
    text: `SELECT conversation_id, count(*) AS count FROM unnest($1::text[], $2::int[]) AS mark (id, read)
      JOIN turns ON conversation_id = mark.id AND revision > mark.read
      WHERE inbound_seq IS NOT NULL GROUP BY conversation_id`,
  },
  taken: {
    name: 'taken',
    text: `SELECT reference = $1 AS is_reference FROM returns
      WHERE reference = $1 OR (item_key = $2 AND state = 'open') ORDER BY reference = $1 DESC LIMIT 1`,
  },
};

type Committed = Extract<CommitResult, { kind: 'committed' }>;
type Turns = Pick<
  Store,
  | 'commit'
  | 'conversation'
  | 'knownConversation'
  | 'begin'
  | 'repeated'
  | 'activities'
  | 'lastSeq'
  | 'conversationBytes'
  | 'due'
  | 'messagesSince'
  | 'events'
>;

/** A stored message from its row, with its id filled in. */
export function activityOf(conversationId: string, row: Record<string, unknown>): StoredActivity {
  const { seq, inbound_seq, at, activity } = rows.activity.parse(row);
  const id = activityId(conversationId, seq);
  const answers = inbound_seq !== null && seq > inbound_seq;
  const replyToId = answers ? { replyToId: activityId(conversationId, inbound_seq) } : {};
  return { seq, id, at, ...replyToId, activity: { ...activity, id } };
}

/** The conversations' part of the store. */
export function turnsOn(
  database: Database,
  known: KnownConversations,
  onCommit: (turn: TurnCommit, committed: Committed) => void,
): Turns {
  async function repeated(conversationId: string, key: string): ReturnType<Store['repeated']> {
    const found = await database.rows(sql.repeated, [storable(conversationId), storable(key)]);
    const [first] = found;
    if (!first) return undefined;
    const turn = rows.turn.parse(first);
    const messages = found.filter(({ seq }) => seq !== null).map((row) => activityOf(conversationId, row));
    if (turn.inbound_seq === null) return { kind: 'repeated', revision: turn.revision, replies: messages };
    const [inbound, ...replies] = messages;
    if (!inbound) throw new InvariantError('inbound-missing', 'a turn that a message caused does not have it');
    return { kind: 'repeated', revision: turn.revision, inbound, replies };
  }

  async function knownOrRead(id: string): Promise<Known | undefined> {
    const found = known.get(id);
    if (found) return found;
    const row = await database.row(sql.known, [storable(id)]);
    if (!row) return undefined;
    const { version, keys } = rows.knownTurns.parse(row);
    const read = { conversation: rows.conversation.parse(row), version, keys: new Set(keys.map(restored)) };
    known.keep(read);
    return read;
  }

  /** The result of a turn that was not written. */
  async function refused(turn: TurnCommit, error?: unknown): Promise<CommitResult> {
    const key = keyOf(turn);
    const earlier = key === undefined ? undefined : await repeated(turn.conversationId, key);
    if (earlier) return earlier;
    const by = await takenBy(turn.returns ?? [], constraintOf(error));
    return by ? { kind: 'taken', by } : { kind: 'conflict' };
  }

  /** The obstacle to a return; the constraint tells of one that stands in the same turn. */
  async function takenBy(
    returns: readonly StoredReturn[],
    constraint: string | undefined,
  ): Promise<'reference' | 'item' | undefined> {
    if (constraint === 'returns_reference') return 'reference';
    if (constraint === 'returns_open_by_item') return 'item';
    if (constraint !== 'returns_pkey') return undefined;
    for (const { reference, itemKey } of returns) {
      const row = await database.row(sql.taken, [reference, itemKey === undefined ? null : storable(itemKey)]);
      if (row) return row.is_reference === true ? 'reference' : 'item';
    }
    return undefined;
  }

  return {
    async commit(turn) {
      const { statement, values } = commitStatement(turn, known.versionBefore(turn));
      try {
        const row = await database.row(statement, values);
        if (!row) {
          known.forget(turn.conversationId);
          return await refused(turn);
        }
        const { revision, seq, effects } = rows.committed.parse(row);
        known.committed(turn, keyOf(turn), { revision, ...rows.version.parse(row) });
        const committed: Committed = {
          kind: 'committed',
          revision,
          ...messagesOf(turn, seq),
          ...(effects > 0 && { hasEffects: true }),
        };
        onCommit(turn, committed);
        return committed;
      } catch (error) {
        known.forget(turn.conversationId);
        if (refusals.has(sqlStateOf(error) ?? '')) return refused(turn, error);
        throw error;
      }
    },
    async conversation(id) {
      return parseRow(rows.conversation, await database.row(sql.conversation, [storable(id)]));
    },
    async knownConversation(id) {
      return (await knownOrRead(id))?.conversation;
    },
    async begin(conversationId, key) {
      const found = await knownOrRead(conversationId);
      if (!found) return undefined;
      const { conversation, keys } = found;
      // What was read has all keys, unless they are too many.
      const isNew = conversation.revision <= maxKnownTurns && !keys.has(key);
      const earlier = isNew ? undefined : await repeated(conversationId, key);
      return { conversation, ...(earlier && { repeated: earlier }) };
    },
    repeated,
    async activities(conversationId, after, limit, maxBytes) {
      const page = [storable(conversationId), after, limit];
      const found =
        maxBytes === undefined
          ? await database.rows(sql.activities, page)
          : await database.rows(sql.activitiesWithin, [...page, maxBytes]);
      return found.map((row) => activityOf(conversationId, row));
    },
    async conversationBytes(id) {
      return rows.bytes.parse(await database.row(sql.bytes, [storable(id)])).bytes;
    },
    async due(at, limit) {
      return (await database.rows(sql.due, [at, limit])).map((row) => rows.id.parse(row).id);
    },
    async lastSeq(id) {
      return parseRow(rows.count, await database.row(sql.lastSeq, [storable(id)]))?.count ?? 0;
    },
    async messagesSince(marks) {
      const values = [marks.map((one) => storable(one.conversationId)), marks.map(({ revision }) => revision)];
      return (await database.rows(sql.messagesSince, values)).map((row) => rows.messageCount.parse(row));
    },
    async events(conversationId) {
      return (await database.rows(sql.events, [storable(conversationId)])).map((row) => rows.event.parse(row));
    },
  };
}

/**
 * SQLSTATEs of a turn that met another one: a unique index, a reference of somebody else, a deadlock. Nothing of it is
 * written.
 */
const refusals = new Set(['23505', foreignReference, '40001', '40P01']);
