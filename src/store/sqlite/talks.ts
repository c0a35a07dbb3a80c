import type { DatabaseSync } from 'node:sqlite';
import type { Talks } from '../talks.ts';
import { parseRow, rows } from './rows.ts';

/** So many keys whose time is over are swept away whenever one is kept. */
const SWEPT = 8;

/** What brings customers back to their conversations: keys, and when they were there. */
export function prepareTalks(database: DatabaseSync): Talks {
  const sql = {
    sweep: database.prepare(
      'DELETE FROM talk_keys WHERE digest IN (SELECT digest FROM talk_keys WHERE expires <= ? LIMIT ?)',
    ),
    keep: database.prepare(
      'INSERT OR REPLACE INTO talk_keys (digest, purpose, conversation_id, data, expires) VALUES (?, ?, ?, ?, ?)',
    ),
    key: database.prepare('SELECT * FROM talk_keys WHERE digest = ? AND expires > ?'),
    forget: database.prepare('DELETE FROM talk_keys WHERE digest = ?'),
    forgetAll: database.prepare('DELETE FROM talk_keys WHERE conversation_id = ? AND purpose = coalesce(?, purpose)'),
    // One statement for all, so that it is one flush to the disk.
    seen: database.prepare(
      `INSERT INTO presence (conversation_id, seen) SELECT value, ?2 FROM json_each(?1) WHERE true
       ON CONFLICT (conversation_id) DO UPDATE SET seen = max(coalesce(seen, ''), excluded.seen)`,
    ),
    mailed: database.prepare(
      `INSERT INTO presence (conversation_id, mailed) VALUES (?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET mailed = excluded.mailed`,
    ),
    contact: database.prepare(
      `INSERT INTO presence (conversation_id, email) VALUES (?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET email = excluded.email`,
    ),
    presence: database.prepare('SELECT seen, mailed, email FROM presence WHERE conversation_id = ?'),
  };
  return {
    async keepTalkKey({ digest, purpose, conversationId, data, expiresAt }, at) {
      sql.sweep.run(at, SWEPT);
      sql.keep.run(digest, purpose, conversationId, JSON.stringify(data), expiresAt);
    },
    async talkKey(digest, at) {
      return parseRow(rows.talkKey, sql.key.get(digest, at));
    },
    async forgetTalkKey(digest) {
      return sql.forget.run(digest).changes > 0;
    },
    async forgetTalkKeys(conversationId, purpose) {
      sql.forgetAll.run(conversationId, purpose ?? null);
    },
    async customersSeen(conversationIds, at) {
      if (conversationIds.length > 0) sql.seen.run(JSON.stringify(conversationIds), at);
    },
    async absenceMailed(conversationId, at) {
      sql.mailed.run(conversationId, at);
    },
    async keepContact(conversationId, email) {
      sql.contact.run(conversationId, email);
    },
    async presence(conversationId) {
      return parseRow(rows.presence, sql.presence.get(conversationId));
    },
  };
}
