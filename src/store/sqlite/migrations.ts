import type { DatabaseSync } from 'node:sqlite';
import { NewerDatabaseError } from '../newer-database.ts';

/**
 * The schema, one step a version; step n leads to version n + 1 and never changes once it was released.
 * Times are ISO instants, JSON is kept as text.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    policy_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;

  CREATE TABLE turns (
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    revision INTEGER NOT NULL,
    inbound_key TEXT,
    inbound_seq INTEGER,
    at TEXT NOT NULL,
    PRIMARY KEY (conversation_id, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX turns_by_inbound_key ON turns (conversation_id, inbound_key) WHERE inbound_key IS NOT NULL;

  CREATE TABLE activities (
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    seq INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    activity TEXT NOT NULL,
    PRIMARY KEY (conversation_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (conversation_id, revision, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE cases (
    number INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    state TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    packet TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    policy_id TEXT NOT NULL,
    policy_digest TEXT NOT NULL,
    state TEXT NOT NULL,
    facts TEXT NOT NULL,
    decision TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    payload TEXT NOT NULL,
    created TEXT NOT NULL,
    delivered TEXT
  ) STRICT;
  CREATE INDEX outbox_undelivered ON outbox (key, id) WHERE delivered IS NULL;

  CREATE TABLE policies (
    digest TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;

  CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE pulse (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE returns (
    rma TEXT PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    item_key TEXT,
    state TEXT NOT NULL,
    form TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX returns_open_by_item ON returns (item_key) WHERE state = 'open';
  `,
  `
  ALTER TABLE conversations ADD COLUMN wake_at TEXT;
  CREATE INDEX conversations_by_wake_at ON conversations (wake_at) WHERE wake_at IS NOT NULL;
  `,
  `
  ALTER TABLE conversations ADD COLUMN delivery TEXT;
  ALTER TABLE outbox ADD COLUMN seq INTEGER;
  ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE outbox ADD COLUMN not_before TEXT;
  ALTER TABLE outbox ADD COLUMN parked TEXT;
  DROP INDEX outbox_undelivered;
  CREATE INDEX outbox_pending ON outbox (key, id) WHERE delivered IS NULL AND parked IS NULL;
  `,
  'ALTER TABLE decisions ADD COLUMN decided_on TEXT;',
  `
  ALTER TABLE cases ADD COLUMN file TEXT;
  ALTER TABLE cases ADD COLUMN changed TEXT;

  CREATE TABLE case_places (
    reference TEXT NOT NULL,
    desk TEXT NOT NULL,
    key TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (reference, desk)
  ) STRICT;
  CREATE UNIQUE INDEX case_places_by_key ON case_places (desk, key);

  CREATE TABLE seen (
    key TEXT PRIMARY KEY,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX seen_by_at ON seen (at);

  CREATE TABLE files (
    id TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversations (id),
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX files_by_conversation ON files (conversation_id);
  `,
  `
  ALTER TABLE cases ADD COLUMN item_key TEXT;
  CREATE INDEX cases_open_by_item ON cases (item_key) WHERE state IN ('waiting', 'claimed');
  `,
  `
  CREATE TABLE plans (
    digest TEXT NOT NULL,
    planner INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (digest, planner)
  ) STRICT;
  `,
  `
  CREATE INDEX cases_by_state ON cases (state, number);
  CREATE INDEX cases_by_pressure ON cases (urgent DESC, number) WHERE state IN ('waiting', 'claimed');

  CREATE TABLE uses (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    at TEXT NOT NULL,
    until TEXT NOT NULL
  ) STRICT;
  CREATE INDEX uses_by_key ON uses (key, at);
  CREATE INDEX uses_by_until ON uses (until);
  `,
  // `due` is set for the oldest pending effect of each kind and key alone: '' at once, or an instant, which is the end
  // of a pause or of a lease. So a look finds what is due by an index, however much waits behind it.
  `
  ALTER TABLE outbox ADD COLUMN due TEXT;
  ALTER TABLE outbox ADD COLUMN error TEXT;
  UPDATE outbox SET due = coalesce(not_before, '') WHERE id IN (
    SELECT min(id) FROM outbox WHERE delivered IS NULL AND parked IS NULL GROUP BY kind, key
  );
  DROP INDEX outbox_pending;
  ALTER TABLE outbox DROP COLUMN not_before;
  CREATE INDEX outbox_pending ON outbox (kind, key, id) WHERE delivered IS NULL AND parked IS NULL;
  CREATE INDEX outbox_due ON outbox (kind, due, id) WHERE due IS NOT NULL;
  CREATE INDEX outbox_parked ON outbox (id) WHERE parked IS NOT NULL;
  `,
  // To erase a conversation must not cost more with every other there is.
  `
  CREATE INDEX cases_by_conversation ON cases (conversation_id);
  CREATE INDEX decisions_by_conversation ON decisions (conversation_id);
  CREATE INDEX returns_by_conversation ON returns (conversation_id);
  CREATE INDEX outbox_by_conversation ON outbox (conversation_id);
  `,
  `
  CREATE TABLE talk_keys (
    digest TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    data TEXT NOT NULL,
    expires TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX talk_keys_by_conversation ON talk_keys (conversation_id);
  CREATE INDEX talk_keys_by_expiry ON talk_keys (expires);

  CREATE TABLE presence (
    conversation_id TEXT PRIMARY KEY,
    seen TEXT,
    mailed TEXT,
    email TEXT
  ) STRICT, WITHOUT ROWID;
  `,
  // Whoever deletes an effect need not know that the next of its key is due then.
  `
  CREATE TRIGGER outbox_deleted AFTER DELETE ON outbox WHEN OLD.due IS NOT NULL BEGIN
    UPDATE outbox SET due = '' WHERE due IS NULL AND id = (
      SELECT min(id) FROM outbox
      WHERE kind = OLD.kind AND key = OLD.key AND delivered IS NULL AND parked IS NULL
    );
  END;
  UPDATE outbox SET due = '' WHERE due IS NULL AND id IN (
    SELECT min(id) FROM outbox WHERE delivered IS NULL AND parked IS NULL GROUP BY kind, key
  );
  `,
  `
  CREATE TABLE desk_rows (
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    conversation_id TEXT,
    data TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (kind, owner, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX desk_rows_by_key ON desk_rows (kind, key);
  CREATE INDEX desk_rows_by_conversation ON desk_rows (conversation_id) WHERE conversation_id IS NOT NULL;
  `,
  // Made from the cases and their talks, and made anew where it is missing; see `case-index.ts` and `word-index.ts`.
  `
  CREATE TABLE case_index (
    number INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    place TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    shop TEXT NOT NULL,
    reason TEXT NOT NULL,
    agent_id TEXT,
    agent_name TEXT,
    waiting_since TEXT,
    due_at TEXT,
    snoozed_until TEXT,
    tags TEXT NOT NULL,
    words TEXT NOT NULL
  ) STRICT;
  CREATE INDEX case_index_by_conversation ON case_index (conversation_id);
  CREATE INDEX case_index_open ON case_index (state) WHERE state IN ('waiting', 'claimed');
  CREATE VIRTUAL TABLE case_words USING fts5 (words, content = '', detail = none, tokenize = 'ascii', prefix = '1 2 3');
  INSERT INTO case_words (case_words, rank) VALUES ('secure-delete', 1);
  `,
];

/**
 * Brings the database to the newest schema in one transaction, so that a failure or a second process starting at
 * the same time leaves no half-made schema; throws `NewerDatabaseError` when it is ahead of `steps`.
 */
export function migrate(database: DatabaseSync, steps: readonly string[] = migrations): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const row = database.prepare('PRAGMA user_version').get();
    const version = Number(row?.user_version);
    if (version > steps.length) throw new NewerDatabaseError(version, steps.length);
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
    database.exec('COMMIT');
  } catch (error) {
    // On a full disk SQLite has rolled back already, and to do it again would hide why.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
