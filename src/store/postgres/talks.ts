import { parseRow, rows } from '../sqlite/rows.ts';
import type { Talks } from '../talks.ts';
import { storable } from '../text.ts';
import type { Database } from './database.ts';

const sql = {
  keep: {
    name: 'keep talk key',
    text: `WITH swept AS (DELETE FROM talk_keys WHERE digest IN
        (SELECT digest FROM talk_keys WHERE expires <= $6 AND digest <> $1 LIMIT 8 FOR UPDATE SKIP LOCKED))
      INSERT INTO talk_keys (digest, purpose, conversation_id, data, expires) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (digest) DO UPDATE SET purpose = excluded.purpose, conversation_id = excluded.conversation_id,
        data = excluded.data, expires = excluded.expires`,
  },
  key: { name: 'talk key', text: 'SELECT * FROM talk_keys WHERE digest = $1 AND expires > $2' },
  forget: { name: 'forget talk key', text: 'DELETE FROM talk_keys WHERE digest = $1 RETURNING digest' },
  forgetAll: {
    name: 'forget talk keys',
    text: 'DELETE FROM talk_keys WHERE conversation_id = $1 AND purpose = coalesce($2, purpose)',
  },
  // In the order of their ids, so that two processes that note the same ones do not wait for each other.
  seen: {
    name: 'customers seen',
    text: `INSERT INTO presence AS known (conversation_id, seen)
      SELECT id, $2::text FROM (SELECT DISTINCT unnest($1::text[]) AS id ORDER BY 1) AS ids
      ON CONFLICT (conversation_id) DO UPDATE SET seen = greatest(known.seen, excluded.seen)`,
  },
  mailed: {
    name: 'absence mailed',
    text: `INSERT INTO presence (conversation_id, mailed) VALUES ($1, $2)
      ON CONFLICT (conversation_id) DO UPDATE SET mailed = excluded.mailed`,
  },
  contact: {
    name: 'keep contact',
    text: `INSERT INTO presence (conversation_id, email) VALUES ($1, $2)
      ON CONFLICT (conversation_id) DO UPDATE SET email = excluded.email`,
  },
  presence: { name: 'presence', text: 'SELECT seen, mailed, email FROM presence WHERE conversation_id = $1' },
};

/** The part of the store that brings customers back to their conversations. */
export function talksOn(database: Database): Talks {
  return {
    async keepTalkKey({ digest, purpose, conversationId, data, expiresAt }, at) {
      const values = [digest, purpose, storable(conversationId), JSON.stringify(data), expiresAt, at];
      await database.rows(sql.keep, values);
    },
    async talkKey(digest, at) {
      return parseRow(rows.talkKey, await database.row(sql.key, [storable(digest), at]));
    },
    async forgetTalkKey(digest) {
      return (await database.rows(sql.forget, [storable(digest)])).length > 0;
    },
    async forgetTalkKeys(conversationId, purpose) {
      await database.rows(sql.forgetAll, [storable(conversationId), purpose ?? null]);
    },
    async customersSeen(conversationIds, at) {
      if (conversationIds.length > 0) await database.rows(sql.seen, [conversationIds.map(storable), at]);
    },
    async absenceMailed(conversationId, at) {
      await database.rows(sql.mailed, [storable(conversationId), at]);
    },
    async keepContact(conversationId, email) {
      await database.rows(sql.contact, [storable(conversationId), storable(email)]);
    },
    async presence(conversationId) {
      return parseRow(rows.presence, await database.row(sql.presence, [storable(conversationId)]));
    },
  };
}
