import { chmodSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { createChanges, ownChangeOf } from '../changes.ts';
import { withOutages } from '../outages.ts';
import type { Store } from '../store.ts';
import { storeOutage } from '../unavailable.ts';
import { prepareCaseEntries } from './case-entries.ts';
import { prepareCommit } from './commit.ts';
import { prepareConversationReader } from './conversation-reader.ts';
import { prepareDeskRows } from './desk-rows.ts';
import { prepareErasing } from './erasing.ts';
import { findingOn } from './finding.ts';
import { groupWrites } from './grouped-writes.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrations.ts';
import { prepareOutbox } from './outbox.ts';
import { parseRow, rows } from './rows.ts';
import { prepareTalks } from './talks.ts';
import { prepareUses } from './uses.ts';
import { closeWhole, markWhole, openWhole } from './wholeness.ts';

/** The database's file in the data folder. */
export const databaseFile = 'returns.db';
/** The time that a write waits for another process's transaction before it fails. */
const BUSY_TIMEOUT_MS = 5_000;
/** Another process reads for moments only. */
const scrubAttempts = 20;
const scrubPauseMs = 100;

/** The room that a message and its answers take, about. */
const PULSE_BYTES = 16 * 1024;

/** Opens (and where needed creates) `returns.db` in `dataDir`; every write is on disk when its call resolves. */
export function openSqliteStore(dataDir: string): Store {
  makeFolder(dataDir);
  const path = join(dataDir, databaseFile);
  keepPrivate(path);
  openWhole(path);
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    markWhole(database);
    // What is deleted is overwritten: an erased customer leaves nothing in free pages.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
    );
    migrate(database);
    return withOutages(storeOn(database), storeOutage);
  } catch (error) {
    closeWhole(database);
    throw error;
  }
}

/** Makes a file where there is none, and lets nobody else on the machine read it; SQLite gives the files beside it the same mode. */
export function keepPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/** What becomes of an effect may be lost with the power: it is delivered once more then, under the same id. */
const unflushed = { isFlushed: false } as const;
const waiting = { ...unflushed, mayWait: true } as const;

function storeOn(database: DatabaseSync): Store {
  const writes = groupWrites(database);
  const conversations = prepareConversationReader(database);
  const entries = prepareCaseEntries(database);
  const turns = prepareCommit(database, entries);
  const outbox = prepareOutbox(database, turns.activity);
  const uses = prepareUses(database);
  const changes = createChanges();
  const erasing = prepareErasing(database, entries);
  const sql = {
    due: database.prepare('SELECT id FROM conversations WHERE wake_at <= ? ORDER BY wake_at LIMIT ?'),
    events: database.prepare(
      `SELECT type, data, at FROM events JOIN turns USING (conversation_id, revision)
       WHERE conversation_id = ? ORDER BY revision, position`,
    ),
    lastSeq: database.prepare('SELECT last_seq AS count FROM conversations WHERE id = ?'),
    messagesSince: database.prepare(
      `SELECT conversation_id, count(*) AS count FROM json_each(?) AS mark
       JOIN turns ON conversation_id = mark.value ->> 'conversationId' AND revision > mark.value ->> 'revision'
       WHERE inbound_seq IS NOT NULL GROUP BY conversation_id`,
    ),
    cases: database.prepare('SELECT * FROM cases WHERE number < ? ORDER BY number DESC LIMIT ?'),
    casesIn: database.prepare(
      `SELECT * FROM cases WHERE number IN
         (SELECT number FROM cases WHERE state IN (SELECT value FROM json_each(?)) AND number < ?
          ORDER BY number DESC LIMIT ?)
       ORDER BY number DESC`,
    ),
    openCases: database.prepare(
      "SELECT * FROM cases WHERE state IN ('waiting', 'claimed') ORDER BY urgent DESC, number LIMIT ?",
    ),
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
    decisions: database.prepare('SELECT * FROM decisions WHERE number > ? ORDER BY number LIMIT ?'),
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

  return {
    async commit(turn) {
      const result = await writes.write(() => turns.commit(turn), { isKept: ({ kind }) => kind === 'committed' });
      if (result.kind !== 'committed') return result;
      conversations.committed(turn, result.revision);
      changes.tell(ownChangeOf(turn, result));
      return result;
    },
    async conversation(id) {
      return conversations.read(id);
    },
    async knownConversation(id) {
      return conversations.read(id);
    },
    async begin(conversationId, key) {
      const conversation = conversations.read(conversationId);
      const repeated = conversation && turns.repeated(conversationId, key);
      return conversation && { conversation, ...(repeated && { repeated }) };
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
    async leaseEffects(request) {
      return outbox.hasDue(request) ? writes.write(() => outbox.lease(request), unflushed) : [];
    },
    effectDelivered: (id, at) => writes.write(() => outbox.delivered(id, at), waiting),
    effectFailed: (id, notBefore) => writes.write(() => outbox.failed(id, notBefore), unflushed),
    effectParked: (id, at, error) => writes.write(() => outbox.parked(id, at, error), unflushed),
    effectReleased: (id, notBefore) => writes.write(() => outbox.released(id, notBefore), waiting),
    hastenEffects: (beyond) => writes.write(() => outbox.hasten(beyond), unflushed),
    async parkedEffects(page) {
      return outbox.parkedPage(page);
    },
    retryEffects: (ids) => writes.write(() => outbox.retry(ids)),
    async outboxCounts() {
      return outbox.counts();
    },
    async lastSeq(id) {
      return parseRow(rows.count, sql.lastSeq.get(id))?.count ?? 0;
    },
    async messagesSince(marks) {
      return sql.messagesSince.all(JSON.stringify(marks)).map((row) => rows.messageCount.parse(row));
    },
    async events(conversationId) {
      return sql.events.all(conversationId).map((row) => rows.event.parse(row));
    },
    async cases({ before, limit, states }) {
      const end = before === undefined ? Number.MAX_SAFE_INTEGER : Number(before);
      const found = states ? sql.casesIn.all(JSON.stringify(states), end, limit) : sql.cases.all(end, limit);
      return found.map((row) => ({ ...rows.case.parse(row), cursor: rows.cursor.parse(row) }));
    },
    async openCases(limit) {
      return sql.openCases.all(limit).map((row) => rows.case.parse(row));
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
    async decisions({ after = '0', limit }) {
      const found = sql.decisions.all(Number(after), limit);
      return found.map((row) => ({ ...rows.decision.parse(row), cursor: rows.cursor.parse(row) }));
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
    watch: changes.watch,
    tellTyping: changes.tellTyping,
    watchTyping: changes.watchTyping,
    countUse: (key, at, windowMs) => writes.write(() => uses.count(key, at, windowMs), unflushed),
    takeBackUse: (key, at, windowMs) => writes.write(() => uses.takeBack(key, at, windowMs), unflushed),
    async erase(erasure) {
      const erased = await writes.write(() => erasing.erase(erasure), { isKept: () => !erasure.isDryRun });
      conversations.forget(erasure.conversationId);
      return erased;
    },
    async contents(conversationId) {
      return erasing.contents(conversationId);
    },
    async scrub() {
      for (let attempt = 0; attempt < scrubAttempts; attempt += 1) {
        if (erasing.scrub()) return;
        await wait(scrubPauseMs);
      }
    },
    async lastTurns({ after = '', limit }) {
      return erasing.lastTurns(after, limit);
    },
    async conversationsNaming(text) {
      return erasing.naming(text);
    },
    async waitingEffects(conversationId, exceptKind) {
      return erasing.waiting(conversationId, exceptKind);
    },
    async forgetDelivered(before, limit) {
      return writes.write(() => erasing.forgetDelivered(before, limit));
    },
    async forgetKeptReturns(before, limit) {
      return writes.write(() => erasing.forgetKeptReturns(before, limit));
    },
    async conversationOf(reference) {
      return erasing.conversationOf(reference);
    },
    ...prepareTalks(database),
    ...findingOn(database, writes, entries),
    ...prepareDeskRows(database),
    async ping() {
      // As large as a message, so that it fails where a message would.
      sql.pulse.run(new Date().toISOString().padEnd(PULSE_BYTES));
    },
    async close() {
      writes.flush();
      closeWhole(database);
    },
  };
}
