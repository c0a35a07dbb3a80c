import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CommitResult, Store } from '../store.ts';
import { prepareCommit } from './commit.ts';
import { migrate } from './migrations.ts';
import { prepareOutbox } from './outbox.ts';
import { parseRow, rows } from './rows.ts';

/** The database's file in the data folder. */
export const databaseFile = 'returns.db';
/** The time that a write waits for another process's transaction before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/** The room that a message and its answers take, about. */
const PULSE_BYTES = 16 * 1024;

/** Opens (and where needed creates) `returns.db` in `dataDir`; every write is on disk when its call resolves. */
export function openSqliteStore(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, databaseFile);
  keepPrivate(file);
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    migrate(database);
    return storeOn(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Lets nobody else on the machine read the database; SQLite gives the files beside it the same mode. */
function keepPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function storeOn(database: DatabaseSync): Store {
  const turns = prepareCommit(database);
  const outbox = prepareOutbox(database, turns.activity);
  const sql = {
    conversation: database.prepare(
      'SELECT id, channel, policy_id, user_id, revision, record, wake_at, delivery FROM conversations WHERE id = ?',
    ),
    due: database.prepare('SELECT id FROM conversations WHERE wake_at <= ? ORDER BY wake_at LIMIT ?'),
    events: database.prepare(
      `SELECT type, data, at FROM events JOIN turns USING (conversation_id, revision)
       WHERE conversation_id = ? ORDER BY revision, position`,
    ),
    cases: database.prepare('SELECT * FROM cases ORDER BY number DESC'),
    case: database.prepare('SELECT * FROM cases WHERE reference = ?'),
    openCase: database.prepare(
      "SELECT * FROM cases WHERE item_key = ? AND state IN ('waiting', 'claimed') ORDER BY number DESC LIMIT 1",
    ),
    keepFile: database.prepare(
      `INSERT INTO files (id, conversation_id, name, content_type, bytes, at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE (SELECT count(*) FROM files WHERE conversation_id = ?2) < ?7
       ON CONFLICT (id) DO NOTHING`,
    ),
    hasFile: database.prepare('SELECT 1 FROM files WHERE id = ?'),
    file: database.prepare('SELECT * FROM files WHERE id = ?'),
    keepCaseLink: database.prepare(
      `INSERT INTO case_places (reference, desk, key, data) VALUES (?, ?, ?, ?)
       ON CONFLICT (reference, desk) DO UPDATE SET key = excluded.key, data = excluded.data`,
    ),
    caseLink: database.prepare('SELECT * FROM case_places WHERE reference = ? AND desk = ?'),
    caseLinkByKey: database.prepare('SELECT * FROM case_places WHERE desk = ? AND key = ?'),
    see: database.prepare('INSERT INTO seen (key, at) VALUES (?, ?) ON CONFLICT (key) DO NOTHING'),
    seen: database.prepare('SELECT 1 FROM seen WHERE key = ?'),
    bytes: database.prepare(
      'SELECT coalesce(sum(octet_length(activity)), 0) AS bytes FROM activities WHERE conversation_id = ?',
    ),
    forget: database.prepare('DELETE FROM seen WHERE at < ?'),
    decisions: database.prepare('SELECT * FROM decisions ORDER BY number'),
    decision: database.prepare('SELECT * FROM decisions WHERE reference = ?'),
    return: database.prepare('SELECT * FROM returns WHERE reference = ?'),
    openReturn: database.prepare("SELECT * FROM returns WHERE item_key = ? AND state = 'open'"),
    keepPolicy: database.prepare(
      'INSERT INTO policies (digest, id, version, text) VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING',
    ),
    policy: database.prepare('SELECT id, version, digest, text FROM policies WHERE digest = ?'),
    forgetPlans: database.prepare('DELETE FROM plans WHERE digest = ?'),
    keepPlan: database.prepare('INSERT OR REPLACE INTO plans (digest, planner, bytes) VALUES (?, ?, ?)'),
    plan: database.prepare('SELECT bytes FROM plans WHERE digest = ? AND planner = ?'),
    keepSecret: database.prepare('INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING'),
    secret: database.prepare('SELECT value FROM secrets WHERE name = ?'),
    pulse: database.prepare('INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at'),
  };

  /** Runs a turn's write; nothing is awaited inside, so no other turn can slip into the transaction. */
  function atomically(write: () => CommitResult): CommitResult {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = write();
      database.exec(result.kind === 'committed' ? 'COMMIT' : 'ROLLBACK');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    async commit(turn) {
      return atomically(() => turns.commit(turn));
    },
    async conversation(id) {
      return parseRow(rows.conversation, sql.conversation.get(id));
    },
    async repeated(conversationId, key) {
      return turns.repeated(conversationId, key);
    },
    async activities(conversationId, after, limit, maxBytes) {
      return turns.activities(conversationId, after, limit, maxBytes);
    },
    async due(at, limit) {
      return sql.due.all(at, limit).map((row) => rows.id.parse(row).id);
    },
    async pendingEffects(at, limit) {
      return outbox.pending(at, limit);
    },
    async effectDelivered(id, at) {
      outbox.delivered(id, at);
    },
    async effectFailed(id, notBefore) {
      outbox.failed(id, notBefore);
    },
    async effectParked(id, at) {
      outbox.parked(id, at);
    },
    async events(conversationId) {
      return sql.events.all(conversationId).map((row) => rows.event.parse(row));
    },
    async cases() {
      return sql.cases.all().map((row) => rows.case.parse(row));
    },
    async case(reference) {
      return parseRow(rows.case, sql.case.get(reference));
    },
    async openCase(itemKey) {
      return parseRow(rows.case, sql.openCase.get(itemKey));
    },
    async keepFile({ id, conversationId, name, contentType, bytes, at }, most) {
      return (
        sql.keepFile.run(id, conversationId, name, contentType, bytes, at, most).changes > 0 ||
        sql.hasFile.get(id) !== undefined
      );
    },
    async file(id) {
      return parseRow(rows.file, sql.file.get(id));
    },
    async keepCaseLink({ reference, desk, key, data }) {
      sql.keepCaseLink.run(reference, desk, key, JSON.stringify(data));
    },
    async caseLink(reference, desk) {
      return parseRow(rows.caseLink, sql.caseLink.get(reference, desk));
    },
    async caseLinkByKey(desk, key) {
      return parseRow(rows.caseLink, sql.caseLinkByKey.get(desk, key));
    },
    async firstSeen(key, at, forgetBefore) {
      sql.forget.run(forgetBefore);
      return sql.see.run(key, at).changes > 0;
    },
    async seen(key) {
      return sql.seen.get(key) !== undefined;
    },
    async conversationBytes(id) {
      return rows.bytes.parse(sql.bytes.get(id)).bytes;
    },
    async decisions() {
      return sql.decisions.all().map((row) => rows.decision.parse(row));
    },
    async decision(reference) {
      return parseRow(rows.decision, sql.decision.get(reference));
    },
    async return(reference) {
      return parseRow(rows.return, sql.return.get(reference));
    },
    async openReturn(itemKey) {
      return parseRow(rows.return, sql.openReturn.get(itemKey));
    },
    async keepPolicy({ id, version, digest, text }) {
      sql.keepPolicy.run(digest, id, version, text);
    },
    async policy(digest) {
      return parseRow(rows.policy, sql.policy.get(digest));
    },
    async keepPlan({ digest, planner, bytes }) {
      sql.forgetPlans.run(digest);
      sql.keepPlan.run(digest, planner, bytes);
    },
    async plan(digest, planner) {
      return parseRow(rows.plan, sql.plan.get(digest, planner))?.bytes;
    },
    async secret(name, make) {
      const kept = parseRow(rows.secret, sql.secret.get(name));
      if (kept !== undefined) return kept.value;
      sql.keepSecret.run(name, await make());
      return rows.secret.parse(sql.secret.get(name)).value;
    },
    async ping() {
      // As large as a message, so that it fails where a message would.
      sql.pulse.run(new Date().toISOString().padEnd(PULSE_BYTES));
    },
    async close() {
      database.close();
    },
  };
}
