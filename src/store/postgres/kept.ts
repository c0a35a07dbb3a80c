import { parseRow, rows } from '../sqlite/rows.ts';
import type { Store } from '../store.ts';
import { storable } from '../text.ts';
import type { Database } from './database.ts';

const sql = {
  lockFiles: { name: 'lock files', text: `SELECT pg_advisory_xact_lock(hashtext('returns files ' || $1))` },
  keepFile: {
    name: 'keep file',
    text: `INSERT INTO files (id, conversation_id, name, content_type, bytes, at)
      SELECT $1, $2::text, $3, $4, $5, $6 WHERE (SELECT count(*) FROM files WHERE conversation_id = $2) < $7
      ON CONFLICT (id) DO NOTHING RETURNING id`,
  },
  hasFile: { name: 'has file', text: 'SELECT 1 FROM files WHERE id = $1' },
  file: { name: 'file', text: 'SELECT * FROM files WHERE id = $1' },
  see: {
    name: 'see',
    text: `WITH forgotten AS (DELETE FROM seen WHERE at < $3 AND key <> $1)
      INSERT INTO seen AS known (key, at) VALUES ($1, $2)
      ON CONFLICT (key) DO UPDATE SET at = excluded.at WHERE known.at < $3 RETURNING 1`,
  },
  seen: { name: 'seen', text: 'SELECT 1 FROM seen WHERE key = $1' },
  keepPolicy: {
    name: 'keep policy',
    text: 'INSERT INTO policies (digest, id, version, text) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING',
  },
  policy: { name: 'policy', text: 'SELECT id, version, digest, text FROM policies WHERE digest = $1' },
  keepPlan: {
    name: 'keep plan',
    text: `WITH forgotten AS (DELETE FROM plans WHERE digest = $1 AND planner <> $2)
      INSERT INTO plans (digest, planner, bytes) VALUES ($1, $2, $3)
      ON CONFLICT (digest, planner) DO UPDATE SET bytes = excluded.bytes`,
  },
  plan: { name: 'plan', text: 'SELECT bytes FROM plans WHERE digest = $1 AND planner = $2' },
  keepSecret: {
    name: 'keep secret',
    text: 'INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
  },
  secret: { name: 'secret', text: 'SELECT value FROM secrets WHERE name = $1' },
  pulse: {
    name: 'pulse',
    text: 'INSERT INTO pulse (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
  },
};

type Kept = Pick<
  Store,
  'keepFile' | 'file' | 'firstSeen' | 'seen' | 'keepPolicy' | 'policy' | 'keepPlan' | 'plan' | 'secret' | 'ping'
>;

/** The part of the store with all that is kept under a name. */
export function keptOn(database: Database): Kept {
  return {
    keepFile: ({ id, conversationId, name, contentType, bytes, at }, most) =>
      database.transaction(async (query) => {
        const owner = storable(conversationId);
        await query(sql.lockFiles, [owner]);
        const values = [storable(id), owner, storable(name), storable(contentType), Buffer.from(bytes), at, most];
        const kept = await query(sql.keepFile, values);
        return kept.length > 0 || (await query(sql.hasFile, [storable(id)])).length > 0;
      }),
    async file(id) {
      return parseRow(rows.file, await database.row(sql.file, [storable(id)]));
    },
    async firstSeen(key, at, forgetBefore) {
      return (await database.rows(sql.see, [storable(key), at, forgetBefore])).length > 0;
    },
    async seen(key) {
      return (await database.row(sql.seen, [storable(key)])) !== undefined;
    },
    async keepPolicy({ id, version, digest, text }) {
      await database.rows(sql.keepPolicy, [digest, id, version, storable(text)]);
    },
    async policy(digest) {
      return parseRow(rows.policy, await database.row(sql.policy, [storable(digest)]));
    },
    async keepPlan({ digest, planner, bytes }) {
      await database.rows(sql.keepPlan, [digest, planner, Buffer.from(bytes)]);
    },
    async plan(digest, planner) {
      const found = parseRow(rows.plan, await database.row(sql.plan, [digest, planner]));
      return found && new Uint8Array(found.bytes);
    },
    async secret(name, make) {
      const kept = parseRow(rows.secret, await database.row(sql.secret, [name]));
      if (kept !== undefined) return kept.value;
      await database.rows(sql.keepSecret, [name, await make()]);
      return rows.secret.parse(await database.row(sql.secret, [name])).value;
    },
    async ping() {
      await database.rows(sql.pulse, [new Date().toISOString()]);
    },
  };
}
