import type { Statement } from './database.ts';

const lastTurn = 'JOIN turns ON conversation_id = id AND turns.revision = conversations.revision';

const texts = {
  last: `SELECT turns.at, policy_id FROM conversations ${lastTurn} WHERE id = $1 FOR UPDATE OF conversations`,
  turn: 'SELECT at, inbound_seq FROM turns WHERE conversation_id = $1 AND revision = $2',
  lastSeqBefore: 'SELECT coalesce(max(seq), 0) AS count FROM activities WHERE conversation_id = $1 AND revision < $2',
  returnsToKeep: `SELECT rma, reference FROM returns
    WHERE conversation_id = $1 AND state = 'open' AND at >= $2 AND at <= $3 ORDER BY rma`,
  keepAlone: `INSERT INTO conversations (id, channel, policy_id, user_id, revision, last_seq, record)
    VALUES ($1, 'kept', $2, '', 0, 0, 'null')`,
  moveReturn: `UPDATE returns SET conversation_id = $1, form = '{}' WHERE rma = $2`,
  moveDecision: 'UPDATE decisions SET conversation_id = $1 WHERE reference = $2',
  forgetPlaces: `DELETE FROM case_places
    WHERE reference IN (SELECT reference FROM cases WHERE conversation_id = $1 AND at <= $2) RETURNING desk, key`,
  cases: 'DELETE FROM cases WHERE conversation_id = $1 AND at <= $2 RETURNING 1',
  // Also of a case that stays: what it was found by is in the words that go. It is made anew from what is left.
  entries: 'DELETE FROM case_index WHERE conversation_id = $1',
  words: 'DELETE FROM case_words WHERE conversation_id = $1',
  files: 'DELETE FROM files WHERE conversation_id = $1 AND at <= $2 RETURNING 1',
  returns: 'DELETE FROM returns WHERE conversation_id = $1 AND at <= $2 RETURNING 1',
  decisions: 'DELETE FROM decisions WHERE conversation_id = $1 AND at <= $2 RETURNING 1',
  // What the turn itself tells, such as that it is done, still has to go out.
  effects: 'DELETE FROM outbox WHERE conversation_id = $1 AND created < $2 RETURNING 1',
  events: 'DELETE FROM events WHERE conversation_id = $1 AND revision <= $2',
  activities: 'DELETE FROM activities WHERE conversation_id = $1 AND seq <= $2 RETURNING 1',
  turns: 'DELETE FROM turns WHERE conversation_id = $1 AND revision < $2',
  keepTurn: 'UPDATE turns SET inbound_key = NULL, inbound_seq = NULL WHERE conversation_id = $1 AND revision = $2',
  conversation: 'DELETE FROM conversations WHERE id = $1',
  deskRows: 'DELETE FROM desk_rows WHERE conversation_id = $1 AND at <= $2',
  talkKeys: 'DELETE FROM talk_keys WHERE conversation_id = $1',
  presence: 'DELETE FROM presence WHERE conversation_id = $1',
  // The browser goes on with the chat; what was sent to an address opens nothing any more.
  mailedKeys: `DELETE FROM talk_keys WHERE conversation_id = $1 AND purpose <> 'browser'`,
  casesOf: 'SELECT * FROM cases WHERE conversation_id = $1 ORDER BY number',
  decisionsOf: 'SELECT * FROM decisions WHERE conversation_id = $1 ORDER BY number',
  returnsOf: 'SELECT * FROM returns WHERE conversation_id = $1 ORDER BY at, rma',
  filesOf: 'SELECT * FROM files WHERE conversation_id = $1 ORDER BY at, id',
  lastTurns: `SELECT id, turns.at,
      EXISTS (SELECT FROM turns AS own WHERE own.conversation_id = id AND own.inbound_key IS NOT NULL)
        OR EXISTS (SELECT FROM cases WHERE cases.conversation_id = id)
        OR EXISTS (SELECT FROM decisions WHERE decisions.conversation_id = id) AS used,
      EXISTS (SELECT FROM cases WHERE cases.conversation_id = id AND state IN ('waiting', 'claimed')) AS open
    FROM conversations ${lastTurn} WHERE id > $1 ORDER BY id LIMIT $2`,
  naming: `SELECT id FROM conversations WHERE strpos(lower(record), $1) > 0
    UNION SELECT conversation_id FROM activities WHERE strpos(lower(activity), $1) > 0
    UNION SELECT conversation_id FROM returns WHERE strpos(lower(form), $1) > 0`,
  waiting: `SELECT count(*) AS count FROM outbox
    WHERE conversation_id = $1 AND delivered IS NULL AND parked IS NULL AND kind <> $2`,
  forgetDelivered: `DELETE FROM outbox
    WHERE id IN (SELECT id FROM outbox WHERE delivered < $1 ORDER BY id LIMIT $2) RETURNING 1`,
  keptBefore: `SELECT conversation_id AS id FROM returns JOIN conversations ON id = conversation_id
    WHERE channel = 'kept' AND at < $1 LIMIT $2`,
  conversationOf: `SELECT conversation_id AS id FROM cases WHERE reference = $1
    UNION SELECT conversation_id FROM decisions WHERE reference = $1
    UNION SELECT conversation_id FROM returns WHERE reference = $1 OR rma = $1 LIMIT 1`,
} as const;

/** A statement under each name. */
function named<K extends string>(all: Readonly<Record<K, string>>): Record<K, Statement> {
  const entries = Object.entries<string>(all).map(([name, text]) => [name, { name: `erasing ${name}`, text }]);
  return Object.fromEntries(entries) as Record<K, Statement>;
}

/** The statements that forget; those that delete return a row for each that went, where somebody counts them. */
export const erasingSql = named(texts);
